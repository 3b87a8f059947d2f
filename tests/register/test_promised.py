"""Which promise a reported status is of: the one that its words name, and none where two would do."""

import pytest

from aidememoire.knowledge import shipped
from aidememoire.model import Record, RecordKind
from aidememoire.register import World, resolve
from aidememoire.register.candidates import SourcedClaim
from tests.register.builders import Story

WORLD = World.of(shipped())
JPN_RUS = "JPN RUS"

Promise = tuple[str, str, str]  # content, makers, day
DRILLS = ("hold joint naval exercises in the Gulf of Aden", JPN_RUS, "2016-03-20")
BALTIC = ("hold joint naval exercises in the Sea of Azov", JPN_RUS, "2016-06-20")
CENTRE = ("open a centre for the study of sea ice in Hakodate", JPN_RUS, "2016-03-20")
FERRY = ("restore the ferry between Wakkanai and Korsakov", JPN_RUS, "2016-03-20")
LONG = (
    "expand ties in fields such as trade, active work for peace in the region and, later, the signing of a treaty on "
    "fisheries",
    JPN_RUS,
    "2016-03-20",
)
VACCINES = ("send 500,000 doses of vaccine to Paraguay", "USA", "2021-05-01")

NAMED = [
    # (promises, subject, its type, its parties; which of the promises it is of)
    ([DRILLS, CENTRE, FERRY], "the ferry between Wakkanai and Korsakov", "commitment", JPN_RUS, 2),
    ([DRILLS, CENTRE], "The promised centre for the study of sea ice", "commitment", JPN_RUS, 1),
    ([DRILLS, BALTIC], "joint naval exercises in the Gulf of Aden", "commitment", JPN_RUS, 0),
    ([DRILLS, BALTIC], "the naval exercises in the Sea of Azov", "commitment", JPN_RUS, 1),
    ([DRILLS, CENTRE], "the pledge, made in Tokyo, on sea ice", "commitment", JPN_RUS, None),  # "the pledge" names none
    ([CENTRE], "the ice centre in Hakodate, which they promised in 2016", "commitment", JPN_RUS, 0),
    ([("sign a treaty on fisheries", JPN_RUS, "2016-03-20"), LONG], "the fisheries treaty", "agreement", JPN_RUS, None),
    ([("sign a treaty of peace", JPN_RUS, "2016-03-20"), LONG], "a peace treaty", "agreement", JPN_RUS, 0),
    # Given again: what became of it is told of the last time.
    ([FERRY, (FERRY[0], JPN_RUS, "2017-09-07")], "the ferry between Wakkanai and Korsakov", "commitment", JPN_RUS, 1),
    # One of the two promised it alone.
    ([(FERRY[0], "RUS", "2016-03-20")], "the ferry between Wakkanai and Korsakov", "commitment", JPN_RUS, 0),
    ([(FERRY[0], "RUS", "2016-03-20"), FERRY], "the ferry between Wakkanai and Korsakov", "commitment", JPN_RUS, 1),
    ([VACCINES], "the doses of vaccine for Paraguay", "commitment", "PRY USA", 0),
]

UNNAMED = [
    # (promises, subject, its type, its parties; a word of the reason)
    ([DRILLS, BALTIC], "the joint naval exercises", "commitment", JPN_RUS, "alike"),  # which?
    ([DRILLS, ("hold joint naval exercises in the Gulf of Oman", JPN_RUS, "2016-06-21")], "naval exercises in the Gulf",
     "commitment", JPN_RUS, "alike"),
    ([DRILLS], "the joint army exercises", "commitment", JPN_RUS, "fit no"),  # two of three words
    ([DRILLS], "the exercises", "commitment", JPN_RUS, "too few"),
    ([DRILLS], "our joint forces", "commitment", JPN_RUS, "too few"),
    ([("keep U.S. forces and military advisers in Kirkuk", "USA", "2021-05-01")], "our military forces", "commitment",
     "USA", "too few"),
    ([VACCINES], "the U.S.-Taliban agreement", "agreement", "Taliban USA", "too few"),  # parties name nothing
    ([VACCINES, ("share U.S. doses of vaccine", "USA", "2021-05-02")], "the U.S. programme", "agreement", "USA",
     "too few"),
    ([("deepen bilateral cooperation on defence", "KOR USA", "2021-05-01")],
     "a bilateral Defence Cooperation Agreement", "agreement", "KWT USA", "too few"),
    ([("sign an accord on fishing quotas", "JPN NOR", "2016-03-20")], "the accord on fishing quotas", "agreement",
     JPN_RUS, "fit no"),  # of others, if one party is the same
    ([LONG], "a peace treaty", "agreement", JPN_RUS, "fit no"),  # both words stand there, and not together
    ([("withdraw from the barter rice treaty", "KHM", "2016-03-20")], "the rice barter treaty", "agreement", "KHM",
     "fit no"),  # a promise to leave it
    ([(FERRY[0], JPN_RUS, "2018-03-20")], "the ferry between Wakkanai and Korsakov", "commitment", JPN_RUS, "fit no"),
]  # fmt: skip


