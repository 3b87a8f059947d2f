"""How versions of one story are compared."""

from collections import Counter

import pytest

from evaluation.translations import Version, compare, f1, signatures, versions


def claims(*speakers: str) -> dict[str, object]:
    return {"statements": [{"speaker": name, "speaker_party": None} for name in speakers]}


def test_a_signature_leaves_the_words_out() -> None:
    found = signatures(
        {
            "meetings": [{"parties": ["RUS", "JPN"], "state": "held", "date": "2019-05-06"}],
            "statements": [{"speaker": "Jan Novak", "speaker_party": None}, {"speaker": None, "speaker_party": None}],
            "commitments": [{"made_by": ["JPN"], "strength": "pledged"}],
            "statuses": [{"status": "ended", "subject_type": "dialogue"}],
        }
    )
    assert found == Counter(
        {
            ("meeting", ("JPN", "RUS"), "held", "2019-05"): 1,
            ("statement", "novak"): 1,
            ("statement", "?"): 1,
            ("commitment", ("JPN",), "pledged"): 1,
            ("status", "ended", "dialogue"): 1,
        }
    )


def test_agreement_is_asked_of_the_first_human_version() -> None:
    told = [Version("s", True, "A", "a", "a"), Version("s", True, "B", "b", "b")]
    told += [Version("s", False, "X", "x", "x"), Version("t", True, "A", "a", "a")]
    said = {"s|human|A": claims("Jan Novak", "Marta Lind"), "s|human|B": claims("Novak"), "s|machine|X": claims("Lind")}
    (found,) = compare(told, said)
    assert found.machine == found.human == pytest.approx(2 / 3)
    assert found.lost == {("statement", "novak"): 1}
    assert not found.added


def test_what_yields_nothing_is_left_out() -> None:
    told = [Version("s", True, "A", "a", "a"), Version("s", False, "X", "x", "x")]
    assert compare(told, {"s|human|A": claims(), "s|machine|X": claims("Lind")}) == []
    assert f1(Counter(), Counter()) == 0


def test_both_forms_of_a_story_are_read() -> None:
    news = {"id": "n", "human": {"A": ["One.", "Two."]}, "machine": {"X": ["Three."]}}
    sentence = {"row": 4, "human": "One.", "engine": "Two.", "source": "Uno."}
    assert [(v.id, v.text, v.title) for v in versions([news, sentence])] == [
        ("n|human|A", "One.\n\nTwo.", "One."),
        ("n|machine|X", "Three.", "Three."),
        ("un-4|human|human", "One.", "One."),
        ("un-4|machine|engine", "Two.", "Two."),
    ]
