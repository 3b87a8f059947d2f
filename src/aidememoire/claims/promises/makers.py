"""Which parties a subject's words stand for: by name, by person or office, or jointly for those at the meeting."""

from bisect import bisect_left
from dataclasses import replace

from aidememoire.claims.clauses import (
    CLIMB_LIMIT,
    Clauses,
    Range,
    names_doer,
    person_at,
    sentence_at,
)
from aidememoire.claims.promises.grounds import Ground, Makers, heads, is_state, parties_within, within
from aidememoire.claims.promises.names_ahead import heads_list
from aidememoire.claims.promises.pronouns import last_named
from aidememoire.claims.promises.sittings import meeting_of, those_at_the_meeting
from aidememoire.claims.promises.voices import (
    government_at_home,
    one_voice,
    own_side,
    quoted_speaker,
    speaks_for_others_too,
)
from aidememoire.model import PartyMention, Proposal, Span

SOME = frozenset({"some", "many", "most", "several", "few", "million", "thousand", "hundred", "ordinary", "young"})
OWNING = frozenset({"of", "from", "in", "at", "for"})  # what leads to a body's owner: "officials from the bank"
ORIGINS = frozenset({"from", "of"})  # "the ministers of Central Asia | and China"
JOINING_PREPOSITIONS = frozenset({"of", "between", "from"})
GROUPS = frozenset({"group", "number", "bloc", "alliance", "coalition", "club", "majority"})
GATHERED = frozenset({"conference", "meeting", "summit", "session"})
FAMILY = frozenset({"organisations", "organizations", "bodies", "institutions"})  # "UN organisations" are of the UN
OF_TWO = frozenset({"agree", "sign", "conclude", "initial", "reach"})  # "we decided" may be one cabinet
TITLE_REACH = 3  # words before a name or office in which "former", "opposition" are said of it
SAID_BEHIND = 1  # sentences behind the one that tells of the talks in which "we" of a quotation means both sides
GUESSED_FROM = 2  # sentences before in which a party may be meant without being said


def makers_of(
    clauses: Clauses,
    subject: int | None,
    meetings: tuple[Proposal, ...],
    *,
    is_joint: bool = False,
    strict: bool = True,
) -> Makers | None:
    """The parties that the subject stands for; None when it stands for no party (a firm, a person without office).

    ``is_joint``: the deed takes two ("signed", "it was agreed"), so that no subject means those at the meeting.
    ``strict``: False takes a party's jets and officers for the party.
    """
    if subject is None or clauses[subject].dep == "expl" or (is_joint and _is_impersonal(clauses, subject)):
        return those_at_the_meeting(clauses, meetings)
    phrase = clauses.subtree(subject)
    named = _named(clauses, subject, phrase)
    if named:
        return _with_twin(clauses, subject, named)
    if not strict:
        return _any_named(clauses, phrase)
    word = clauses.lower(subject)
    if word == "council" and clauses.lower(subject - 1) == "security":  # there is one of that name
        return Makers(("UN",), (clauses.span((subject - 1, subject + 1)),), None)
    if word in heads()["joint_heads"]:
        if _is_of_others(clauses, subject) or is_of_some_kind(clauses, subject):
            return None
        if _is_of_many(clauses, subject):
            return Makers((), (), None, Ground.UNNAMED)
        together = those_at_the_meeting(clauses, meetings)
        if word != "they":
            return together
        others = _without_speaker(clauses, subject, together)
        return together if is_joint and others is not None and len(others.codes) == 1 else others  # it takes two
    joined = clauses.child(subject, "conj")
    if joined is not None and clauses.lower(joined) in heads()["joint_heads"]:
        return those_at_the_meeting(clauses, meetings)  # "the Secretary and the two ministers"
    if word in heads()["first_person"]:
        return _first_person(clauses, subject, meetings, is_joint=is_joint)
    if word in heads()["own_bodies"]:
        if whose_it_is(clauses, subject):
            return None
        if is_joint and word == "officials":
            together = those_at_the_meeting(clauses, meetings)
            if together is not None and together.ground is Ground.MEETING:
                return together  # "the officials agreed to …", told of talks
        if word == "government" and any(token.lemma == "opposition" for token in clauses.tokens):
            return government_at_home(clauses.mentions)
        return last_named(clauses, subject) or _of_the_outlet(clauses, subject)
    return None


