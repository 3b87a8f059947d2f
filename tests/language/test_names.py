"""Names in sentences: what each row must give, and what it must not."""

import csv
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aidememoire.knowledge import Dialogues, Knowledge, Offices, Outlets, Parties, Places
from aidememoire.language.names.finding import find_dialogues, find_parties, find_places
from aidememoire.language.syntax import find_syntax
from aidememoire.model import Block, BlockRole, Mentions, NameForm, Nature, Report, Span
from tests.language.tables import DATA, fields_of

DAY = date(2018, 5, 1)


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return Knowledge(
        parties=Parties.shipped(),
        offices=Offices.shipped(),
        places=Places.shipped(),
        outlets=Outlets.shipped(),
        dialogues=Dialogues.shipped(),
    )


def rows_of(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def named(text: str, knowledge: Knowledge, on: date | None = DAY) -> Mentions:
    blocks = []
    start = 0
    for line in text.split("\n"):
        stripped = line.strip()
        if stripped:
            begin = start + line.index(stripped)
            blocks.append(Block(Span("report", begin, begin + len(stripped)), BlockRole.BODY))
        start += len(line) + 1
    report = Report(
        id="report",
        given_id="report",
        source="report",
        text=text,
        blocks=tuple(blocks),
        title=None,
        outlet=None,
        side=None,
        url=None,
        published=None,
        today=on,
        published_ground=None,
        language="en",
        nature=Nature.PUBLISHED,
        problems=(),
    )
    tokens, sentences, entities = find_syntax(report)
    mentions = Mentions(report=report, tokens=tokens, sentences=sentences, entities=entities)
    mentions = replace(mentions, parties=find_parties(mentions, knowledge))
    mentions = replace(mentions, places=find_places(mentions, knowledge))
    return replace(mentions, dialogues=find_dialogues(mentions, knowledge))


@pytest.mark.parametrize("row", rows_of("names_parties.tsv"), ids=lambda row: row["sentence"][:60])
def test_parties(row: dict[str, str], knowledge: Knowledge) -> None:
    mentions = named(row["sentence"], knowledge, date.fromisoformat(row["on"]))
    expected = [] if row["parties"] == "-" else row["parties"].split(";")
    assert [mention.code for mention in mentions.parties] == expected, row["why"]


TRAPS = fields_of("names_traps.tsv", 4)


@pytest.mark.parametrize(("on", "sentence", "parties", "fails"), TRAPS, ids=[row[1][:60] for row in TRAPS])
def test_traps(on: str, sentence: str, parties: str, fails: str, knowledge: Knowledge) -> None:
    found = [mention.code for mention in named(sentence, knowledge, date.fromisoformat(on)).parties]
    assert (found == ([] if parties == "-" else parties.split(";"))) != bool(fails)


@pytest.mark.parametrize("row", rows_of("names_places.tsv"), ids=lambda row: row["sentence"][:60])
def test_places(row: dict[str, str], knowledge: Knowledge) -> None:
    mentions = named(row["sentence"], knowledge, date.fromisoformat(row["on"]))
    expected = [] if row["places"] == "-" else row["places"].split(";")
    assert [f"{place.name}:{place.kind}:{place.country or '-'}" for place in mentions.places] == expected, row["why"]


@pytest.mark.parametrize("row", rows_of("names_dialogues.tsv"), ids=lambda row: row["sentence"][:60])
def test_dialogues(row: dict[str, str], knowledge: Knowledge) -> None:
    mentions = named(row["sentence"], knowledge)
    expected = [] if row["dialogues"] == "-" else row["dialogues"].split(";")
    found = [
        f"{mention.name}|{mention.key or '-'}|{mention.level or '-'}|{','.join(mention.parties) or '-'}"
        for mention in mentions.dialogues
    ]
    assert found == expected, row["why"]


def test_the_tables_are_large_enough_and_refuse() -> None:
    parties, places, dialogues = (rows_of(f"names_{kind}.tsv") for kind in ("parties", "places", "dialogues"))
    assert len(parties) >= 150
    assert sum(row["parties"] == "-" for row in parties) >= 50
    assert sum(row["places"] == "-" for row in places) >= 15
    assert sum(row["dialogues"] == "-" for row in dialogues) >= 15


@pytest.mark.parametrize(
    ("sentence", "form"),
    [
        ("Japan agreed.", NameForm.NAME),
        ("The Japanese minister agreed.", NameForm.ADJECTIVE),
        ("The Japanese agreed.", NameForm.DEMONYM),
        ("Russians agreed.", NameForm.DEMONYM),
        ("The DPRK agreed.", NameForm.ABBREVIATION),
        ("The Kremlin agreed.", NameForm.METONYM),
        ("Tokyo agreed.", NameForm.METONYM),
    ],
)
def test_forms(sentence: str, form: NameForm, knowledge: Knowledge) -> None:
    assert [mention.form for mention in named(sentence, knowledge).parties] == [form]


def test_an_open_name_keeps_its_alternatives(knowledge: Knowledge) -> None:
    (mention,) = named("Korean officials agreed.", knowledge).parties
    assert (mention.code, mention.alternatives) == ("KOR", ("PRK",))


def test_the_spans_are_the_words(knowledge: Knowledge) -> None:
    text = "U.S. and U. K. envoys met at the\nPalais des Nations in the “two plus two” format."
    mentions = named(text, knowledge)
    assert [text[m.span.start : m.span.end] for m in mentions.parties] == ["U.S.", "U. K."]
    assert "Palais des Nations" in [text[m.span.start : m.span.end] for m in mentions.places]
    assert [m.name for m in mentions.dialogues] == ["two plus two"]


WORDS = st.sampled_from(
    "Japan Russian Moscow the in U.S. U. S. - – ’s 's , . ( ) “ ” format dialogue Commission of on Geneva\n"
    "Security Council 2+2 + EU NATO Summit Jordan Michael İzmir ﬁ é 日本 \u200b \n".split(" ")
)


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=40).map(" ".join) | st.text(max_size=200))
def test_any_text_is_read_and_every_span_is_inside(text: str) -> None:
    knowledge = Knowledge(
        parties=Parties.shipped(),
        offices=Offices.shipped(),
        places=Places.shipped(),
        outlets=Outlets.shipped(),
        dialogues=Dialogues.shipped(),
    )
    mentions = named(text, knowledge)
    for found in (mentions.parties, mentions.places, mentions.dialogues):
        spans = [mention.span for mention in found]
        assert spans == sorted(spans)
        assert all(text[span.start : span.end].strip() == text[span.start : span.end] for span in spans)
    assert all(mention.name == text[mention.span.start : mention.span.end] for mention in mentions.dialogues)
    for left, right in zip(mentions.parties, mentions.parties[1:], strict=False):
        assert left.span.end <= right.span.start


def test_a_long_line_is_read_in_one_pass(knowledge: Knowledge) -> None:
    text = "The U.S.-Japan strategic dialogue on security and the Moscow summit of 2+2 in Geneva, " * 6000
    mentions = Mentions(report=replace(named("x", knowledge).report, text=text))
    mentions = replace(mentions, parties=find_parties(mentions, knowledge))
    mentions = replace(mentions, places=find_places(mentions, knowledge))
    assert len(find_dialogues(mentions, knowledge)) >= 6000
