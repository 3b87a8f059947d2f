"""An onslaught that others lay to a state is no promise of its; what it says itself, or that it won't, may be one."""

import pytest

from aidememoire.claims.promises.commitments import propose_commitments
from aidememoire.model import CommitmentValues, Proposal
from tests.claims.by_hand import mentions_of
from tests.claims.test_commitments import CONTEXT, KNOWLEDGE, WITH_DOUBT


def contents_in(sentence: str, side: str | None) -> list[str]:
    found = propose_commitments(mentions_of(CONTEXT + sentence, side), KNOWLEDGE, (), WITH_DOUBT)
    values = [one.values for one in found if isinstance(one, Proposal)]
    return [one.content for one in values if isinstance(one, CommitmentValues)]


@pytest.mark.parametrize(
    ("sentence", "side"),
    [
        # in an account of another's government
        ("Chad plans to invade the valley of Poland.", "NOR"),
        ("Chad intends to manufacture a pretext for war.", "NOR"),
        ("Chad will launch an offensive against Poland in the coming days.", "NOR"),
        ("Information from the field indicates that Chad will target the schools of Poland.", "NOR"),
        # said by another
        ("Norway said that Chad would bomb the port of Gdynia.", None),
        ("Norway said Chad planned to launch an attack on Poland.", None),
    ],
)
def test_laid_to_another(sentence: str, side: str | None) -> None:
    assert not contents_in(sentence, side)


@pytest.mark.parametrize(
    ("sentence", "side", "content"),
    [
        ("Chad said it would launch strikes on the port of Gdynia.", None, "launch strikes on the port of Gdynia"),
        ("Chad said it would launch strikes on the port of Gdynia.", "NOR", "launch strikes on the port of Gdynia"),
        ("Norway intends to launch an offensive against the rebels.", "NOR", "launch an offensive against the rebels"),
        ("Chad plans to build two ports in Poland.", "NOR", "build two ports in Poland"),
        ("Chad will launch a fund for the valley of Poland.", "NOR", "launch a fund for the valley of Poland"),
        ("Chad will not invade the valley of Poland.", "NOR", "not invade the valley of Poland"),
    ],
)
def test_its_own(sentence: str, side: str | None, content: str) -> None:
    assert contents_in(sentence, side) == [content]


@pytest.mark.parametrize(
    ("sentence", "is_promised"),
    [
        ("A Polish envoy was called in. The ministry announced the expulsion of two Polish diplomats.", False),
        ("Chad will expel two Polish diplomats on Monday, the ministry said.", True),
    ],
)
def test_no_state_expels_its_own(sentence: str, is_promised: bool) -> None:
    assert bool(contents_in(sentence, None)) is is_promised
