"""Mentions of a sentence as the finders of people see it, for the tests of people."""

from functools import cache

from aidememoire.documents import Source, make_report
from aidememoire.knowledge import shipped
from aidememoire.language import find_mentions
from aidememoire.model import Mentions


@cache
def mentions_of(
    text: str, published: str | None = "2018-05-16", side: str | None = None, outlet: str | None = None
) -> Mentions:
    """Everything found in the text, as if published on the day."""
    source = Source("test", "test", published=published, side=side, outlet=outlet)
    return find_mentions(make_report(text, source, shipped()), shipped())