def _with_twin(clauses: Clauses, subject: int, named: Makers) -> Makers:
    """The makers with the party of a second that "and" joins right before the verb, whatever the parse makes of it.

    "The president of Chad and Niger's Issoufou agreed …".
    """
    verb = clauses[subject].head
    for index in range(subject + 1, verb):
        if clauses.lower(index) != "and":
            continue
        for party in parties_within(clauses.mentions, clauses[index + 1].start, clauses[verb].start)[:1]:
            last = _token_at(clauses, party.span)
            is_next = party.span.start == clauses[index + 1].start
            if last is not None and is_next and _is_name_before(clauses, last + 1, verb):
                codes = tuple(sorted({*named.codes, party.code}))
                return replace(named, codes=codes, spans=tuple(sorted({*named.spans, party.span})))
    return named


def _is_name_before(clauses: Clauses, mark: int, verb: int) -> bool:
    """Whether "'s" and a name alone stand here before the verb."""
    if clauses[mark].tag != "POS" or clauses[mark + 1].pos != "PROPN":
        return False
    return all(clauses[index].pos in {"PROPN", "AUX", "ADV", "PUNCT"} for index in range(mark + 1, verb))


def whose_it_is(clauses: Clauses, body: int) -> list[int]:
    """The words that say whose the body is, or which: "the Okafor regime", "rebel forces", "officials of the bank"."""
    return [child for child in clauses.children.get(body, ()) if _tells_which(clauses, child)]


def _tells_which(clauses: Clauses, child: int) -> bool:
    dep, word = clauses[child].dep, clauses.lower(child)
    if dep == "prep":
        return word in OWNING
    if dep in {"amod", "nummod"}:
        return word in heads()["of_others"]
    if dep not in {"poss", "compound", "nmod"} or clauses[child].tag == "PRP$":
        return False
    return word in heads()["of_others"] or word not in heads()["of_itself"] | heads()["state_heads"]


def _of_the_outlet(clauses: Clauses, subject: int) -> Makers | None:
    """The outlet's own side, for a body that its account names without its state ("the Ministry plans to …")."""
    if clauses[subject].pos == "PRON":
        return None
    return own_side(clauses.mentions, f"“{clauses[subject].text}” is that of the government whose account it is.")


def _is_of_others(clauses: Clauses, subject: int) -> bool:
    """Whether "members", "leaders" are said to be those of something that was not at any meeting ("of the union")."""
    if clauses.lower(subject) not in heads()["belonging"]:
        return False
    of = next((child for child in clauses.children.get(subject, ()) if clauses.lower(child) == "of"), None)
    whole = clauses.child(of, "pobj") if of is not None else None
    return whole is not None and clauses[whole].lemma not in heads()["wholes"]


def with_joined(clauses: Clauses, pronoun: int | None, meant: int | None, makers: Makers) -> Makers:
    """The makers with those joined to a pronoun that stands for them: "he | and the Danish minister agreed"."""
    if pronoun is None or pronoun == meant:
        return makers
    joined = clauses.child(pronoun, "conj")
    others = makers_of(clauses, joined, ()) if joined is not None else None
    if others is None or not others.spans:
        return makers
    codes = tuple(sorted({*makers.codes, *others.codes}))
    return replace(makers, codes=codes, spans=tuple(sorted({*makers.spans, *others.spans})))


def _is_of_many(clauses: Clauses, gathering: int) -> bool:
    """ "a conference of 40 governments": more than those whose meeting is told of here."""
    of = next((child for child in clauses.children.get(gathering, ()) if clauses.lower(child) == "of"), None)
    whole = clauses.child(of, "pobj") if of is not None and clauses.lower(gathering) in GATHERED else None
    counts = [clauses[child] for child in clauses.children.get(whole, ())] if whole is not None else []
    return any(token.tag == "CD" and token.text.isdigit() for token in counts)


def is_of_some_kind(clauses: Clauses, subject: int) -> bool:
    """ "western countries", "leading industrial nations": some that were perhaps at no meeting here."""
    if clauses[subject].lemma not in heads()["kinds"]:
        return False
    return any(
        clauses[child].dep == "amod" and clauses.lower(child) not in heads()["of_all"]
        for child in clauses.children.get(subject, ())
    )


