"""Given names that tell a person's gender."""

import pytest

from aidememoire.knowledge.given_names import is_womans_name


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Marta Lind", True),
        ("ELENA NOVAK", True),
        ("Jan Novak", False),
        ("Kim Novak", False),  # either
        ("Victoria", False),  # alone it may be a surname or a place
        ("", False),
    ],
)
def test_a_womans_name(name: str, expected: bool) -> None:
    assert is_womans_name(name) is expected
