"""Hostile input: work grows with the length of a report, whatever stands in it."""

from itertools import combinations, cycle, islice

import pytest

from aidememoire.claims.occasions.joining import occasion as occasion_module
from aidememoire.claims.occasions.joining import occasions as occasions_module
from aidememoire.claims.occasions.joining.near import MOST_NEAR, Near
from aidememoire.claims.occasions.joining.occasion import MOST_TOLD, Occasion
from aidememoire.claims.occasions.words.sighting import Sighting
from aidememoire.claims.occasions.words.triggers import triggers
from aidememoire.claims.tenses import Tense
from aidememoire.documents.blocks import find_blocks
from aidememoire.language.people import finding as finding_module
from aidememoire.language.people.persons import Naming, Person
from aidememoire.model import BlockRole, MeetingKind, MeetingState, Mentions, ReaderChoice, Sentence, Span
from aidememoire.pipeline import read_text
from tests.timing import processor_seconds

PAIR = "Foreign Minister Ana Lopez of Chile met President Juan Perez of Peru in Oslo on {day} May 2014. They agreed. "
PAIRS = 24


def test_an_occasion_is_worked_out_when_it_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Holding a sighting against an occasion costs no sorting: that is done once for each sighting taken in."""
    sorted_anew = 0
    plain = Occasion._work_out

    def counted(self: Occasion) -> None:
        nonlocal sorted_anew
        sorted_anew += 1
        plain(self)

    monkeypatch.setattr(Occasion, "_work_out", counted)
    text = "".join(PAIR.format(day=day + 1) for day in range(PAIRS))
    read_text(text, published="2014-06-06")
    assert 0 < sorted_anew <= 2 * PAIRS


def test_ranking_an_unchanged_occasion_again_costs_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """What an occasion's sightings say together is kept."""
    made: list[Occasion] = []
    plain = Occasion._work_out

    def kept(self: Occasion) -> None:
        made.append(self)
        plain(self)

    monkeypatch.setattr(Occasion, "_work_out", kept)
    read_text(PAIR.format(day=5), published="2014-06-06")

    def refused(sighting: Sighting) -> tuple[bool, int]:
        raise AssertionError(sighting)

    monkeypatch.setattr(occasion_module, "_rank", refused)
    assert made
    assert made[0].ranked() is made[0].ranked()
    assert made[0].codes == {"CHL", "PER"}


ENDINGS = "rand lund berg mann stein feld wald bach dorf haus nard vick gard tham ford well".split()
STATES = "Chile Peru Kenya Ghana Japan Spain Italy Egypt Jordan Oman Poland Greece Brazil Mexico Canada India".split()


def digest(length: int) -> str:
    """A report of so many meetings, each of other days or sides than that before it."""
    pairs = islice(cycle(combinations(STATES, 2)), length)
    days = cycle(f"{day} {month} 2014" for month in ("March", "April", "May") for day in range(1, 29))
    return " ".join(
        f"The foreign ministers of {one} and {two} met in Oslo on {day}. They parted."
        for (one, two), day in zip(pairs, days, strict=False)
    )


def test_a_meeting_is_held_against_those_of_its_sides_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Eighty meetings of many states take less than half of the comparisons that each with all before it would."""
    compared = 0
    plain = occasions_module._may_be_one

    def counted(sighting: Sighting, occasion: Occasion, mentions: Mentions) -> bool:
        nonlocal compared
        compared += 1
        return plain(sighting, occasion, mentions)

    monkeypatch.setattr(occasions_module, "_may_be_one", counted)
    read_text(digest(80), published="2014-06-06", readers=ReaderChoice.RULES)
    assert 0 < compared < 80 * 79 / 4  # each with all before it: 3,160


def test_only_the_nearest_of_one_side_are_looked_at() -> None:
    """Of a thousand occasions of one side the near ones are; of other sides on the day, and the headline's too."""
    told = [a_sighting(index, codes=("CHL", "PER")) for index in range(1000)]
    near = Near(Occasion([one]) for one in told)
    near.append(Occasion([a_sighting(1000, codes=("KEN", "OMN"))]))
    found = near.to(told[500].span.start, frozenset({"CHL"}))
    assert found == list(range(500 - MOST_NEAR, 500 + MOST_NEAR))
    assert near.to(told[500].span.start, frozenset({"KEN"})) == [1000]
    assert near.to(told[500].span.start, frozenset({"GHA"})) == []
    assert near.to(told[1].span.start, frozenset()) == list(range(1 + MOST_NEAR))  # "the meeting" may be anybody's


