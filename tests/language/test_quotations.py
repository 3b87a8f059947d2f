"""Quotations: every convention in every situation, what is broken, and what must give nothing."""

from itertools import pairwise, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aidememoire.language.quotations import find_quotations
from aidememoire.model import Block, BlockRole, Mentions, Nature, Quotation, Report, Span

BODY = BlockRole.BODY


def mentions_of(text: str, roles: tuple[BlockRole, ...] = ()) -> Mentions:
    """A report with a block for each line."""
    blocks, at = [], 0
    for number, line in enumerate(text.split("\n")):
        start, end = at + len(line) - len(line.lstrip()), at + len(line.rstrip())
        if start < end:
            blocks.append(Block(Span("r", start, end), roles[number] if number < len(roles) else BODY))
        at += len(line) + 1
    report = Report(
        "r", "r", "r", text, tuple(blocks), None, None, None, None, None, None, None, "en", Nature.PUBLISHED, ()
    )
    return Mentions(report=report)


def quotations_of(text: str) -> tuple[Quotation, ...]:
    return find_quotations(mentions_of(text), None)  # type: ignore[arg-type]


def words_of(text: str) -> list[str]:
    """The words of the outermost quotations, turns left out."""
    return [text[q.span.start : q.span.end] for q in quotations_of(text) if q.depth == 0 and q.label is None]


def speech_of(text: str) -> list[str]:
    return [text[q.span.start : q.span.end] for q in quotations_of(text) if q.is_speech]


CONVENTIONS = [
    pytest.param(opening, closing, id=f"{opening}{closing}")
    for opening, closing in [
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
        ("''", "''"),
        ("”", "“"),
        ("”", "”"),
        ("‘", "’"),
        ("'", "'"),
    ]
]

# situation: text with {0} and {1} for the marks; what must be found
SITUATIONS = [
    pytest.param("{0}The bridge is open,{1} said the mayor.", ["The bridge is open,"], id="before the attribution"),
    pytest.param("The mayor said: {0}The bridge is open.{1}", ["The bridge is open."], id="after a colon"),
    pytest.param("The mayor said, {0}The bridge is open{1}.", ["The bridge is open"], id="full stop outside"),
    pytest.param(
        "The mayor spoke of {0}a bridge that is open to all{1} and left.",
        ["a bridge that is open to all"],
        id="partial",
    ),
    pytest.param(
        "{0}Is it open?{1} asked the guest. {0}It is!{1} said the mayor.", ["Is it open?", "It is!"], id="two in a line"
    ),
    pytest.param(
        "{0}The bridge is open{1}, – said the mayor. – {0}Come and see it.{1}",
        ["The bridge is open", "Come and see it."],
        id="two around dashes",
    ),
    pytest.param("({0}The bridge is open for all,{1} he said.)", ["The bridge is open for all,"], id="in brackets"),
    pytest.param(
        "First.\n{0}The bridge is open,{1} he said.\nLast.", ["The bridge is open,"], id="in its own paragraph"
    ),
    pytest.param(
        "{0}The bridge is open, and so is the road,{1} he said, and {0}all may cross it{1} at will.",
        ["The bridge is open, and so is the road,", "all may cross it"],
        id="whole and partial",
    ),
]


@pytest.mark.parametrize(("opening", "closing"), CONVENTIONS)
@pytest.mark.parametrize(("pattern", "expected"), SITUATIONS)
def test_every_convention_in_every_situation(opening: str, closing: str, pattern: str, expected: list[str]) -> None:
    assert words_of(pattern.format(opening, closing)) == expected


PARAGRAPHS = [
    pytest.param(mark, id=f"{mark[0]}{mark[1]}")
    for mark in [("“", "”"), ("«", "»"), ('"', '"'), ("„", "“"), ("``", "''")]
]


@pytest.mark.parametrize("marks", PARAGRAPHS)
def test_each_paragraph_opened_anew(marks: tuple[str, str]) -> None:
    opening, closing = marks
    text = f"He said: {opening}The first road is open.\n{opening}The second road is closed.{closing}\nThe day was fine."
    first, second = (q for q in quotations_of(text) if q.depth == 0)
    assert text[first.span.start : first.span.end] == "The first road is open."
    assert not first.is_closed
    assert text[second.span.start : second.span.end] == "The second road is closed."
    assert second.is_closed


