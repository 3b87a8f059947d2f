"""Sentence → meeting, told of by what those of two sides did together, or by a sitting of their joint body."""

import pytest
from tests.claims.tables import all_written
from tests.claims.test_meetings import FILLER, meetings_in

TOGETHER = [
    # what officials of two states do only together
    ("The interior ministers of Chile and Peru talked for two hours on Monday.", "meeting held CHL+PER 2019-05-06 -"),
    ("The presidents of Chile and Peru shook hands in Lima on Monday.", "meeting held CHL+PER 2019-05-06 Lima"),
    ("Chilean and Peruvian customs officers haggled all night about beans.", "meeting held CHL+PER - -"),
    ("Norway and Iceland wrangled all night about herring.", "meeting held ISL+NOR - -"),
    ("The finance ministers of Chile and Peru conferred by telephone on Monday.", "call held CHL+PER 2019-05-06 -"),
    (
        "The Chilean and Peruvian ministers had a working lunch in Lima on Monday.",
        "meeting held CHL+PER 2019-05-06 Lima",
    ),
    ("Chilean and Peruvian negotiators broke up on Monday without a text.", "talks held CHL+PER 2019-05-06 -"),
    ("Envoys of Kenya and of Uganda are to talk in Nairobi on Friday.", "meeting planned KEN+UGA 2019-05-10 Nairobi"),
    # envoys for a third state, and a conference of its hosts
    ("The envoys of Chile and Peru for Mali met in Lima on Monday.", "meeting held CHL+PER 2019-05-06 Lima"),
    (
        "Lima hosted the second meeting of special representatives of Chile and the European Union for Mali on Monday.",
        "meeting held CHL+EU+PER 2019-05-06 Lima #2",
    ),
    (
        "Chile and Peru co-hosted a pledging conference for Mali in Lima on Monday.",
        "meeting held CHL+PER 2019-05-06 Lima",
    ),
    # a dialogue that was held, and an edition of one
    ("Chile and Peru held a political dialogue in Lima on Monday.", "talks held CHL+PER 2019-05-06 Lima"),
    (
        "Chile and Peru held, for the first time, a high-level dialogue in Lima on Monday.",
        "talks held CHL+PER 2019-05-06 Lima",
    ),
    (
        "Chile and Peru held the second edition of the Political and Naval Strategic Dialogue in Lima on Monday.",
        "talks held CHL+PER 2019-05-06 Lima #2",
    ),
    ("Chile and Peru held Naval Staff Talks in Lima on Monday.", "talks held CHL+PER 2019-05-06 Lima"),
    # what they agreed on where they were
    (
        "The farm ministers of Chile and Peru agreed in Lima on Monday to share seed.",
        "meeting held CHL+PER 2019-05-06 Lima",
    ),
    # whom somebody told something in a place
    (
        "The Chilean defence minister told her Peruvian counterpart in Lima on Monday that the sea was calm.",
        "meeting held CHL+PER 2019-05-06 Lima",
    ),
    # whom somebody met, behind when and where
    (
        "Chilean Foreign Minister Roberto Ampuero met today in Lima the Peruvian foreign minister, Nestor Popolizio.",
        "meeting held CHL+PER 2019-05-06 Lima",
    ),
    # officials beside ministers
    (
        "Talks between Kenyan and Ugandan brigadiers were held in Nairobi on Monday.",
        "talks held KEN+UGA 2019-05-06 Nairobi",
    ),
    ("The delegations of Chile and of Peru met in Lima on Monday.", "meeting held CHL+PER 2019-05-06 Lima"),
    # a joint body of theirs
    ("The seed working party of Chile and Peru met on Monday.", "meeting held CHL+PER 2019-05-06 -"),
    ("The Kenyan-Ugandan Coordination Council has ended its fourth session.", "meeting held KEN+UGA - - #4"),
    (
        "The Wheat Panel of the Republic of Chile and the Republic of Peru held its third session in Lima on 2 May.",
        "meeting held CHL+PER 2019-05-02 Lima #3",
    ),
    # what became of it
    (
        "Talks between Kenya and Uganda will not take place next week as planned.",
        "talks cancelled KEN+UGA 2019-05-13/2019-05-19 -",
    ),
    (
        "A call among the defence ministers of Chile and Peru, due on Tuesday, was put back for lack of a line.",
        "call postponed CHL+PER 2019-05-07 -",
    ),
]

APART = [
    "Chile and Peru hosted a forum of poets in Lima on Monday.",
    "Chilean Foreign Minister Ana Rojas received today a letter on her Peruvian counterpart, Luis Vega.",
    "Chile and Peru have held a dialogue on reefs for years.",
    "The Chilean government held a national dialogue in Santiago on Monday.",
    "Chile's government held a dialogue with the miners in Santiago on Monday.",
    "Chile and Peru held a dialogue of cultures in Lima on Monday.",
    "The second edition of a dictionary of dialogue was launched by Chile and Peru in Lima on Monday.",
    "The staff talks at the Peruvian embassy in Chile ended in Santiago on Monday.",
    "The fans of Chile and Peru shook hands in Lima on Monday.",
    "The newspapers of Chile and Peru haggled over hake for two days.",
    "Chile and Peru agreed on Monday to share seed.",
    "The farm ministers of Chile and Peru agreed in a letter on Monday to share seed.",
    "Chilean and Peruvian officers broke up a protest on Monday.",
    "The parliaments of Chile and Peru conferred immunity in Lima on Monday.",
    "Danish and Swedish officials sat down on Monday to eat.",
    "The Chilean defence minister told her Peruvian counterpart in a letter that the sea was calm.",
    "Kenya, in consultation with Uganda, closed the road on Monday.",
    "A Chilean commission of jurists held its third session in Lima on 2 May 2019.",
    "The ruling party of Chile met on Monday.",
]


@pytest.mark.parametrize(("text", "expected"), TOGETHER, ids=lambda value: str(value)[:60])
def test_what_is_done_together(text: str, expected: str) -> None:
    assert all_written(meetings_in(text + FILLER)) == [expected]


@pytest.mark.parametrize("text", APART, ids=lambda value: str(value)[:60])
def test_what_is_done_apart(text: str) -> None:
    assert all_written(meetings_in(text + FILLER)) == []
