"""Windows: every sentence in exactly one, offsets exact on any text, hints where they belong."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aidememoire.claims.readers.cutting import CORE_PIECES, HINTS, SHAPES, Window, windows_of

tokenizers = pytest.importorskip("tokenizers")


def _tokenizer():
    from aidememoire.claims.readers.tagger import FOLDER, TOKENIZER

    if not FOLDER.joinpath(TOKENIZER).is_file():
        pytest.skip("the tagger's tokenizer isn't installed")
    return tokenizers.Tokenizer.from_str(FOLDER.joinpath(TOKENIZER).read_text(encoding="utf-8"))


def _cut(text: str, ends: list[int], hints=(), is_read=None) -> list[Window]:
    starts = [0, *ends[:-1]]
    sentences = [(start, end, 0) for start, end in zip(starts, ends, strict=True)]
    return windows_of(text, "A title", sentences, is_read or [True] * len(sentences), [], hints, _tokenizer())


def _core(windows: list[Window]) -> list[tuple[int, int]]:
    return [pair for w in windows for pair, core in zip(w.offsets, w.is_core, strict=True) if core]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(min_size=1, max_size=60), min_size=1, max_size=12))
def test_each_piece_is_core_once_and_its_offsets_lie_in_the_text(parts):
    text, ends = "", []
    for part in parts:
        text += part
        ends.append(len(text))
    core = _core(_cut(text, ends))
    assert core == sorted(core)
    encoded = _tokenizer().encode_batch(parts, add_special_tokens=False)
    assert len(core) == sum(end > start for one in encoded for start, end in one.offsets)
    assert all(0 <= start < end <= len(text) for start, end in core)


def test_offsets_are_code_points_of_any_script():
    text = "Lavrov 🇷🇺 met Kōno — 河野太郎 in Tōkyō."
    words = [text[a:b] for a, b in _core(_cut(text, [len(text)]))]
    assert "".join(words) == text.replace(" ", "")


def test_long_text_is_cut_between_sentences_and_none_is_lost_or_doubled():
    sentence = "The two ministers agreed to meet again in the spring of next year. "
    text = sentence * 120
    ends = [len(sentence) * (i + 1) for i in range(120)]
    windows = _cut(text, ends)
    assert len(windows) > 2
    numbers = [number for window in windows for number in window.sentences]
    assert numbers == list(range(120))
    assert all(sum(window.is_core) <= CORE_PIECES for window in windows)


def test_a_sentence_longer_than_a_window_is_cut_and_no_piece_is_lost():
    text = "word " * 1000
    assert len(_core(_cut(text, [len(text)]))) == 1000


def test_sentences_that_are_not_read_are_in_no_window():
    text = "Share this page. The ministers met."
    windows = _cut(text, [17, len(text)], is_read=[False, True])
    assert [number for window in windows for number in window.sentences] == [1]
    assert min(start for start, _ in _core(windows)) == 17


def test_hints_lie_on_the_pieces_under_them_and_the_surer_one_stays():
    text = "They agreed to open a consulate."
    promise = HINTS.index("promise")
    windows = _cut(text, [len(text)], hints=[(15, 31, promise, 0.8), (15, 31, promise, -0.5)])
    values = {
        text[a:b]: row[SHAPES + promise]
        for w in windows
        for (a, b), row in zip(w.offsets, w.features, strict=True)
        if b > a
    }
    assert values["open"] == 0.8
    assert values["agreed"] == 0.0


def test_nothing_gives_nothing():
    assert windows_of("", None, [], [], [], [], _tokenizer()) == []
