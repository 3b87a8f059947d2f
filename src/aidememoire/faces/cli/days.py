"""Days as a person types them."""

from datetime import date

from aidememoire.model import UsageError


def day_of(words: str | None, *, is_last: bool = False) -> date | None:
    """The first (or last) day of what was typed: a day, a month or a year."""
    from aidememoire.model import When

    if words is None:
        return None
    try:
        when = When.parse(words)
    except ValueError as error:
        raise UsageError(words, "not a date", "Write it as 2017-03-19, 2017-03 or 2017.") from error
    return when.last if is_last else when.first
