"""What a misspelt word was meant for: the word, what there is → the name, or none."""

import pytest

from aidememoire.faces.cli.slips import nearest


@pytest.mark.parametrize(
    ("words", "names", "wanted"),
    [
        ("breif", ["brief", "read"], "brief"),
        ("Japn", ["Jordan", "Japan"], "Japan"),
        ("JAPAN ", ["Japan"], "Japan"),
        ("stategic dialogue", ["Strategic Dialogue", "G7"], "Strategic Dialogue"),
        ("Atlantis", ["Austria", "Australia"], None),  # as near to either as to none
        ("food", ["offices", "read"], None),
        ("x", [], None),
    ],
)
def test_the_name_that_was_meant(words: str, names: list[str], wanted: str | None) -> None:
    assert nearest(words, names) == wanted
