"""Topics: what a promise is about."""

import pytest

from aidememoire.claims.promises.topics import topic_of


@pytest.mark.parametrize(
    ("words", "topic"),
    [
        ("lower tariffs on wine and open the market for cheese", "trade"),
        ("build a gas pipeline under the strait", "energy"),
        ("waive visas for holders of service passports", "consular"),
        ("vaccinate all children against the virus", "health"),
        ("cut methane emissions from landfills", "environment"),
        ("launch a joint satellite", "space"),
        ("resettle two hundred refugees", "migration"),
        ("destroy its stock of ballistic missiles", "arms control"),
        ("send troops to guard the airport", "security"),
        ("exchange orchestras and open a museum", "culture"),
        ("demarcate the border along the river", "territorial"),
        ("share indicators of ransomware", "cyber"),
        ("do as promised", None),
        ("", None),
    ],
)
def test_topic(words: str, topic: str | None) -> None:
    assert topic_of(words) == topic
