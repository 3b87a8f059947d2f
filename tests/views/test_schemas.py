"""What views give out is what the shipped JSON Schemas say."""

import json
from importlib.resources import files
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from aidememoire.knowledge import shipped
from aidememoire.model import RecordKind
from aidememoire.register import Filters
from aidememoire.views import brief, compare, page_object, record_objects, report_object, timeline
from tests.register.stories import all_stories
from tests.views.test_briefing import register_of, unreadable


def validator(name: str) -> Draft202012Validator:
    text = (files("aidememoire.views") / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8")
    return Draft202012Validator(json.loads(text))


def as_read(found: Any) -> Any:
    return json.loads(json.dumps(found, ensure_ascii=False))


@pytest.mark.parametrize("kind", RecordKind)
def test_records(kind: RecordKind) -> None:
    register = register_of(*all_stories())
    for found in record_objects(register, register.records(kind), with_words=True):
        validator("record").validate(as_read(found))


def test_reports() -> None:
    for line in register_of(*all_stories(), unreadable()).report_lines():
        validator("report").validate(as_read(report_object(line)))


def test_pages() -> None:
    register = register_of(*all_stories(), unreadable())
    meeting = register.records(RecordKind.MEETING)[1]
    for page in (
        brief(register, between=("JPN", "RUS"), knowledge=shipped()),
        brief(register_of(), between=("JPN", "RUS")),
        timeline(register, Filters(party="RUS")),
        compare(register, meeting.id),
    ):
        validator("page").validate(as_read(page_object(page)))
