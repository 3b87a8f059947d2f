"""The comparison: what each side tells stands in its own words; only what both tell is said to be told by both."""

import pytest

from aidememoire.knowledge import shipped
from aidememoire.model import RecordKind
from aidememoire.views import Page, compare
from tests.register.builders import Story
from tests.views.test_briefing import lines_of, register_of

DAY = "2017-03-20"


def account(side: str, promise: str | None = None, *, on: str = "2017-03-21", **meeting: object) -> Story:
    story = Story(f"{side} tells", on, f"{side.lower()}.example", side)
    more = {"place": "Riga", "format": "Baltic Port Dialogue", **meeting}
    when = str(more.pop("when", DAY))
    at = story.meeting("They sat down.", ["LVA", "EST"], when, **more)  # type: ignore[arg-type]
    if promise:
        story.commitment(promise, ["LVA", "EST"], at=at)
    return story


def compared(*stories: Story) -> Page:
    register = register_of(*stories)
    (meeting,) = register.records(RecordKind.MEETING)
    return compare(register, meeting.id, sides=("LVA", "EST"), knowledge=shipped())


@pytest.mark.parametrize(
    ("latvian", "estonian"),
    [
        ("lend 40 tugs to the port by 2019", "lend 60 tugs to the port by 2021"),  # other numbers
        ("dredge the channel by 2019", "dredge the channel by 2021"),  # another year
        ("build two shared icebreakers in Narva", "build three shared icebreakers in Narva"),  # numbers in words
    ],
)
def test_other_numbers_are_no_agreement(latvian: str, estonian: str) -> None:
    page = compared(account("LVA", latvian), account("EST", estonian))
    (line,) = [text for text in lines_of(page, "differ") if latvian in text]
    assert f"Latvia: Estonia and Latvia agreed: “{latvian}”; Estonia: Estonia and Latvia agreed: “{estonian}”" in line
    assert not any("agreed" in text for text in lines_of(page, "both"))


def test_one_promise_in_the_same_words_is_told_by_both() -> None:
    words = "dredge the channel by 2019"
    page = compared(account("LVA", words), account("EST", words))
    assert f"Estonia and Latvia agreed: “{words}”" in lines_of(page, "both")
    assert not lines_of(page, "differ")


def test_one_promise_in_other_words_is_told_in_each_sides_words() -> None:
    one, other = "dredge the port channel deeper", "dredge the channel of the port"
    (line,) = [text for text in lines_of(compared(account("LVA", one), account("EST", other)), "both") if one in text]
    assert f"Latvia: Estonia and Latvia agreed: “{one}”" in line
    assert f"Estonia: Estonia and Latvia agreed: “{other}”" in line


@pytest.mark.parametrize(
    "more",
    [
        ({"strength": "intended"}, {"strength": "agreed"}),
        ({"due": "2019"}, {"due": "2021"}),
        ({"conditions": ("if the budget allows",)}, {}),
    ],
)
def test_another_strength_deadline_or_condition_is_no_agreement(more: tuple[dict[str, object], ...]) -> None:
    from aidememoire.model import When

    stories = []
    for side, changes in zip(("LVA", "EST"), more, strict=True):
        story = account(side)
        values = {key: When.parse(str(value)) if key == "due" else value for key, value in changes.items()}
        story.commitment("dredge the channel of the port", ["LVA", "EST"], at=story.claims[0], **values)  # type: ignore[arg-type]
        stories.append(story)
    page = compared(*stories)
    assert any("dredge the channel" in text for text in lines_of(page, "differ"))
    assert not any("dredge" in text for text in lines_of(page, "both"))


def test_a_promise_of_one_account_is_only_its() -> None:
    page = compared(account("LVA", "dredge the channel of the port"), account("EST"))
    assert any("dredge" in text for text in lines_of(page, "only_LVA"))
    assert not any("dredge" in text for text in [*lines_of(page, "both"), *lines_of(page, "differ")])


