"""How quotations are typed: each convention nested, broken, over paragraphs, tokenised, cut short; and what is none.

Completes ``test_quotations``: there the conventions in plain sentences, here in the situations that break them.
"""

from itertools import product

import pytest

from tests.language.test_quotations import NO_SPEECH, NOTHING, quotations_of, speech_of, words_of

MARKS = [
    ("“", "”"),
    ("‟", "”"),
    ("„", "“"),
    ("„", "”"),
    ("«", "»"),
    ("»", "«"),
    ("「", "」"),
    ("『", "』"),
    ('"', '"'),
    ("``", "''"),
    ("＂", "＂"),
]

# situation: text with {0} and {1} for the marks; the outermost quotations
SITUATIONS = [
    pytest.param(
        "{0}The bridge ‘on the river’ is open,{1} he said.",
        ["The bridge ‘on the river’ is open,"],
        id="single marks within",
    ),
    pytest.param(
        "{0}The mayor’s bridge isn’t the guards’ bridge,{1} he said.",
        ["The mayor’s bridge isn’t the guards’ bridge,"],
        id="apostrophes within",
    ),
    pytest.param(
        "{0}The bridge is open, – said the mayor. – It is new.{1}",
        ["The bridge is open, – said the mayor. – It is new."],
        id="broken by dashes",
    ),
    pytest.param(
        "{0}The bridge,{1} he said, {0}is open.{1}", ["The bridge,", "is open."], id="broken by the attribution"
    ),
    pytest.param(
        "{0}The bridge is open.{1} {0}The road is shut.{1}",
        ["The bridge is open.", "The road is shut."],
        id="one after another",
    ),
    pytest.param(
        "{0}The bridge is open.\nThe road is shut.\nCome and see,{1} he said.\nHe left.",
        ["The bridge is open.\nThe road is shut.\nCome and see,"],
        id="three paragraphs",
    ),
    pytest.param(
        "{0}The bridge is open.\n{0}The road is shut.\n{0}Come and see,{1} he said.",
        ["The bridge is open.", "The road is shut.", "Come and see,"],
        id="each paragraph opened anew",
    ),
    pytest.param(
        "He said: {0}The bridge is open.\nThe weather was fine and nobody spoke of it.",
        ["The bridge is open."],
        id="never closed",
    ),
    pytest.param(
        "{0} The bridge is open , {1} said the mayor .", ["The bridge is open ,"], id="spaces around the marks"
    ),
    pytest.param("The mayor — {0}The bridge is open!{1}", ["The bridge is open!"], id="after a dash"),
    pytest.param("{0}Open! Open!{1}", ["Open! Open!"], id="alone"),
    pytest.param(
        "{0}Is it open{1}? he asked. {0}It is{1}!", ["Is it open", "It is"], id="question and exclamation marks outside"
    ),
]


@pytest.mark.parametrize("marks", [pytest.param(marks, id="".join(marks)) for marks in MARKS])
@pytest.mark.parametrize(("pattern", "expected"), SITUATIONS)
def test_every_convention_in_every_situation(marks: tuple[str, str], pattern: str, expected: list[str]) -> None:
    assert words_of(pattern.format(*marks)) == expected


NESTED = list(product([*MARKS[:4], ("«", "»"), ('"', '"')], [("‘", "’"), ("«", "»"), ("“", "”")]))


@pytest.mark.parametrize(("outer", "inner"), [pair for pair in NESTED if not set(pair[0]) & set(pair[1])])
def test_one_convention_within_another(outer: tuple[str, str], inner: tuple[str, str]) -> None:
    text = f"{outer[0]}They call it {inner[0]}the long road{inner[1]} at home,{outer[1]} he said."
    found = [(text[q.span.start : q.span.end], q.depth) for q in quotations_of(text)]
    assert found == [(f"They call it {inner[0]}the long road{inner[1]} at home,", 0), ("the long road", 1)]


def test_a_double_mark_for_an_apostrophe_ends_nothing() -> None:
    assert words_of('"I don"t know the envoy"s road," he said.') == ['I don"t know the envoy"s road,']


UNOPENED = [  # text, the words that a closing mark ends though nothing opens them
    ("As ever, I will not comment on such things,” he said.", ["As ever, I will not comment on such things,"]),
    ('As ever, I will not comment on such things," he said.', ["As ever, I will not comment on such things,"]),
    ("He came late. We have no more time for these talks,” he said.", ["We have no more time for these talks,"]),
    ("“It is shut.” We will all go north by the old road,” he said.", ["It is shut."]),
    ("It is shut,” he said.", []),  # too short to be sure
    ("The envoys’ road leads north.", []),
    ("it is shut and will be shut for long,” he said.", []),  # begins in the middle
]


@pytest.mark.parametrize(("text", "expected"), UNOPENED)
def test_an_opening_mark_is_lost(text: str, expected: list[str]) -> None:
    found = [q for q in quotations_of(text) if q.depth == 0]
    assert [text[q.span.start : q.span.end] for q in found] == expected
    assert all(q.is_closed for q in found)