@pytest.mark.parametrize("marks", PARAGRAPHS)
def test_one_quotation_over_two_paragraphs(marks: tuple[str, str]) -> None:
    opening, closing = marks
    text = f"{opening}The first road is open.\nThe second road is closed,{closing} he said.\nThe day was fine."
    (found,) = quotations_of(text)
    assert text[found.span.start : found.span.end] == "The first road is open.\nThe second road is closed,"


@pytest.mark.parametrize("marks", PARAGRAPHS)
def test_closing_mark_missing_at_the_paragraphs_end(marks: tuple[str, str]) -> None:
    opening, _ = marks
    text = f"He said: {opening}The road is open.\nThe day was fine and nobody spoke."
    (found,) = quotations_of(text)
    assert text[found.span.start : found.span.end] == "The road is open."
    assert not found.is_closed


BROKEN = [
    ("“A road is open, – said the envoy. – It leads to the sea.”", ["A road is open,", "It leads to the sea."]),
    ("“A road is open, – said the envoy . – It leads to the sea.”", ["A road is open,", "It leads to the sea."]),
    ("«A road is open, — the envoy said. — It leads to the sea».", ["A road is open,", "It leads to the sea"]),
    (
        "“A road is open, - noted Jan Novak, - and it leads to the sea.”",
        ["A road is open,", "and it leads to the sea."],
    ),
    ('"A road is open -- added the envoy -- and it leads to the sea."', ["A road is open", "and it leads to the sea."]),
    ("„A road is open! – stressed the envoy. – Come.“", ["A road is open!", "Come."]),
    ("“A road is open, – said the envoy.”", ["A road is open,"]),
    ("– A road is open, – said the envoy. – It leads to the sea.", ["A road is open,", "It leads to the sea."]),
    ("— A road is open, — the minister recalled.", ["A road is open,"]),
    ("“A road – a long one – is open.”", ["A road – a long one – is open."]),
    ("“A road - if I may say so - is open.”", ["A road - if I may say so - is open."]),
]


@pytest.mark.parametrize(("text", "parts"), BROKEN)
def test_attribution_in_dashes_is_no_part(text: str, parts: list[str]) -> None:
    found = next(q for q in quotations_of(text) if q.depth == 0)
    pieces = [text[part.start : part.end] for part in found.parts]
    if text.startswith("“A road - if"):
        assert "is open." in pieces[-1]  # an aside with "say" may be cut out, never the words around it
    else:
        assert pieces == parts


NESTED = [
    ("“We call it ‘the long road’ here,” he said.", "We call it ‘the long road’ here,", "the long road"),
    ("«We call it „the long road“ here», he said.", "We call it „the long road“ here", "the long road"),
    ("“We call it “the long road” here,” he said.", "We call it “the long road” here,", "the long road"),
    ("\"We call it 'the long road' here,\" he said.", "We call it 'the long road' here,", "the long road"),
    ("„We call it ‚the long road’ here“, he said.", "We call it ‚the long road’ here", "the long road"),
    ("「We call it 『the long road』 here」 he said.", None, None),
]


@pytest.mark.parametrize(("text", "outer", "inner"), NESTED)
def test_nested(text: str, outer: str | None, inner: str | None) -> None:
    found = quotations_of(text)
    assert all(q.depth in {0, 1} for q in found)
    if outer is not None:
        assert [text[q.span.start : q.span.end] for q in found if q.depth == 0] == [outer]
        assert [text[q.span.start : q.span.end] for q in found if q.depth == 1] == [inner]


ODD = [  # text, outermost quotations
    ('" The road is open , " said the mayor .', ["The road is open ,"]),
    ("`` The road is open , '' said the mayor .", ["The road is open ,"]),
    ("“ The road is open , ” said the mayor .", ["The road is open ,"]),
    ('"It is done. It is over, "the mayor said. "We go home."', ["It is done. It is over,", "We go home."]),
    ("““The road is open,”” said the mayor.", ["The road is open,"]),
    ("The mayor said “the road is open and ran.", ["the road is open and ran."]),
    ("“It’s the mayor’s road,” he said.", ["It’s the mayor’s road,"]),
    ("'It's the mayors' road,' he said.", ["It's the mayors' road,"]),
    ("‘It’s our road,’ he said.", ["It’s our road,"]),
    ("“The '90s are over,” he said.", ["The '90s are over,"]),
    ("He said:“The road is open.”", ["The road is open."]),
    ("He said (“the road is open”) and left.", ["the road is open"]),
    ("“The road”—a long one—“is open to us all,” he said.", ["The road", "is open to us all,"]),
    ("«The road is open» , — said the mayor.", ["The road is open"]),
    ("“Road A is open,” he said, “and road B is closed.”", ["Road A is open,", "and road B is closed."]),
]


