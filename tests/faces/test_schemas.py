"""What the smaller commands print with --json is what the shipped JSON Schemas say."""

import json
from importlib.resources import files
from pathlib import Path

import pytest

from aidememoire import plugins
from tests.faces.conftest import ROOT, Run
from tests.views.test_schemas import validator


def checked(name: str, printed: str) -> list[dict[str, object]]:
    """The objects printed, each of which the schema allows."""
    objects = [json.loads(line) for line in printed.splitlines()]
    for one in objects:
        validator(name).validate(one)
    return objects


def test_tenures_learnt(run: Run, tmp_path: Path) -> None:
    register = ("--register", str(tmp_path / "r.sqlite"))
    told = (
        ("a", "Peruvian Foreign Minister Ana Poe spoke in Lima.", "2031-05-04", "Wire"),
        ("b", "Peruvian Foreign Minister Ana Poe spoke in Lima.", "2031-09-04", "Gazette"),
        ("c", "Peruvian Foreign Minister Luz Roe spoke in Lima.", "2031-07-04", "Wire"),
        ("d", "Japanese Foreign Minister Ana Poe spoke in Lima.", "2014-05-04", "Wire"),
        ("e", "Japanese Foreign Minister Fumio Kishida spoke in Lima.", "2014-05-04", "Wire"),
        ("f", "Chilean Foreign Minister Eva Loe spoke in Lima.", None, "Wire"),
    )
    rows = [{"id": name, "text": text, "published": day, "outlet": outlet} for name, text, day, outlet in told]
    archive = tmp_path / "told.jsonl"
    archive.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    run(*register, "read", str(archive), "--readers", "rules")
    found = checked("learnt", run(*register, "offices", "learnt", "--all", "--json").stdout)
    assert {one["standing"] for one in found} >= {"known", "new", "contradicted", "undated"}
    assert any(one["rivals"] for one in found)
    assert any(one["table"] for one in found)


def test_plugins(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    good = plugins.Plugin("good", "some.module:rules", "some-rules", "1.0", lambda mentions, knowledge: (), None)
    bad = plugins.Plugin("bad", "other.module:rules", None, None, None, "ModuleNotFoundError: no other.module")
    monkeypatch.setattr(plugins, "installed", lambda: (good, bad))
    loaded, failed = checked("plugin", run("plugins", "--json").stdout)
    assert loaded["state"] == "loaded"
    assert str(failed["state"]).startswith("not loaded: ModuleNotFoundError")


def test_problems(run: Run, tmp_path: Path) -> None:
    register = ("--register", str(tmp_path / "r.sqlite"))
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "talks.txt").write_text("The two ministers met in Oslo on Monday.", encoding="utf-8")
    (tmp_path / "lines.jsonl").write_text('{"id": "a"}\nnot json\n', encoding="utf-8")
    run(*register, "read", str(tmp_path), "--readers", "rules")
    found = checked("problem", run(*register, "problems", "--json").stdout)
    assert {one["severity"] for one in found} == {"notice", "error"}
    assert {one["rule"] for one in found} >= {"documents.empty", "documents.json", "documents.no_date"}


def test_problems_of_the_examples(run: Run, register: str) -> None:
    assert checked("problem", run("--register", register, "problems", "--json").stdout)


def test_the_documentation_names_every_schema() -> None:
    page = (ROOT / "docs" / "reference" / "json.md").read_text(encoding="utf-8")
    names = [file.name.removesuffix(".schema.json") for file in (files("aidememoire.views") / "schemas").iterdir()]
    assert [name for name in names if f"`{name}`" not in page] == []
