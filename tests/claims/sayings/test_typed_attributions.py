"""Every convention of quotation marks in every place that an attribution can take: who said it, and which words."""

from itertools import product

import pytest

from aidememoire.claims.sayings.statements import propose_statements
from aidememoire.knowledge import shipped
from aidememoire.model import Proposal, StatementValues
from tests.claims.test_statements import mentions_of

MARKS = [
    ("“", "”"),
    ("‟", "”"),
    ("„", "“"),
    ("„", "”"),
    ("«", "»"),
    ("« ", " »"),
    ("»", "«"),
    ("「", "」"),
    ("『", "』"),
    ("＂", "＂"),
    ('"', '"'),
    ("``", "''"),
    ("”", "”"),
    ("‘", "’"),
    ("'", "'"),
]
SHAPES = [
    ("{o}The old road will open in May,{c} Jan Novak said.", "The old road will open in May,"),
    ("{o}The old road will open in May{c}, said Jan Novak.", "The old road will open in May"),
    ("{o}The old road will open in May{c}, Jan Novak told reporters on Monday.", "The old road will open in May"),
    ("Jan Novak said: {o}The old road will open in May.{c}", "The old road will open in May."),
    ("Jan Novak told a news conference: {o}The old road will open in May{c}.", "The old road will open in May"),
    ("{o}The road,{c} Jan Novak said, {o}will open to all drivers in May.{c}", "will open to all drivers in May."),
    ("According to Jan Novak, {o}the old road will open in May{c}.", "the old road will open in May"),
]


@pytest.mark.parametrize(("marks", "shape"), list(product(MARKS, SHAPES)))
def test_who_said_which_words(marks: tuple[str, str], shape: tuple[str, str]) -> None:
    text, words = shape[0].format(o=marks[0], c=marks[1]), shape[1]
    found = [
        (item.values.kind, item.values.speaker, item.values.content.strip())
        for item in propose_statements(mentions_of(text), shipped())
        if isinstance(item, Proposal) and isinstance(item.values, StatementValues)
    ]
    assert found == [("direct", "Jan Novak", words)]
