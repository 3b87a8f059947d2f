"""A fit that was stopped goes on where it was, to the same weights. Needs the training extras."""

import os
import signal
from pathlib import Path
from typing import Any

import numpy as np
import pytest

REASON = "the training extras are not installed (make train makes their environment): stopping a fit is not tested"
torch = pytest.importorskip("torch", reason=REASON)

from training.fit import Settings, fit  # noqa: E402
from training.keeping import Keeper, StoppedError, Store  # noqa: E402
from training.model import Tagger  # noqa: E402
from training.windows import Labelled  # noqa: E402

from aidememoire.claims.readers.cutting import BIO, FEATURES  # noqa: E402


def window(number: int) -> Labelled:
    """A window of made-up pieces with a promise in it."""
    draw = np.random.default_rng(number)
    length = 12 + number
    ids = [int(piece) for piece in draw.integers(1000, 2000, length)]
    tags = np.zeros((length, len(BIO) + 2), dtype=np.int64)
    tags[2:5, BIO.index("promise")] = 1
    features = draw.random((length, FEATURES)).astype(np.float32)
    cut: Any = type("Cut", (), {})()
    cut.ids, cut.features, cut.sentence, cut.sentences = ids, features, [0] * length, [0]
    return Labelled(cut, tags, {"promises": [1], "became": [0], "occasion": [0]})


MARKS = [window(number) for number in range(10)]
SETTINGS = Settings(epochs=2, batch=4)  # six steps


def tagger() -> Tagger:
    torch.manual_seed(1)
    return Tagger()


def equal(one: Tagger, other: Tagger) -> bool:
    theirs = other.state_dict()
    return all(torch.equal(weights, theirs[name]) for name, weights in one.state_dict().items())


def stop_after(monkeypatch: pytest.MonkeyPatch, step: int) -> None:
    """Press Ctrl-C during that step."""
    after = Keeper.after_step

    def press(keeper: Keeper, course: Any, steps: int) -> None:
        if course.step == step:
            os.kill(os.getpid(), signal.SIGINT)
        after(keeper, course, steps)

    monkeypatch.setattr(Keeper, "after_step", press)


@pytest.mark.parametrize("step", [1, 2, 3, 5])
def test_a_stopped_fit_ends_with_the_weights_that_it_would_have_had(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, step: int
) -> None:
    whole, cut = tagger(), tagger()
    fit(whole, MARKS, SETTINGS)
    with monkeypatch.context() as pressed:
        stop_after(pressed, step)
        with pytest.raises(StoppedError):
            fit(cut, MARKS, SETTINGS, Store(tmp_path))
    assert not equal(whole, cut)
    again, store = tagger(), Store(tmp_path)
    torch.rand(5)  # whatever was drawn in between
    fit(again, MARKS, SETTINGS, store)
    assert store.has_gone_on
    assert equal(whole, again)


def test_what_is_kept_of_another_fit_is_left_alone(tmp_path: Path) -> None:
    fit(tagger(), MARKS, SETTINGS, Store(tmp_path))
    store = Store(tmp_path)
    fit(tagger(), MARKS[:8], SETTINGS, store)
    assert not store.has_gone_on


def test_a_finished_fit_is_not_done_again_until_it_is_thrown_away(tmp_path: Path, capsys: Any) -> None:
    one, other, store = tagger(), tagger(), Store(tmp_path)
    fit(one, MARKS, SETTINGS, store)
    capsys.readouterr()
    fit(other, MARKS, SETTINGS, store)
    assert "epoch" not in capsys.readouterr().out
    assert equal(one, other)
    store.clear()
    assert not list(tmp_path.iterdir())
