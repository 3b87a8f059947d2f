"""Which deeds may bear on a promise: evidence to be shown beside it, never a verdict."""

from dataclasses import replace

import pytest

from aidememoire.knowledge import shipped
from aidememoire.model import ActValues, RecordKind, When
from aidememoire.register import World, resolve
from tests.register.builders import Story
from tests.register.test_resolving import sourced

WORLD = World.of(shipped())


def acts_beside(
    promise: str, deed: str, *, makers: str = "BOL PRY", doers: str = "BOL PRY", done: str | None = None
) -> int:
    """How many deeds stand beside the promise of March, where news of October tells of the deed."""
    made, news = Story("made", "2013-03-12"), Story("news", "2013-10-09", "Gazette")
    made.commitment(promise, makers.split())
    news.tell(deed, ActValues(tuple(doers.split()), deed, When.parse(done) if done else None))
    found = resolve(sourced(made, news), WORLD).records
    (record,) = [one for one in found if one.kind is RecordKind.COMMITMENT]
    return len(record.values["acts"])


BEARS = [
    ("open a third ferry line by June 2013", "The third ferry line was opened on Thursday, four months late"),
    (
        "open a third ferry line",
        "The third ferry line between Bolivia and Paraguay was opened on Tuesday by two mayors",
    ),
    ("build a shared grain silo in Ladario", "The two built a shared grain silo in Ladario"),
    ("build a shared grain silo in Ladario", "A grain silo has been built in Ladario, and is shared by both"),
    ("lend the river police four boats", "Four boats were lent to the river police in September"),
    ("hold joint flood drills", "Joint flood drills were held on the river"),
    ("open a ferry", "The ferry was opened on Monday"),
    ("lend $40 million for river dykes", "Bolivia lent $40 million for the river dykes"),
    ("plant trees along the shared river", "Trees were planted along the shared river for $2 million"),
]

BEARS_NOT = [
    ("lend 900 river boats", "Bolivia lent 30 boats from its own stock, built for the river in the north, to Chile"),
    ("lend $40 million for river dykes", "Bolivia lent $7 million for the river dykes"),  # another sum
    ("spend the Harbour Relief Fund on schools", "The Harbour Relief Fund pays for two roads"),  # one name alone
    ("open a third ferry line at Alto", "The third ferry line was opened at Ladario, with a brass band"),  # elsewhere
    ("open a third ferry line by June 2013", "The third market hall was opened on Thursday"),
    ("hold joint flood drills", "The drills were held"),  # of which nobody knows
    ("meet next year in Asuncion", "They met on Monday last year"),  # times alone
    ("open a consulate in Trinidad", "Bolivia opened a museum"),
    ("open a ferry", "The ferry's captain opened a long letter from the mayor of the village"),
]


@pytest.mark.parametrize(("promise", "deed"), BEARS)
def test_a_deed_may_bear_on_a_promise(promise: str, deed: str) -> None:
    assert acts_beside(promise, deed) == 1


@pytest.mark.parametrize(("promise", "deed"), BEARS_NOT)
def test_a_deed_bears_on_no_other_promise(promise: str, deed: str) -> None:
    assert acts_beside(promise, deed) == 0


def test_a_deed_of_others_or_of_before_bears_on_nothing() -> None:
    promise, deed = "open a third ferry line", "The third ferry line was opened on Thursday"
    assert acts_beside(promise, deed, doers="CHL") == 0
    assert acts_beside(promise, deed, done="2012-11") == 0
    assert acts_beside(promise, deed, done="2013-10-03") == 1


def test_a_short_promise_of_two_is_borne_on_by_both() -> None:
    assert acts_beside("open a ferry", "The ferry was opened on Monday", doers="BOL") == 0


def test_the_nearest_promise_has_the_deed() -> None:
    made, news = Story("made", "2013-03-12"), Story("news", "2013-10-09", "Gazette")
    made.commitment("open a third ferry line by June 2013", ["BOL", "PRY"])
    made.commitment("open a third line of credit for the ferry harbour", ["BOL", "PRY"])
    deed = "The third ferry line was opened on Thursday"
    news.tell(deed, ActValues(("BOL", "PRY"), deed))
    found = resolve(sourced(made, news), WORLD).records
    borne = {one.values["content"]: len(one.values["acts"]) for one in found if one.kind is RecordKind.COMMITMENT}
    assert borne["open a third ferry line by June 2013"] == 1


def test_the_words_of_the_promise_are_no_deed() -> None:
    story = Story("made", "2013-03-12")
    promise = "providing four boats to the river police"
    made = story.commitment(promise, ["BOL", "PRY"])
    deed = story.tell("(the same words)", ActValues(("BOL", "PRY"), promise))
    story.claims[-1] = replace(deed, evidence=made.evidence)
    (record,) = [one for one in resolve(sourced(story), WORLD).records if one.kind is RecordKind.COMMITMENT]
    assert record.values["acts"] == []