def is_other_group(clauses: Clauses, subject: int) -> bool:
    """Whether "states", "leaders" are some that the phrase names, who sat at no meeting here ("Gulf Arab states")."""
    if clauses.lower(subject) not in heads()["joint_heads"]:
        return False
    for index in range(clauses.subtree(subject)[0], subject):
        if clauses[index].pos == "PROPN" and clauses[index].head == subject:
            return True
    return False


def is_second_doer(clauses: Clauses, name: int) -> bool:
    """ "Riga" in "Oslo will send two ships and Riga will …", whatever the parse joins it to."""
    first = name
    while first in clauses and clauses[first].pos == "PROPN":
        first -= 1
    return first in clauses and clauses.lower(first) == "and" and names_doer(clauses, first)


def _without_speaker(clauses: Clauses, they: int, together: Makers | None) -> Makers | None:
    """Those at the meeting without the party of whoever says "they" of them."""
    speaker = quoted_speaker(clauses, they) if together is not None else None
    if speaker is None or together is None or not speaker.codes:
        return together
    others = tuple(code for code in together.codes if code not in speaker.codes)
    return replace(together, codes=others) if others else together


def _is_impersonal(clauses: Clauses, subject: int) -> bool:
    """ "it was agreed", "there is agreement"; not "Oslo said it has agreed"."""
    return clauses.lower(subject) in {"it", "there"} and clauses[subject].dep in {"nsubjpass", "expl", "attr"}


def _any_named(clauses: Clauses, phrase: Range) -> Makers | None:
    """The first party named in the phrase, whatever its head ("Turkish jets")."""
    named = parties_within(clauses.mentions, clauses[phrase[0]].start, clauses[phrase[1] - 1].end)
    return Makers((named[0].code,), (named[0].span,), None) if named else None


def _named(clauses: Clauses, subject: int, phrase: Range) -> Makers | None:
    mentions = clauses.mentions
    start, end = clauses[phrase[0]].start, clauses[phrase[1] - 1].end
    person = person_at(mentions, clauses[subject])
    if person is not None:  # the parse may have torn the name apart ("al", "-", "Bakr")
        start, end = min(start, person.span.start), max(end, person.span.end)
    if mentions.dateline is not None and start < mentions.dateline.extent.end:
        start = mentions.dateline.extent.end
    codes: dict[str, Span] = {}
    for reference in within(mentions.references, start, end):
        if reference.span.start <= clauses[subject].start < reference.span.end:
            for actor in reference.actors:
                if party := mentions.actors[actor].party:
                    codes.setdefault(party, reference.span)
    named = [(person.span, mentions.actors[person.actor].party) for person in within(mentions.persons, start, end)]
    named += [(office.span, office.party) for office in within(mentions.offices, start, end)]
    for span, code in named:
        token = _token_at(clauses, span)
        if code and token is not None and _stands_for_party(clauses, token, span, subject):
            codes.setdefault(code, span)
    if not codes or clauses.child(subject, "conj") is not None:
        codes.update(_parties_of_phrase(clauses, subject, start, end))
    if not codes:
        return None
    codes = _with_joined_adjectives(clauses, codes)
    is_one_state = len(codes) == 1 and is_state(next(iter(codes)))
    if is_one_state and not _is_by_name(clauses, subject, codes) and is_of_no_government(clauses, subject):
        return None
    return Makers(tuple(sorted(codes)), tuple(sorted(set(codes.values()))), None)


def _ends_party(clauses: Clauses, word: int) -> bool:
    """Whether the name or adjective of a party ends here."""
    before = parties_within(clauses.mentions, clauses.sentence.span.start, clauses[word].end)
    return bool(before) and before[-1].span.end == clauses[word].end


def _is_by_name(clauses: Clauses, subject: int, codes: dict[str, Span]) -> bool:
    """Whether the subject is the state's own name: "Chile", not "Chile's senator"."""
    return any(span.start <= clauses[subject].start < span.end for span in codes.values() if _is_name(clauses, span))