NONE = [
    # apostrophes and marks of length, place and time
    "The mayors' and the envoys' guests are here.",
    "The boys’ school and the girls’ school are shut.",
    "He’d gone, they’d stayed and we’d slept.",
    "'Tis the season of talks.",
    "’Twas the week of talks.",
    "The class of '99 met again.",
    "The class of ’99 met again.",
    "Fish 'n' chips were eaten.",
    "The plank is 6' 2\" long.",
    'The screen is 15" wide and 10" high.',
    "He lives at 5° 12' east.",
    "N'Djamena and Sana'a are capitals.",
    "Sana’a and N’Djamena are capitals.",
    "The Qur'an was read.",
    "The O’Brien and O’Neill families met.",
    "L'Aquila was the place of the summit.",
    "The Côte d'Ivoire sent an envoy.",
    "The Côte d’Ivoire sent an envoy.",
    "Ma'am, the car is here.",
    "Five o'clock is the hour.",
    "The y'all of the south is known.",
    "The do's and don'ts were listed.",
    "The 1990s' debts were paid.",
    "The M.P.s' votes were counted.",
    'He doesn"t know the envoy"s road.',
    "A dollar's worth of bread and two weeks' pay.",
    # colons that label nothing
    "Agenda: roads, bridges and ports.",
    "Time: 10 a.m.",
    "Venue: the town hall.",
    "Subject: roads.",
    "Summary: the road is open.",
    "Result: the road is open.",
    "Photo: the road in May.",
    "Source: the ministry.",
    "Warning: the road is icy.",
    "Correction: the road is open.",
    "Roads: ten.\nBridges: five.\nPorts: two.",
    "There is one answer: patience.",
    "He asked for three things: bread, salt and time.",
    "The aim is clear: a road to the sea.",
    "The score was 3:2.",
    "Chapter 3:15 was read.",
    "The ratio is 1:10.",
    "First: roads. Second: bridges.",
    "For example: a road.",
    "In short: nothing.",
    "Read more: the road to the sea.",
    "Updated: 5 May 2019.",
    "Published: Monday.",
    "E-mail: press@example.org",
    "Tel: 555 0100",
    "Tags: roads, bridges",
    "Education: the two states will build schools.\nHealth: they will build wards.",
    "Thursday: The council meets.\nFriday: The council rests.",
    "The following are members: Freedonia and Sylvania.",
    "The countries are: Freedonia, Sylvania.",
    # dashes that part no speaker from his words
    "The road - long, narrow - is open.",
    "The road — long and narrow — is open.",
    "The Oslo–Bergen road is open.",
    "The years 1990-1995 were hard.",
    "The score - two to one - was fair.",
    "– roads\n– bridges\n– ports",
    "- The road to the sea\n- The road to the hills",
    "— roads and bridges",
    "The envoy – a man of few words – left.",
    "Bread – not guns.",
    "A long-drawn-out, hard-won peace.",
    "The north - the south: one land.",
    # lone and empty marks
    "„",
    "«",
    "»",
    "‘’",
    "``''",
    "「」",
    "The end.”",
    "”The end.",
    "The road is ” open.",
    "The road ’ is open.",
    "The sign » was missing.",
    "( ) [ ] { }",
    "<p>The road</p>",
    "The road (open) is [still] narrow.",
    # plain talk of talk
    "The talks were about talks.",
    "He quoted nobody.",
    "The mayor said that the bridge was open.",
    "The quote of the day was missing.",
    "Nothing was said.",
    "The statement was short.",
    "They spoke of peace, of bread and of the sea.",
    "Who said so was not said.",
    "The answer came on Monday.",
    "He was quoted at ten to one.",
]


@pytest.mark.parametrize("text", NONE)
def test_nothing_is_quoted(text: str) -> None:
    assert quotations_of(text) == ()


NAMES = [
    "The “Silk Road” initiative was named.",
    "The ship “Northern Star” sailed.",
    "The ship «Northern Star» sailed.",
    "The “Road of Life” museum was opened.",
    "The “six plus one” talks were held.",
    "The “five plus two” format was frozen.",
    "The “1+4” formula was named.",
    "The “Group of Seven” met.",
    "The treaty „On Open Skies“ was signed.",
    "The so-called “caliphate” fell.",
    "A “volunteer” was held.",
    "The newspaper «Evening» wrote of it.",
    "The play “The Long Winter” was staged.",
    "The “Friendship Bridge” was opened.",
    "The exercise «Eastern Shield» ended.",
]


@pytest.mark.parametrize("text", NAMES)
def test_names_are_no_speech(text: str) -> None:
    assert speech_of(text) == []


def test_there_are_cases_enough() -> None:
    from tests.language import test_quotations as plain

    typed = len(MARKS) * len(SITUATIONS) + len(NESTED) + len(UNOPENED)
    typed += len(plain.CONVENTIONS) * len(plain.SITUATIONS) + 3 * len(plain.PARAGRAPHS)
    typed += len(plain.BROKEN) + len(plain.NESTED) + len(plain.ODD) + len(plain.TURNS)
    assert typed >= 250
    assert len(NOTHING) + len(NO_SPEECH) + len(NONE) + len(NAMES) >= 150
