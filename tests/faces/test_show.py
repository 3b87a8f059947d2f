"""What `show` prints of a record, for a reader."""

from pathlib import Path

from tests.faces.conftest import Run


def test_states_and_reasons_are_told_in_words(tmp_path: Path, run: Run) -> None:
    plan, held = tmp_path / "plan.txt", tmp_path / "held.txt"
    plan.write_text(
        "Foreign Minister Ann Oak of Norway will meet Prime Minister Bo Elm of Denmark in Oslo on May 6, 2015."
    )
    held.write_text("Foreign Minister Ann Oak of Norway met Prime Minister Bo Elm of Denmark in Oslo on May 6, 2015.")
    (tmp_path / "plan.toml").write_text('[report]\npublished = "2015-05-04"\noutlet = "Fjord Wire"\n')
    (tmp_path / "held.toml").write_text('[report]\npublished = "2015-05-07"\noutlet = "Fjord Wire"\n')
    path = str(tmp_path / "nordic.sqlite")
    run("--register", path, "read", str(plan), str(held))
    shown = run("--register", path, "show", "Oslo", "--text").output
    assert "states: planned (2015-05-04); held (2015-05-07)" in shown
    assert "state: reported last (on 2015-05-07)" in shown
    assert "disputed" not in shown