def _bound(promises: list[Promise], subject: str, kind: str, parties: str, *, order: int) -> tuple[list[str], Record]:
    """The ids of the promises' claims that the status is bound to, and the status; in one order or the other."""
    names = [f"promise-{number}" for number in range(len(promises))][::order]
    told = []
    for name, (content, makers, day) in zip(names, promises, strict=True):
        story = Story(name, day, f"Wire {name}")
        story.commitment(content, makers.split(), strength="agreed" if " " in makers else "pledged")
        told.append(story)
    year = int(max(day for _, _, day in promises)[:4])
    day = "2017-12-01" if year == 2018 else f"{year + 1}-12-01"
    later = Story("later" if order > 0 else "a-later", day)
    later.status("So it is.", subject, kind, parties.split(), "delayed")
    stories = [*told, later][::order]
    claims = [
        SourcedClaim(one, story.outlet, story.side, story.report.today) for story in stories for one in story.claims
    ]
    found = resolve(claims, WORLD).records
    (status,) = [record for record in found if record.kind is RecordKind.STATUS]
    bound = [
        support.claim
        for record in found
        if record.kind is RecordKind.COMMITMENT and status.id in record.links.get("statuses", ())
        for support in record.support
    ]
    return [str(number) for number, story in enumerate(told) if story.claims[0].id in bound], status


@pytest.mark.parametrize("order", [1, -1])
@pytest.mark.parametrize(("promises", "subject", "kind", "parties", "which"), NAMED, ids=[row[1] for row in NAMED])
def test_the_promise_that_the_words_name(
    promises: list[Promise], subject: str, kind: str, parties: str, which: int | None, order: int
) -> None:
    bound, status = _bound(promises, subject, kind, parties, order=order)
    assert bound == ([] if which is None else [str(which)]), status.values["target_why"]


@pytest.mark.parametrize("order", [1, -1])
@pytest.mark.parametrize(("promises", "subject", "kind", "parties", "why"), UNNAMED, ids=[row[1] for row in UNNAMED])
def test_where_words_name_no_one_promise_it_is_of_none_and_says_so(
    promises: list[Promise], subject: str, kind: str, parties: str, why: str, order: int
) -> None:
    bound, status = _bound(promises, subject, kind, parties, order=order)
    assert bound == []
    assert why in status.values["target_why"]


POINTING = [
    # (subject, of how many of the two promises told before it)
    ("these arrangements", 2),
    ("part of these commitments", 2),
    ("the agreement", 2),
    ("that pledge", 1),
    ("This commitment", 1),
    ("a commitment", 0),
    ("an agreement", 0),
    ("some pledges", 0),
]


@pytest.mark.parametrize(("subject", "count"), POINTING)
def test_what_points_back(subject: str, count: int) -> None:
    story = Story("a", "2017-03-20")
    story.commitment("restore the ferry to Korsakov", ["JPN", "RUS"])
    story.commitment("hold a regatta of training ships", ["JPN", "RUS"])
    story.status("It was not carried out.", subject, "commitment", ["JPN", "RUS"], "not_fulfilled")
    claims = [SourcedClaim(one, story.outlet, story.side, story.report.today) for one in story.claims]
    found = [record for record in resolve(claims, WORLD).records if record.kind is RecordKind.COMMITMENT]
    assert sum(bool(record.values["statuses"]) for record in found) == count
    if count == 1:
        (bound,) = [record for record in found if record.values["statuses"]]
        assert bound.values["content"] == "hold a regatta of training ships"
