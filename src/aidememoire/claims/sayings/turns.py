"""Turns: what stands under a speaker's label, and texts issued in one voice."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from aidememoire.claims.sayings.cues import find_cues
from aidememoire.claims.sayings.heard import Speaker
from aidememoire.claims.sayings.speaking_nouns import organ_party
from aidememoire.model import Actor, ActorKind, Block, BlockRole, Mentions, Sentence, Span

_GREETING_WORDS = 5  # "Good afternoon, Mr President." greets; the sentence after it has the substance
_MAX_OPENING_SENTENCES = 3
_SALUTATION = re.compile(
    r"(?i)^(?:dear|your (?:majesty|excellency|highness)|to the congress|ladies and gentlemen)\b.{0,120}[:,!]?$"
)
_BEGIN = re.compile(r"(?i)^\W*begin(?:ning of)? text\W*$|^\W*quote\W*$")
_BEGIN_INLINE = re.compile(r"(?i)^\W*begin text\s*:\s*")
_JOINT = re.compile(
    r"(?i)\bjoint (?:\w+ )?(?:statement|communiqu[eé]|declaration|press release)\b|\bstatement of the g7\b"
)
_READOUT = re.compile(
    r"(?i)\breadout\b|\bcall with\b|\bmeeting with\b|\bfact sheet\b|\bbackground press\b|\btravels? to\b"
)
_BY = re.compile(
    r"(?i)\b(?:statement|remarks|message|letter|proclamation|address|speech|greetings|toast)s? (?:by|from|of)\s+"
    r"(?P<who>[^,–—:]+?)(?=\s+(?:on|at|in|to|about|regarding|marking|after|before|following|during|celebrating"
    r"|commemorating|for|as|upon|(?-i:[a-z]{3,}ing))\b|[,–—:]|$)"
)
_SIGNED = re.compile(r"^(?P<who>(?:[A-Z][\w.’'-]*\s){1,4}[A-Z][\w’'-]+),\s+(?P<office>[A-Z][\w .,’'&-]+)$")
_ATTRIBUTABLE = re.compile(
    r"(?i)attributable to (?:the )?(?:(?:state )?department )?(?:principal |deputy )*"
    r"(?:spokesperson|spokesman|spokeswoman)?\s*(?P<who>[A-Z][\w.’' -]+)"
)
_SIGNATURE = re.compile(r"[A-Z][A-Z.’'-]*(?: [A-Z][A-Z.’'-]*){1,4}")
_SIGNATURE_BLOCKS = 4
_MIN_OWN_SENTENCES, _MAX_OWN_SENTENCES = 3, 40  # a shorter text may be news of one act; a longer one is a treaty
_OWN_SHARE = 0.75  # of the sentences; the rest tell why
_MAX_TITLE = 14  # words of one that ends in a full stop: "Joint Statement by Norway and the U.S."
_MAX_SUBJECT = 10  # tokens up to the verb: "The Ministry of Foreign Affairs of the Republic strongly condemns"
_FIRST_PERSON = re.compile(r"\b(?:I|my)\b")
_TITLES = re.compile(
    r"(?i)^(?:(?:the|u\.s\.|us|vice|acting|deputy|president|prime|minister|foreign|secretary|of|state|national|security"
    r"|advisor|adviser|nsc|spokesperson|spokesman|spokeswoman|press|first|lady|ambassador|assistant|to|for|special"
    r"|envoy|general|treasury|defense|defence)\s+)+(?=[A-Z])"
)
_ACCOUNT = re.compile(
    r"(?i)\b(?:met|spoke|held (?:a|talks)|had an? |hosted|welcomed|travell?ed|participated|joined|convened|called"
    r"|thanked|discussed)\b"
)


@dataclass(frozen=True, slots=True)
class Turn:
    """Words under one voice."""

    span: Span  # all of it
    content: Span  # its opening, to the end of the first sentence of substance
    label: Span | None  # None for a text in one voice
    speaker: Speaker | None  # who issued a text in one voice
    is_whole: bool  # the whole report is this turn


def find_turns(mentions: Mentions) -> tuple[Turn, ...]:
    """The labelled turns in order, or the one turn of a text issued in one voice, or nothing."""
    labelled = tuple(_labelled(mentions))
    if labelled:
        return labelled
    whole = _one_voice(mentions)
    return (whole,) if whole else ()


def _labelled(mentions: Mentions) -> Iterator[Turn]:
    for quotation in mentions.quotations:
        if quotation.label is not None:
            yield Turn(quotation.span, _opening(mentions, quotation.span, 0), quotation.label, None, False)


def _opening(mentions: Mentions, span: Span, greeting_words: int = _GREETING_WORDS) -> Span:
    """The words from the span's start to the end of its first sentence of more than the given number of words."""
    start = span.start
    taken = 0
    end = start
    for sentence in _sentences_in(mentions, span):
        if sentence.end <= start:
            continue
        end = min(sentence.end, span.end)
        taken += 1
        words = mentions.report.text[start:end].split()
        last = mentions.report.text[end - 1]
        if (len(words) > greeting_words and last in '.!?…”"') or taken >= _MAX_OPENING_SENTENCES:
            break
    if end <= start:
        end = min(span.end, start + 300)
    return Span(span.report, start, end)