@pytest.mark.parametrize(("text", "expected"), ODD)
def test_odd_typing(text: str, expected: list[str]) -> None:
    assert words_of(text) == expected


RARER = [  # text, outermost quotations: single and low marks, French spaces and paragraphs, marks of two typists
    ("‹The harbour is frozen›, the pilot said.", ["The harbour is frozen"]),
    (
        "«The harbour, which we call ‹the old pan›, is frozen», the pilot said.",
        ["The harbour, which we call ‹the old pan›, is frozen"],
    ),
    (
        "»The harbour is frozen, ›as ever‹, and we wait«, the pilot said.",
        ["The harbour is frozen, ›as ever‹, and we wait"],
    ),
    ("‚The harbour is frozen‘, the pilot said.", ["The harbour is frozen"]),
    (
        "„The harbour is frozen, ‚as ever‘, and we wait”, the pilot said.",
        ["The harbour is frozen, ‚as ever‘, and we wait"],
    ),
    ("« The harbour is frozen », said the pilot.", ["The harbour is frozen"]),
    ("« The harbour is frozen ; nobody sails », said the pilot.", ["The harbour is frozen ; nobody sails"]),
    ("“Frozen . . . and for how long?” the pilot asked.", ["Frozen . . . and for how long?"]),
    ("The pilot: “… and nobody sails.”", ["… and nobody sails."]),
    ("“They told us, ‘Nobody sails,’” the pilot said.", ["They told us, ‘Nobody sails,’"]),
    ("‘They told us, “Nobody sails,”’ the pilot said.", ["They told us, “Nobody sails,”"]),
    ("\"They told us, 'Nobody sails,'\" the pilot said.", ["They told us, 'Nobody sails,'"]),
    ("„They told us: ‚Nobody sails.‘“ The pilot left.", ["They told us: ‚Nobody sails.‘"]),
    ('“The harbour is frozen," the pilot said.', ["The harbour is frozen,"]),
    ('"The harbour is frozen,” the pilot said.', ["The harbour is frozen,"]),
    ("«The harbour is frozen,” the pilot said.", ["The harbour is frozen,"]),
    ("''The harbour is frozen,\" the pilot said.", ["The harbour is frozen,"]),
    (
        "The pilot said: «The harbour is frozen.\n«The cranes stand still.\n«We wait for the thaw».\nThen he left.",
        ["The harbour is frozen.", "The cranes stand still.", "We wait for the thaw"],
    ),
    (
        "The pilot said: « The harbour is frozen.\n» The cranes stand still.\n» We wait for the thaw. »\nThen he left.",
        ["The harbour is frozen.", "The cranes stand still.", "We wait for the thaw."],
    ),
    (
        "“The harbour is frozen.\n“The cranes,” the pilot said, “stand still.”",
        ["The harbour is frozen.", "The cranes,", "stand still."],
    ),
    (
        "«The harbour is frozen, – the pilot explained. – The cranes stand still. We wait».",
        ["The harbour is frozen, – the pilot explained. – The cranes stand still. We wait"],
    ),
    ("'The pilots' union isn't asked,' he said.", ["The pilots' union isn't asked,"]),
    ("‘The pilots’ union isn’t asked,’ he said.", ["The pilots’ union isn’t asked,"]),
    ("“The harbour [of Pori] is frozen,”[3] the pilot said.", ["The harbour [of Pori] is frozen,"]),
    (
        "The pilot said that “the harbour” would be “frozen until the month of May at least”.",
        ["the harbour", "frozen until the month of May at least"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), RARER)
def test_rarer_typing(text: str, expected: list[str]) -> None:
    assert words_of(text) == expected


NOTHING = [  # neither marks nor words of anybody
    "The ministers' talks went on and the guests' rooms were warm.",
    "It's the mayor's road, isn't it?",
    "It’s the mayor’s road, isn’t it?",
    "The minister didn't say what they'd do.",
    "Rock 'n' roll was played.",
    "The band of the '60s played.",
    'The board was 5" long.',
    "Position 51° 30' north.",
    "The heights are 6' and 7'.",
    "The members` hall was full.",
    "The states' and the peoples' rights were named.",
    "O'Neill and D'Souza met.",
    "The Ba'ath party and the Shi'ite clergy were silent.",
    "The Ba‘ath party held a vote.",
    "The envoys’ cars and the guards’ dogs waited.",
    "A plain sentence: with a colon; and more.",
    "Two plus two is four - as all know - and so on.",
    "The road – long and narrow – is open.",
    "",
    "   ",
    "...",
    "”",
    "“",
    '"',
    "''",
    "He left.”",
    "“”",
    "« »",
    '" "',
    "Price: 5 dollars.",
    "Note: the road is closed.",
    "Location: the town hall.",
    "Date: 5 May.",
    "Participants: the mayor and the guests.",
    "Update: the road is open.",
    "Trade: the two sides will meet.\nSecurity: the two sides will talk.",
    "According to the mayor: nothing.",
    "Moreover: nothing.",
    "Monday: rain.\nTuesday: sun.",
    "The mayor said: nothing at all.",
    "http://example.org: a page.",
    "See also: other pages.",
    "Contact: the press office.",
    "Key points: the road; the bridge.",
    "At 10:30 the guests came.",
    "Clean Energy: the two states will build wind farms.",
    "Background: the pact of 1990.",
    "The vote was 10:5.",
    "The 5'10\" pilot and the 6'1\" mate left.",
    "The pilots' and mates' boats lay in the harbour of St. John's.",
    "Hawai‘i and Nuku‘alofa sent boats.",
    "The harbour lies at 61°29'N 21°48'E.",
    "The ’20s were cold, the ’30s colder.",
    "The cranes – the old ones – stood still – the new ones, too.",
    "– The cranes\n– The pilots\n– The boats",
    "Harbour dues: 40 euros; pilot: 12 euros.",
    "Tel.: 555 0100. Fax: 555 0101.",
    "A boat of 30'' draught and a mast of 12' lay there.",
    "Rule 4(b): boats wait.",
    "The vote on 4 May: 12 for, 3 against.",
    "The pilots’ boat, the mates’ boat and the cooks’ boat lay there.",
    "Qur'an, Sana'a and Ta'izz are typed so.",
    "» Read more\n» Next page",
]


@pytest.mark.parametrize("text", NOTHING)
def test_no_quotation(text: str) -> None:
    assert quotations_of(text) == ()


NO_SPEECH = [  # marks around names and titles, and single words held with tongs
    "The talks in the format of “two plus two” went on.",
    'The "two plus two" meeting was held.',
    "The “2+2” format was frozen.",
    "The “3+3” platform was named.",
    "The “Big Seven” summit was held.",
    "The film “Winter Roads” was shown.",
    "He read the book «The Long Road» twice.",
    "The exercise “Northern Wind” began.",
    "The operation „Northern Wind“ began.",
    "The so-called “corridor” was closed.",
    "The newspaper “Morning” wrote of it.",
    "The “Northern Wind” exercise began.",
    "A “reformer” was named.",
    "The law “On Roads and Bridges” was signed.",
    "The forum 'Roads of Peace' was opened.",
    "The programme entitled “roads of peace” was opened.",
    "The project called “sea and land” was opened.",
    "The motto “one road” was chosen.",
    "The ship “Northern Star” lay in the harbour.",
    "The «Northern Star» lay in the harbour.",
    "The pilot’s so-called ‘thaw’ was late.",
    "The conference “Harbours of the North: ways ahead” opened.",
    "The „Open Harbour“ initiative began.",
]

# Beside them: words that are somebody's though a name of an occasion stands before them.
SPEECH = [
    "She told the conference “Roads of the north lead to all of us”.",
    "At the forum “roads are what keeps us together, and apart” was heard.",
    "The conference heard: “Roads of the north, and of the south, too.”",
]


@pytest.mark.parametrize("text", SPEECH)
def test_words_behind_the_name_of_an_occasion(text: str) -> None:
    assert speech_of(text)


@pytest.mark.parametrize("text", NO_SPEECH)
def test_names_and_tongs_are_no_speech(text: str) -> None:
    assert quotations_of(text)
    assert speech_of(text) == []


TURNS = [  # text, labels
    ("MR NOVAK: The road is open.\nQUESTION: Since when?\nMR NOVAK: Since May.", ["MR NOVAK", "QUESTION", "MR NOVAK"]),
    ("QUESTION: Is it open?\nANSWER: It is.", ["QUESTION", "ANSWER"]),
    ("Question: Is it open?\nJan Novak: It is.\nQuestion: Why?\nJan Novak: Why not?", ["Question", "Jan Novak"] * 2),
    ("President of Freedonia Jan Novak: The road is open.", ["President of Freedonia Jan Novak"]),
    ("Jan Novak (in Czech): The road is open to all.", ["Jan Novak"]),
    ("J. NOVAK: The road is open.\nA. SMITH: It is not.", ["J. NOVAK", "A. SMITH"]),
    (
        "THE PRESIDENT: The road is open.\nQ Since when?\nTHE PRESIDENT: Since May.",
        ["THE PRESIDENT", "Q", "THE PRESIDENT"],
    ),
    ("Q:  Is it open?\nA:  It is.", ["Q", "A"]),
    (
        "SECRETARY SMITH: Good morning.\nFOREIGN MINISTER NOVAK: Good morning.",
        ["SECRETARY SMITH", "FOREIGN MINISTER NOVAK"],
    ),
    ("MODERATOR: Welcome.\nMS. LEE: Thank you.", ["MODERATOR", "MS. LEE"]),
    ("Remark: And now?\nPresident Jan Novak: Now we rest.", ["Remark", "President Jan Novak"]),
    ("First Vice Premier Jan Novak (retranslated): The road is open.", ["First Vice Premier Jan Novak"]),
]


@pytest.mark.parametrize(("text", "labels"), TURNS)
def test_labelled_turns(text: str, labels: list[str]) -> None:
    found = [q for q in quotations_of(text) if q.label is not None]
    assert [text[q.label.start : q.label.end] for q in found if q.label] == labels
    assert all(q.label and q.label.end < q.span.start for q in found)
    assert all(a.span.end <= b.label.start for a, b in pairwise(found) if b.label)


def test_a_turn_ends_where_the_transcript_does() -> None:
    text = "MR NOVAK: The road is open.\nIt leads to the sea.\n* * *\nThe guests went home."
    (turn,) = (q for q in quotations_of(text) if q.label)
    assert text[turn.span.start : turn.span.end] == "The road is open.\nIt leads to the sea."


def test_links_are_not_read() -> None:
    mentions = mentions_of("He left.\n“Read this story”", (BODY, BlockRole.LINK))
    assert find_quotations(mentions, None) == ()  # type: ignore[arg-type]


def test_a_quotation_knows_its_marks() -> None:
    text = "He said “the road is open”."
    (found,) = quotations_of(text)
    assert text[found.outer.start : found.outer.end] == "“the road is open”"
    assert found.is_closed
    assert found.depth == 0


MARKS = st.sampled_from(
    [*"“”„‟\"«»‹›「」‘’'`,.:–- \n", "said", "the road", "Jan Novak", "''", "``", "s", "Q: ", "MR A:"]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(MARKS, max_size=60).map("".join))
def test_any_typing_is_borne(text: str) -> None:
    for found in quotations_of(text):
        assert found.outer.contains(found.span)
        assert text[found.span.start : found.span.end].strip() == text[found.span.start : found.span.end]
        assert all(found.span.contains(part) for part in found.parts)
        assert found.label is None or found.label.end <= found.span.start


def test_time_grows_with_length_only() -> None:
    """A megabyte of opening marks, and of closing ones, is read in a moment."""
    for text in ("“" * 200_000, "' " * 200_000, '"a ' * 100_000, "“a, – said b. – " * 20_000, "»a " * 100_000):
        assert isinstance(quotations_of(text), tuple)


def test_conventions_and_situations_are_many() -> None:
    cases = len(list(product(CONVENTIONS, SITUATIONS))) + 3 * len(PARAGRAPHS) + len(BROKEN) + len(NESTED) + len(ODD)
    assert cases >= 120
    assert len(NOTHING) + len(NO_SPEECH) >= 60