def is_of_no_government(clauses: Clauses, subject: int) -> bool:
    """Whether the one of a state doesn't speak for it: "Chile's opposition leader", "a Chilean senator".

    Also "the leader of Chile's Socialist Party", "former President Poe", "the exiled Chilean leader Ada Poe".
    """
    person = person_at(clauses.mentions, clauses[subject])
    named_from = subject
    while person is not None and named_from - 1 in clauses and clauses[named_from - 1].start >= person.span.start:
        named_from -= 1
    first = max(clauses.subtree(subject)[0], named_from - TITLE_REACH)
    beside = {clauses.lower(i) for i in range(first, subject) if clauses[i + 1].tag != "POS"}
    is_side = clauses.lower(subject) in {"party", "parties"} and _ends_party(clauses, subject - 1)
    if is_side:
        return False  # "the British party" of a treaty
    if clauses.lower(subject) in heads()["of_no_government"] or beside & heads()["out_of_office"]:
        return True
    start, end = clauses[clauses.subtree(subject)[0]].start, clauses[subject].end
    if any(office.modifier in {"former", "shadow"} for office in within(clauses.mentions.offices, start, end)):
        return True
    of = next((child for child in clauses.children.get(subject, ()) if clauses.lower(child) == "of"), None)
    whole = clauses.child(of, "pobj") if of is not None else None
    return whole is not None and clauses.lower(whole) in heads()["of_no_government"]


def _is_name(clauses: Clauses, span: Span) -> bool:
    return any(party.span == span for party in parties_within(clauses.mentions, span.start, span.end))


def _with_joined_adjectives(clauses: Clauses, codes: dict[str, Span]) -> dict[str, Span]:
    """The parties with those whose adjective "and" joins to theirs: "the Russian | and EU leaders"."""
    first = min(codes.values(), key=lambda span: span.start)
    token = next((t.index for t in clauses.tokens if t.start == first.start), None)
    if token is None or clauses.lower(token - 1) != "and":
        return codes
    before = clauses[token - 2]
    for party in parties_within(clauses.mentions, clauses.sentence.span.start, before.end):
        if party.span.end == before.end and party.form in {"adjective", "demonym"}:
            return {party.code: party.span, **codes}
    return codes


def _parties_of_phrase(clauses: Clauses, subject: int, start: int, end: int) -> dict[str, Span]:
    codes: dict[str, Span] = {}
    for party in parties_within(clauses.mentions, start, end):
        token = _token_at(clauses, party.span)
        if token is None or clauses.lower(token - 1) in SOME or _is_left_out(clauses, party):
            continue
        if _stands_for_party(clauses, token, party.span, subject) or _is_family(clauses, token, party.code, subject):
            codes.setdefault(party.code, party.span)
    return codes


def _is_left_out(clauses: Clauses, party: PartyMention) -> bool:
    """ "Oslo, but not (the) Riga (government), agreed": Riga did not."""
    first = next((t.index for t in clauses.tokens if t.start == party.span.start), None)
    if first is None:
        return False
    before = first - 1 - (clauses.lower(first - 1) in {"the", "with"})
    return clauses.lower(before) == "not" or (clauses.lower(before) == "without" and clauses.lower(before - 1) == "but")


def _is_family(clauses: Clauses, token: int, code: str, subject: int) -> bool:
    """Whether it is an organisation's own: "UN organisations", "EU bodies"; refuses "Japanese organisations"."""
    return clauses.lower(subject) in FAMILY and clauses[token].head == subject and not is_state(code)


def _token_at(clauses: Clauses, span: Span) -> int | None:
    """The last token of the span: the head of the name."""
    return next((t.index for t in clauses.tokens if t.start < span.end <= t.end), None)


def _stands_for_party(clauses: Clauses, token: int, span: Span, subject: int) -> bool:
    """Whether the name is the subject, is joined to it, or modifies a head that speaks for a state.

    Accepts "Japan", "Russia and Japan", "Japanese and Russian ministers", "the president of Japan"; refuses
    "Japanese carmakers", "the pact with Japan".
    """
    if span.start <= clauses[subject].start < span.end or heads_list(clauses, token, subject):
        return True
    if clauses[token].dep == "poss" and clauses.lower(clauses[token].head) in heads()["of_anothers"]:
        return False
    head, is_example = token, False
    for _ in range(CLIMB_LIMIT):
        if head == subject:
            break
        dep, parent = clauses[head].dep, clauses[head].head
        if parent == head or parent not in clauses:
            break
        if dep == "pobj" and clauses.lower(parent) not in JOINING_PREPOSITIONS:
            if not _names_some(clauses, parent):
                return False
            is_example = True
        if dep not in {"amod", "compound", "nmod", "poss", "conj", "pobj", "prep", "appos", "nsubj"}:
            return False
        head = parent
        is_origin = dep == "conj" and clauses[head].dep == "pobj" and clauses.lower(clauses[head].head) in ORIGINS
        if not is_origin and clauses[head].pos in {"NOUN", "PROPN"} and clauses[head].dep != "compound":
            break  # not at Chad of "fishermen from Chad and Niger": whatever Chad is there, Niger is
    if head == token or span.start <= clauses[head].start < span.end or (is_example and head == subject):
        return True
    return clauses.lower(head) in heads()["state_heads"] or any(
        party.span.start <= clauses[head].start < party.span.end
        for party in parties_within(clauses.mentions, clauses[head].start - 40, clauses[head].end + 40)
    )


