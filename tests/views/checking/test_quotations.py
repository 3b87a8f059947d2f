"""Sentence → what the register says to the quotation in it. Every row's source is under examples or reports."""

import pytest

from aidememoire.views.checking import Asserted, Finding, Status, prepared
from aidememoire.views.checking.forms import why_in_words
from tests.views.checking.material import checked, draft_of

NAVIES = "Our two navies know each other well, and this will make them better partners"


def quotation(text: str) -> Finding:
    (finding,) = (one for one in checked(text).findings if one.asserted is Asserted.QUOTATION)
    return finding


@pytest.mark.parametrize(
    ("text", "status"),
    [
        # Typography and letter case are no changes.
        (f"'{NAVIES},' Bob Carr said.", Status.EXACT),
        (f"„{NAVIES}“, sagte er nicht: Bob Carr said it.", Status.EXACT),
        (f'Bob Carr said: "{NAVIES.upper()}"', Status.EXACT),
        ('Bob Carr said: "Our two  navies\u00a0know each other well"', Status.EXACT),
        # Whoever speaks need not be named.
        (f'It was said then: "{NAVIES}."', Status.EXACT),
        # A quotation that its attribution breaks in the report is one.
        ('"The climate was good. We will continue," Ibrahim Kalin said.', Status.EXACT),
        ('Wallstrom said: "The road is the lifeline of both our northern towns."', Status.EXACT),
        # Words of a speaker's turn after its first sentence.
        ('"It is too early to promise anything," Maas said in June 2019.', Status.EXACT),
        # A ministry's or state's words are its minister's.
        (f'Australia said: "{NAVIES}."', Status.EXACT),
        # The draft's own words make up for what the quotation leaves out.
        ('Soreide said Norway did not "rule out joint patrols in the Barents Sea".', Status.EXACT),
        ('If parliament agrees, Sweden "will send 40 engineers to the border road", Wallstrom said.', Status.EXACT),
        # One word is enough to alter it.
        (f'Bob Carr said: "{NAVIES.replace("better", "good")}."', Status.ALTERED),
        # Joined without a mark.
        ('Soreide said: "We do not rule out joint patrols and no decision has been taken."', Status.ALTERED),
        # A "not" put in turns the sense as well as one left out.
        (f'Bob Carr said: "{NAVIES.replace("know", "do not know")}."', Status.TRUNCATED),
        # The order of the parts.
        (
            'Wallstrom said: "The road is the lifeline of both our northern towns … we will send 40 engineers to the '
            'border road."',
            Status.MERGED,
        ),
        # The report's own words are nobody's.
        ('Bob Carr said: "The previous meeting was held in Tokyo in May 2010."', Status.ANOTHER_SPEAKER),
    ],
)
def test_quotations(text: str, status: Status) -> None:
    assert quotation(text).status is status, quotation(text)


def test_the_diff_shows_both_sides() -> None:
    finding = quotation(f'Bob Carr said: "{NAVIES.replace("navies", "fleets")}."')
    changed = [(change.op, change.source, change.draft) for change in finding.diff if change.op != "equal"]
    assert changed == [("replace", "navies", "fleets")]
    assert finding.score is not None
    assert finding.score < 1


def test_what_an_ellipsis_stands_for_is_told() -> None:
    finding = quotation('Soreide: "We do not rule out joint patrols in the Barents Sea … no decision has been taken."')
    assert finding.status is Status.EXACT
    assert [change.op for change in finding.diff] == ["equal", "omit", "equal"]
    assert finding.notes == ("1 word is left out where the draft marks it",)


def test_likeness_is_no_support() -> None:
    """However like, words that differ are altered; what is far off isn't found."""
    assert not quotation(f'Bob Carr said: "{NAVIES} now."').is_supported
    finding = quotation('Bob Carr said: "Our two countries know each other, and better partners make better friends."')
    assert not finding.is_supported


def test_indirect_speech_between_quotation_marks_is_said_to_be_the_reports() -> None:
    finding = quotation('Gemba said: "Tokyo would send two destroyers to the exercise."')
    assert finding.status is Status.EXACT
    assert "the report gives this as indirect speech: the words are the report's" in finding.notes


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (f'Bob Carr: "{NAVIES}"', "Bob Carr"),
        (f'**Bob Carr** (2012): "{NAVIES}"', "Bob Carr"),
        (f'1. "{NAVIES}" — Bob Carr, 14 September 2012', "Bob Carr"),
        (f'As Carr once put it, "{NAVIES}."', "Carr"),
        (f'Carr was proud: "{NAVIES}."', "Carr"),
        (f'In the words of Bob Carr, "{NAVIES}."', "Bob Carr"),
        (f'> {NAVIES}.\n> — Bob Carr\n', "Bob Carr"),
        (f'1. **Bob Carr, 14 September 2012** – "{NAVIES}"', "Bob Carr"),
        (f'| Who | What |\n|---|---|\n| Bob Carr | "{NAVIES}" |\n', "Bob Carr"),
        (f'The mood was good: "{NAVIES}."', None),
        (f'Key quotation: "{NAVIES}."', None),
    ],
)  # fmt: skip
def test_who_the_draft_says_speaks(text: str, speaker: str | None) -> None:
    (quoted,) = draft_of(text).quoted
    assert (quoted.speaker.name if quoted.speaker else None) == speaker


@pytest.mark.parametrize(
    "text",
    [
        'The "spirit of Sydney" lives on.',  # a name
        'The film "Tokyo Story" was shown.',
        'A so-called "two plus two".',
        "It's the ministers' meeting, isn't it?",  # apostrophes
    ],
)
def test_these_are_no_quotations(text: str) -> None:
    assert draft_of(text).quoted == ()


@pytest.mark.parametrize(
    "text",
    [
        "# Title\n\n- **bold** and _soft_ and `code`\n> quoted\n1. one [link](https://example.org) [1]\n",
        "DRAFT - not for release\n\nA line that goes on for a good while and is wrapped here\nat a word.\n",
        "<b>bold</b> text <script>alert(1)</script>",
        "snake_case and 2*3*4 stay",
        "",
    ],
)
def test_preparing_keeps_every_place(text: str) -> None:
    assert len(prepared(text)) == len(text)
    for given, made in zip(text, prepared(text), strict=True):
        assert made in {given, " "}


def test_a_draft_that_says_so_is_checked_all_the_same() -> None:
    for banner in ("DRAFT", "Lines to take", "Speaking notes", "NOT FOR RELEASE", "Internal use only"):
        text = f"{banner}\n\nGemba said Tokyo would send three destroyers to the exercise.\n"
        assert [finding.status for finding in checked(text).findings] == [Status.ALTERED], banner


def test_a_quotation_that_its_attribution_breaks_is_told() -> None:
    broken = quotation('"The climate was good. We will continue," Ibrahim Kalin said.')
    (note,) = (one for one in broken.notes if "two in the report" in one)
    assert "Kalin said" in note
    assert note in why_in_words(broken)
    whole = quotation('"The climate was good," Ibrahim Kalin said. He went on.')
    assert not any("two in the report" in one for one in whole.notes)
