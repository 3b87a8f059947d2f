"""Names in a text: parties, places, dialogues."""

from aidememoire.knowledge import Knowledge
from aidememoire.model import DialogueMention, Mentions, PartyMention, PlaceMention

COUNTRY_KINDS = frozenset({"state", "former_state", "entity"})


def find_parties(mentions: Mentions, knowledge: Knowledge) -> tuple[PartyMention, ...]:
    """The words that name a party, in order of position."""
    report = mentions.report
    return tuple(
        PartyMention(report.span(name.start, name.end), name.code, name.alternatives, name.form)
        for name in knowledge.parties.scan(report.text, mentions.on)
    )


def find_places(mentions: Mentions, knowledge: Knowledge) -> tuple[PlaceMention, ...]:
    """The words that name a city, venue, region or country, in order of position."""
    report = mentions.report
    places = []
    taken: set[int] = set()
    for name in knowledge.places.scan(report.text):
        place = name.places[0]
        places.append(PlaceMention(report.span(name.start, name.end), place.name, place.kind, place.country))
        taken.update(range(name.start, name.end))
    for mention in mentions.parties:
        party = knowledge.parties.get(mention.code)
        is_country = party is not None and party.kind in COUNTRY_KINDS and mention.form in ("name", "abbreviation")
        if party and is_country and mention.span.start not in taken:
            places.append(PlaceMention(mention.span, party.name, "country", party.code))
    return tuple(sorted(places, key=lambda place: place.span))


def find_dialogues(mentions: Mentions, knowledge: Knowledge) -> tuple[DialogueMention, ...]:
    """The words that name a standing format, in order of position."""
    report = mentions.report
    return tuple(
        DialogueMention(
            report.span(name.start, name.end),
            report.text[name.start : name.end],
            name.dialogue.key,
            name.dialogue.level,
            name.dialogue.parties or ((name.dialogue.organisation,) if name.dialogue.organisation else ()),
        )
        for name in knowledge.dialogues.scan(report.text)
    )