def _sentences_in(mentions: Mentions, span: Span) -> Iterator[Span]:
    sentences = mentions.sentences
    low, high = 0, len(sentences)
    while low < high:
        middle = (low + high) // 2
        if sentences[middle].span.end <= span.start:
            low = middle + 1
        else:
            high = middle
    while low < len(sentences) and sentences[low].span.start < span.end:
        yield sentences[low].span
        low += 1


def _one_voice(mentions: Mentions) -> Turn | None:
    """The report as one turn, where its head says who issued it."""
    report = mentions.report
    body = [block for block in report.blocks if block.role in {BlockRole.BODY, BlockRole.HEADING}]
    if not body:
        return None
    issuer = _issuer(mentions) or _own_voice(mentions)
    if issuer is None:
        return None
    first = _first_block(report.text, body, mentions)
    if first is None:
        return None
    start = first.span.start
    begin = _BEGIN_INLINE.match(report.text, start, first.span.end)
    if begin:
        start = begin.end()
    if start >= first.span.end:
        return None
    span = Span(report.id, start, max(start + 1, body[-1].span.end))
    return Turn(span, _opening(mentions, span), None, issuer, True)


def _first_block(text: str, body: list[Block], mentions: Mentions) -> Block | None:
    """The first paragraph of substance: after "Begin text:", headings and salutations."""
    after = 0
    for block in mentions.report.blocks:
        words = text[block.span.start : min(block.span.end, block.span.start + 60)]
        if _BEGIN.match(words) or _BEGIN_INLINE.match(words):
            after = block.span.start
            break
    for block in body:
        words = text[block.span.start : block.span.end]
        if block.span.start < after or _BEGIN.match(words) or _SALUTATION.match(words) or _SIGNED.match(words):
            continue
        if block.role is BlockRole.HEADING and words[-1:] not in ".!?:;":
            continue
        if len(words.split()) > 3:
            return block
    return None


def _issuer(mentions: Mentions) -> Speaker | None:
    """Who issued the text, by its title and the lines over its body; None where it is no text in one voice."""
    report = mentions.report
    head = list(report.blocks[:6])
    title = report.title or (report.words(head[0].span) if head else "")
    if _quotes_much(mentions):
        return None
    labels = [
        " ".join(report.words(block.span).split())
        for block in head
        if block.role in {BlockRole.LABEL, BlockRole.HEADING, BlockRole.BODY}
    ]
    joint = _JOINT.search(title) if not _is_sentence(title) else None
    by = _BY.search(title)
    if joint:
        name = by["who"] if by and " and " in by["who"] and by["who"][0].isupper() else "joint statement"
        return Speaker(name, _common_party(mentions, name), None, is_joint=True)
    if by and not _READOUT.search(title) and report.side and _names_person(mentions, by["who"]):
        return _person(mentions, by["who"])
    for label in labels:
        attributable = _ATTRIBUTABLE.search(label) if len(label) < 200 else None
        if attributable:
            return None if _tells_of_talks(mentions) else _person(mentions, attributable["who"].strip(" :."))
    for label in labels[:3] if report.side or report.title else ():
        signed = _SIGNED.match(label) if len(label) < 120 else None
        is_object = signed is not None and signed["who"].split()[-1] in title.split()  # "X Names Jan Novak Envoy"
        if signed and not is_object and not _READOUT.search(title):
            return _person(mentions, signed["who"])
    return _signed_below(mentions) if report.side else None


def _is_sentence(title: str) -> bool:
    """Whether what stands for the title is the text's first sentence: "In the joint statement, Norway undertook …"."""
    return title.rstrip().endswith((".", ";")) and len(title.split()) > _MAX_TITLE


