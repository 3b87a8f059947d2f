"""Words by which one person is named only to say whose relation another is."""

import pytest

from aidememoire.knowledge.relations import is_of_kin, is_only_whose, is_whose_own, relation_before


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("The wife of the ", True),
        ("Ana Poe, the deputy of ", True),
        ("The special envoy of ", True),
        ("The head of the ", False),
        ("a meeting of the ", False),
        ("the envoy met ", False),
    ],
)
def test_relation_before(before: str, expected: bool) -> None:
    assert (relation_before(before + "president", len(before)) is not None) is expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("His father, ", True),
        ("with her late husband ", True),
        ("their predecessor, ", True),
        ("his counterpart, ", False),
        ("father, ", False),
    ],
)
def test_kin_before(before: str, expected: bool) -> None:
    assert is_of_kin(before + "former President Poe", len(before)) is expected


@pytest.mark.parametrize(
    ("name", "behind", "expected"),
    [
        ("Ana Poe", "'s special envoy, Juan Roe", True),
        ("Juan Moles", "’ wife", True),
        ("Ana Poe", "'s talks with the envoy", False),
        ("Ana Poe", "'s secretary of state", False),
        ("Ana Poe", " met the envoy", False),
    ],
)
def test_whose(name: str, behind: str, expected: bool) -> None:
    assert is_only_whose(name + behind, 0, len(name)) is expected


def test_his_own() -> None:
    assert is_whose_own("His predecessor came", 3)
    assert not is_whose_own("His counterpart came", 3)
