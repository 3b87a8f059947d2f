"""Words that begin with a particle → whether they may be a surname alone."""

import pytest

from aidememoire.knowledge.person_names import begins_with_particle


@pytest.mark.parametrize(
    ("name", "is_surname"),
    [
        ("De Gucht", True),
        ("Von der Leyen", True),
        ("De la Cruz", True),
        ("San Martin", True),
        ("Do Rosario", True),
        ("Le Pen", True),
        ("Le Drian", True),
        ("Du Bois", True),
        ("Le Roy Ladurie", True),
        ("Le Duc Anh", False),  # whole names, the family's first
        ("Le Kha Phieu", False),
        ("Do Muoi", False),
        ("San Suu Kyi", False),  # Burmese: it doesn't shorten
        ("Karel De Gucht", False),
        ("De", False),
    ],
)
def test_surnames_with_particles(name: str, is_surname: bool) -> None:
    assert begins_with_particle(name) is is_surname