def _own_voice(mentions: Mentions) -> Speaker | None:
    """The body whose doings in words are all that the text tells, in the present: "The Council condemns … It calls …".

    So the Security Council, the G7 or a foreign ministry speaks of itself in a statement without a head.
    """
    report = mentions.report
    if report.side is not None or (mentions.dateline is not None and mentions.dateline.agency is not None):
        return None
    body = [s for s in mentions.sentences if report.blocks[s.block].role is BlockRole.BODY]
    if not _MIN_OWN_SENTENCES <= len(body) <= _MAX_OWN_SENTENCES:
        return None
    names = [_performing(mentions, sentence) for sentence in body]
    name = names[0]
    if name is None or name.casefold() == "it":
        return None
    own = sum(other is not None and other.casefold() in {name.casefold(), "it"} for other in names)
    if own < _OWN_SHARE * len(body):
        return None
    party = organ_party(name)
    inferred = [("speaker", "every sentence tells what it says")]
    inferred += [("speaker_party", f"the {name} is an organ of it")] if party else []
    return Speaker(name, party, None, inferred=tuple(inferred))


def _performing(mentions: Mentions, sentence: Sentence) -> str | None:
    """The subject, without its article, of a sentence whose verb does in the present what it tells: "… condemns …"."""
    tokens = mentions.tokens
    cue = next(find_cues(tokens, sentence.first, min(sentence.last, sentence.first + _MAX_SUBJECT)), None)
    if cue is None or tokens[cue.first].tag not in {"VBZ", "VBP"}:
        return None
    words = tokens[sentence.first : cue.first]
    if any(token.pos not in {"DET", "ADJ", "NOUN", "PROPN", "ADV", "PRON"} for token in words):
        return None
    named = [token.text for token in words if token.pos not in {"DET", "ADV"}]
    return " ".join(named) or None


def _signed_below(mentions: Mentions) -> Speaker | None:
    """Who signed the text in capitals under its last words, where it speaks in the first person."""
    report = mentions.report
    for block in report.blocks[-_SIGNATURE_BLOCKS:]:
        words = report.words(block.span).splitlines()[-1:] if len(report.words(block.span)) > 0 else []
        if words and _SIGNATURE.fullmatch(words[0].strip()) and _FIRST_PERSON.search(report.text):
            return _person(mentions, words[0].strip())
    return None


def _common_party(mentions: Mentions, names: str) -> str | None:
    """The party of all who issued a joint text, where they are persons of one party."""
    folded = names.casefold().split()
    issuers = [
        actor.party
        for actor in mentions.actors
        if actor.kind is ActorKind.PERSON and actor.name.split()[-1].casefold() in folded
    ]
    return issuers[0] if len(issuers) > 1 and len(set(issuers)) == 1 else None


def _tells_of_talks(mentions: Mentions) -> bool:
    """Whether the body gives an account of a person's doings ("Secretary X met …") rather than a position."""
    for sentence in mentions.sentences:
        if mentions.report.blocks[sentence.block].role is BlockRole.BODY and sentence.last - sentence.first > 6:
            words = mentions.report.words(sentence.span)
            return bool(_ACCOUNT.search(words)) and not words.lower().startswith(
                ("the united states", "we ", "on behalf")
            )
    return True


def _quotes_much(mentions: Mentions) -> bool:
    """Whether an outlet without a side tells the story: then it is nobody's own text."""
    return mentions.report.side is None and mentions.dateline is not None and mentions.dateline.agency is not None


def _names_person(mentions: Mentions, words: str) -> bool:
    """Whether the words end in somebody's name ("President Jan Novak"), not in a country's or a thing's."""
    listed = words.split()
    if not listed or not listed[-1][0].isupper():
        return False
    surname = listed[-1].casefold().strip(".,")
    if any(
        actor.kind is ActorKind.PERSON and actor.name.casefold().split()[-1].strip(".") == surname
        for actor in mentions.actors
    ):
        return True
    return any(
        entity.label == "PERSON" and surname in mentions.words(entity.span).casefold() for entity in mentions.entities
    )


def _person(mentions: Mentions, words: str) -> Speaker:
    """The issuer under the fullest name that the report gives."""
    bare = _TITLES.sub("", " ".join(words.split())).strip()
    surname = bare.split()[-1].casefold() if bare.split() else ""
    for actor in mentions.actors:
        if actor.kind is ActorKind.PERSON and _same(actor, surname, bare):
            return Speaker(
                actor.name,
                actor.party or mentions.report.side,
                None,
                is_person=True,
                inferred=(("speaker", "the text's head names its issuer"),),
            )
    return Speaker(
        bare or words,
        mentions.report.side,
        None,
        is_person=True,
        inferred=(("speaker", "the text's head names its issuer"),),
    )


def _same(actor: Actor, surname: str, name: str) -> bool:
    return actor.name.casefold() == name.casefold() or actor.name.split()[-1].casefold() == surname