def test_an_occasion_grows_as_if_told_at_once() -> None:
    """Sighting after sighting gives what all of them give together; a thousand are not held against another one."""
    shapes = [("CHL", "PER"), ("CHL",), ("CHL", "PER", "KEN")]
    told = [a_sighting(index, codes=shapes[index % 3], actors=(index % 5,) * (index % 2)) for index in range(200)]
    grown, whole = Occasion(told[:1]), Occasion(list(told))
    for one in told[1:]:
        grown.add(one)
    assert grown == whole
    assert (*grown.ranked(),) == (*whole.ranked(),)
    assert (grown.actors, grown.parties, grown.codes) == (whole.actors, whole.parties, frozenset(shapes[2]))
    assert (*grown.told,) == (*told[:MOST_TOLD], *told[-MOST_TOLD:])
    assert (*Occasion(told[:80]).told,) == (*told[:80],)


def a_sighting(index: int, codes: tuple[str, ...], actors: tuple[int, ...] = ()) -> Sighting:
    """One mention, the index-th of a report, of which only sides and people are known."""
    span = Span("r", index * 10, index * 10 + 3)
    return Sighting(
        sentence=Sentence(index, span, 0, 0, 1),
        span=span,
        trigger=triggers()[0],
        kind=MeetingKind.MEETING,
        state=MeetingState.HELD,
        parties=tuple((code, None) for code in codes),
        actors=actors,
        time=None,
        place=None,
        country=None,
        format=None,
        format_key=None,
        format_parties=(),
        ordinal=None,
        ordinal_span=None,
        host=None,
        mode="unknown",
        is_definite=False,
        is_title=False,
        tense=Tense.PAST,
        previous=False,
        is_next=False,
    )


@pytest.mark.parametrize(
    "word", ["Jan Lind, Minister of State and ", "Ana LOPEZ, Secretary for FORESTS AND LAKES AND "]
)
def test_a_line_of_nothing_but_names_is_looked_through_once(word: str) -> None:
    """A line of 60,000 characters took minutes, and one of 120 capitals in a signature as long."""
    for length in (120, 60_000):
        text = (word * 5000)[:length] + ".\n\nThe minister was in Oslo."
        assert processor_seconds(lambda line=text: find_blocks("r", line, None)) < 2
        assert find_blocks("r", text, None)[0].role is BlockRole.BODY


def test_a_signature_is_a_label_whatever_its_letters() -> None:
    blocks = find_blocks("r", "Jane A. Doe, Deputy Secretary for FORESTS\n\nShe spoke in Oslo on Monday.", None)
    assert [block.role for block in blocks] == [BlockRole.LABEL, BlockRole.BODY]


def test_names_that_share_a_word_are_compared_with_few(monkeypatch: pytest.MonkeyPatch) -> None:
    """In a list of hundreds of Anas none is held against all, and each who is named again is the same person."""
    compared = 0
    plain = finding_module._is_same

    def counted(naming: Naming, person: Person) -> bool:
        nonlocal compared
        compared += 1
        return plain(naming, person)

    monkeypatch.setattr(finding_module, "_is_same", counted)
    names = [f"Ana {first}{last}" for first in ("Lo", "Pe", "Ka", "Mi", "Ro") for last in ENDINGS]
    text = " ".join(f"Minister {name} spoke in Oslo." for name in (*names, names[50]))
    _, mentions, _ = read_text(text, published="2014-06-06", readers=ReaderChoice.RULES)
    assert 0 < compared <= len(names) * 2 * (2 * finding_module.MOST_ALIKE)
    assert len([actor for actor in mentions.actors if actor.name == names[50]]) == 1


PLAIN = "The two ministers met in Oslo on 5 May 2014 and agreed that talks would go on. "
LENGTH = 5000  # at which work that grows with its square takes ten times as long as plain text


def seconds(text: str) -> float:
    """The processor's time for reading the text."""
    return processor_seconds(lambda: read_text(text, published="2014-06-06", readers=ReaderChoice.RULES))


@pytest.fixture(scope="module")
def plain_seconds() -> float:
    """The processor's time for plain text of the same length."""
    seconds(PLAIN)
    return min(seconds((PLAIN * LENGTH)[:LENGTH]) for _ in range(2))


@pytest.mark.parametrize(
    "run",
    [
        "[",
        "(",
        ")",
        "“",
        "”",
        '"',
        "'",
        ",",
        ".",
        "-",
        "()",
        "[x",
        "a-",
        "/",
        "A: ",
        "A: B: C:\n",
        "\u200f",
        "\x00",
        "&lt;",
    ],
)
def test_what_is_no_text_costs_no_more_than_text(run: str, plain_seconds: float) -> None:
    """One token a mark, at most: a word of plain text has five letters, so five times the time would be linear."""
    # Measured once: what is read again finds its words known, and hides what they cost.
    assert seconds(PLAIN + (run * LENGTH)[:LENGTH] + " " + PLAIN) < 6 * plain_seconds


def test_marks_in_a_row_are_no_tokens() -> None:
    report, mentions, _ = read_text(f"We met {'(' * 300} in Oslo. We parted {'-' * 80} later.", published="2014-06-06")
    words = [token.text for token in mentions.tokens]
    assert {"met", "Oslo", "parted", "later"} <= set(words)
    assert words.count("(") == 0
    assert all(report.text[token.start : token.end] == token.text for token in mentions.tokens)
