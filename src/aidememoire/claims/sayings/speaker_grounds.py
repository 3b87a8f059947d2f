"""What shows who spoke and for which party: the words that name them, or a sentence that says from what it follows."""

from aidememoire.claims.clauses import party_words
from aidememoire.claims.sayings.heard import Speaker
from aidememoire.model import Actor, Mentions, Span

_MAX_APART = 80  # characters from "Russian Foreign Minister" to the end of the name after it

Grounds = tuple[dict[str, Span], tuple[tuple[str, str], ...]]


def find_grounds(mentions: Mentions, speaker: Speaker) -> Grounds:
    """Spans for the speaker and party where words here name them, and a sentence for each that is inferred."""
    spans: dict[str, Span] = {}
    inferred: dict[str, str] = {}
    given = dict(speaker.inferred)
    if speaker.span is not None:
        spans["speaker"] = speaker.span
    if speaker.name is not None and ("speaker" in given or speaker.span is None):
        inferred["speaker"] = given.get("speaker", "the report's head names who issued it")
    if speaker.party is not None:
        words = party_words(mentions, speaker.party, speaker.span) if speaker.span is not None else None
        if words is not None:
            spans["speaker_party"] = words
        else:
            inferred["speaker_party"] = given.get("party") or _why_party(mentions, speaker)
    return spans, tuple(sorted(inferred.items()))


def _why_party(mentions: Mentions, speaker: Speaker) -> str:
    """Why a party that the speaker's words here don't name is theirs."""
    actor = next((a for a in mentions.actors if a.name == speaker.name and a.party == speaker.party), None)
    if actor is not None:
        why = dict(actor.inferred).get("party")
        if why:
            return why
        words = _naming(mentions, actor)
        if words is not None:
            return f"the party of {actor.name}, as the report names it at “{_words(mentions, words)}”"
    if mentions.report.side == speaker.party:
        return f"{speaker.party} is the side of the outlet, and {speaker.name} speaks for its office"
    return f"{speaker.party} is what the report's words make the party of {speaker.name or 'the speaker'}"


def _naming(mentions: Mentions, actor: Actor) -> Span | None:
    """The shortest run of words that holds both the party and the actor's name, or the party in a body's name."""
    if actor.party is None:
        return None
    inside = party_words(mentions, actor.party, actor.first)
    if inside is not None:
        return actor.first
    near: list[Span] = []
    for person in mentions.persons:
        if person.actor != actor.index:
            continue
        around = Span(person.span.report, max(0, person.span.start - _MAX_APART), person.span.end + _MAX_APART)
        words = party_words(mentions, actor.party, around)
        if words is not None:
            near.append(Span(words.report, min(words.start, person.span.start), max(words.end, person.span.end)))
    return min(near, key=lambda span: (span.end - span.start, span.start), default=None)


def _words(mentions: Mentions, span: Span) -> str:
    return " ".join(mentions.words(span).split())
