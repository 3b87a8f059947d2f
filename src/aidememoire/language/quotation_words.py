"""Words of quotations, as the table has them, and what finders of marks and of turns share."""

import re
import tomllib
from importlib.resources import files

WORDING: dict[str, str] = tomllib.loads(
    files("aidememoire.language").joinpath("data/en/quotations.toml").read_text(encoding="utf-8")
)
WORD = re.compile(r"[\w’'+-]+")


def alternatives(name: str) -> str:
    """The phrases of a list of wordings, as a regular expression's alternatives, longest first."""
    phrases = (" ".join(phrase.split()) for phrase in WORDING[name].split("|"))
    return "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in sorted(phrases, key=len, reverse=True))


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch of text without the white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