def _names_some(clauses: Clauses, preposition: int) -> bool:
    """Whether the names behind it are some of those that the noun before it means: "states such as Oman".

    Also "a group including Oman", "a number of states, including Oman"; not "a fleet like Oman".
    """
    whole = clauses[clauses[preposition].head]
    if clauses.lower(preposition) == "including":
        return whole.tag == "NNS" or whole.lemma in GROUPS
    is_such = clauses.lower(preposition) == "as" and clauses.lower(preposition - 1) == "such"
    return (is_such or clauses.lower(preposition) == "like") and whole.tag == "NNS"


def _first_person(clauses: Clauses, subject: int, meetings: tuple[Proposal, ...], *, is_joint: bool) -> Makers | None:
    """Whom "we" means: in a quotation its speaker's party, in a joint text those who met, else the outlet's side."""
    mentions = clauses.mentions
    speaker = quoted_speaker(clauses, subject)
    if speaker is not None and is_joint and clauses.lower(subject) == "we":
        speaker = _with_whom_he_met(clauses, subject, speaker, meetings)
    if speaker is not None:
        return speaker if speaker.codes else None
    voice = one_voice(mentions, clauses.sentence) if clauses.lower(subject) in {"we", "us"} else None
    if voice is not None:
        return voice
    if is_joint and clauses.lower(subject) == "we":
        joint = those_at_the_meeting(clauses, meetings)
        if joint is not None:
            return joint
    if speaks_for_others_too(mentions):
        return Makers((), (), None, Ground.UNNAMED)
    why = "The text speaks in the first person, and its outlet gives this government's account."
    return own_side(mentions, why)


def _with_whom_he_met(clauses: Clauses, we: int, speaker: Makers, meetings: tuple[Proposal, ...]) -> Makers:
    """The speaker with those whom he met close by, for what takes two: "we have agreed to open a line, he said".

    Not "our cabinet and I", "we in Oslo", nor what he agreed with somebody whom he names.
    """
    verb = clauses[we].head
    if clauses.child(we, "conj", "appos", "prep") is not None or clauses[verb].lemma not in OF_TWO:
        return speaker
    if any(clauses.lower(child) == "with" for child in clauses.children.get(verb, ())):
        return speaker
    meeting = meeting_of(clauses.mentions, clauses.sentence, meetings, speaker.codes)
    told = [sentence_at(clauses.mentions, span.start) for span in meeting.evidence] if meeting is not None else []
    if not any(one is not None and 0 <= clauses.sentence.index - one.index <= SAID_BEHIND for one in told):
        return speaker
    together = those_at_the_meeting(clauses, meetings)
    return together if together is not None and set(speaker.codes) < set(together.codes) else speaker


def guessed_makers(clauses: Clauses, subject: int | None, trigger: int) -> Makers | None:
    """Whose it may be where the words don't say: a party in the subject, named before it, or first in the report."""
    mentions = clauses.mentions
    if subject is not None:
        inside = _any_named(clauses, clauses.subtree(subject))
        if inside is not None:
            return Makers(inside.codes, inside.spans, None, Ground.PART)
    at = clauses[subject if subject is not None else trigger].start
    last = bisect_left(mentions.parties, at, key=lambda party: party.span.start) - 1
    if last < 0:
        return None
    near = mentions.parties[last]
    sentence = mentions.sentences[max(0, clauses.sentence.index - GUESSED_FROM)]
    if near.span.start >= sentence.span.start:
        why = f"“{mentions.words(near.span)}” is the party named last before it."
        return Makers((near.code,), (), why, Ground.NEAR)
    first = mentions.parties[0]
    return Makers((first.code,), (), f"“{mentions.words(first.span)}” is the party named first.", Ground.FIRST)