@pytest.mark.parametrize(
    ("field", "latvian", "estonian", "section", "words"),
    [
        ("place", "Riga", "Riga", "both", "Place: Riga."),
        ("place", "RIGA", "Riga", "both", "Place: RIGA."),
        ("place", "Riga", "Latvia", "both", "Place. Latvia: Riga; Estonia: Latvia."),
        ("ordinal", 3, 4, "differ", "Ordinal. Latvia: 3; Estonia: 4."),
        ("when", "2017-03-20", "2017-03", "both", "Date. Latvia: 20 March 2017; Estonia: March 2017."),
        ("when", "2017-03-20", "2017-03-21", "differ", "Date. Latvia: 20 March 2017; Estonia: 21 March 2017."),
        ("kind", "talks", "meeting", "both", "Kind. Latvia: talks; Estonia: meeting."),
    ],
)
def test_fields_are_each_sides_own(field: str, latvian: object, estonian: object, section: str, words: str) -> None:
    page = compared(account("LVA", **{field: latvian}), account("EST", **{field: estonian}))  # type: ignore[arg-type]
    assert words in lines_of(page, section)


def test_a_disputed_day_is_not_the_titles() -> None:
    page = compared(account("LVA"), account("EST", when="2017-03-21"))
    assert page.title == "Latvia and Estonia on their meeting"
    assert compared(account("LVA"), account("EST")).title.endswith("of 20 March 2017")


def test_a_plan_told_before_is_no_difference_of_state() -> None:
    plan = Story("Plan", "2017-03-10", "lva.example", "LVA")
    plan.meeting("They are to meet.", ["LVA", "EST"], DAY, state="planned", place="Riga", format="Baltic Port Dialogue")
    page = compared(plan, account("LVA"), account("EST"))
    assert "State: held." in lines_of(page, "both")
    assert not lines_of(page, "differ")


def test_an_office_is_given_as_each_side_calls_it() -> None:
    people = {"LVA": "transport minister", "EST": "minister of roads"}
    stories = [account(side, people=(("Ilze Berzina", office, "LVA"),)) for side, office in people.items()]
    assert "Took part: Ilze Berzina. Called, by Latvia: transport minister; Estonia: minister of roads." in lines_of(
        compared(*stories), "both"
    )


def test_an_office_that_one_side_tells_is_not_told_by_both() -> None:
    page = compared(
        account("LVA", people=(("Ilze Berzina", "transport minister", "LVA"),)),
        account("EST", people=(("Ilze Berzina", None, "LVA"),)),
    )
    assert "Took part: Ilze Berzina." in lines_of(page, "both")
    assert "Ilze Berzina is called transport minister." in lines_of(page, "only_LVA")


def test_a_party_that_one_side_names_is_told_by_that_side() -> None:
    one, other = (Story(f"{side} tells", "2017-03-21", f"{side.lower()}.example", side) for side in ("LVA", "EST"))
    one.meeting("They gathered.", ["LVA", "EST", "LTU"], DAY, kind="summit", place="Riga")
    other.meeting("They gathered.", ["LVA", "EST", "LTU", "FIN"], DAY, kind="summit", place="Riga")
    page = compared(one, other)
    assert "Parties named here alone: Finland." in lines_of(page, "only_EST")
    assert not any("Parties" in text for text in lines_of(page, "only_LVA"))


@pytest.mark.parametrize(
    ("latvian", "estonian", "differs"),
    [
        # too unlike in words to be one promise of the register, and yet of one thing
        ("lend 16 tugs for towing in Narva port", "would transfer a fleet of 18 tugs under lease to Narva port", True),
        # nothing in common but that there are figures
        ("lend 16 tugs for towing in Narva port", "train 18 nurses and midwives in Riga", False),
        # no figure on one side
        ("lend 16 tugs for towing in Narva port", "would transfer tugs under lease to Narva port", False),
    ],
)
def test_one_thing_in_other_figures_differs(latvian: str, estonian: str, differs: bool) -> None:
    lender = account("LVA")
    lender.commitment(latvian, ["LVA"], strength="pledged", at=lender.claims[0])
    page = compared(lender, account("EST", estonian))
    found = [text for text in lines_of(page, "differ") if latvian in text]
    assert [estonian in text for text in found] == ([True] if differs else [])
    assert any(latvian in text for text in lines_of(page, "only_LVA")) is not differs
