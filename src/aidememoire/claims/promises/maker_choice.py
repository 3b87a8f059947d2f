"""Whose promise it is: the subject of the verb, the owner of the noun, the signers, those whom an agreement binds."""

from collections import Counter
from dataclasses import dataclass

from aidememoire.claims.clauses import FINITE, THIRD_PERSON, Clauses, first_known, subject_of
from aidememoire.claims.promises.agencies import makers_of_agency, makers_of_announcer, orders_in_writing
from aidememoire.claims.promises.bodies import as_a_body, makers_carried_on, makers_of_body, of_the_summit
from aidememoire.claims.promises.distant import is_bare_participle
from aidememoire.claims.promises.futures import finite_of, thing_done_by_nobody, thing_to_be_done, verb_after
from aidememoire.claims.promises.grounds import Ground, Makers, heads, is_state, names_parties, parties_within, within
from aidememoire.claims.promises.makers import (
    guessed_makers,
    is_of_no_government,
    is_of_some_kind,
    is_other_group,
    is_second_doer,
    makers_of,
    whose_it_is,
    with_joined,
)
from aidememoire.claims.promises.names_ahead import if_subject_lost, named_ahead, named_right_before
from aidememoire.claims.promises.owned import makers_of_owner, owner_apart, sayer_of, thanked_for
from aidememoire.claims.promises.promise_checks import DONE_BY, governing_verb, owner_of
from aidememoire.claims.promises.reached import is_reached_by_all
from aidememoire.claims.promises.rows import Rule, table
from aidememoire.claims.promises.signers import signers, signers_at
from aidememoire.claims.promises.sittings import those_at_the_meeting
from aidememoire.claims.promises.terms import bound_by, is_instrument, is_owed
from aidememoire.claims.promises.voices import one_voice, quotation_around, quoted_speaker, speaking_party
from aidememoire.claims.promises.with_others import partner_of, with_others
from aidememoire.model import Mentions, Proposal, Strength

WITH_OTHERS = frozenset({"agree", "decide", "sign", "agreement"})
FORETELLING = frozenset({"future", "due", "doing"})  # "I will see you tomorrow": oftener talk than a state's promise
# What only the head of a state or government does: "I will sign this order", "I will submit the bill in May".
DEEDS_OF_STATE = frozenset("sign introduce submit order veto nominate appoint instruct withdraw impose lift".split())
OCCASION_SUBJECTS = frozenset({"summit", "meeting", "conference", "session", "all", "both"})
GETTING = frozenset({"secure", "receive", "get", "obtain", "win", "extract"})  # whose subject is promised something
URGING = frozenset({"call", "urge", "press", "ask", "push", "pressure", "want", "expect", "encourage", "remind"})
MADE_BETWEEN = frozenset({"between", "of", "by", "from"})  # "the deal between Oslo and Riga", "the offer by Oslo"
SOME_OF_A_GROUP = frozenset({"advanced", "surplus", "deficit", "major", "emerging", "and", "market"})
OF_A_TEXT = frozenset("joint party parties side sides participant participants signatory signatories".split())
ORGANS = frozenset({"council", "committee"})  # who take decisions, and aren't those whom these bind
GUESSED_TOGETHER = frozenset({Ground.PAIR, Ground.MEETING, Ground.BODY})
GIVEN_TO = frozenset({"promise", "offer", "assure", "guarantee"})  # in the passive, to whoever is the subject
ITS_OWN = frozenset("members representatives troops forces monitors negotiators envoys diplomats soldiers".split())
PAST = frozenset({"VBD", "VBN"})
STATEMENTS = frozenset({"statement", "communique", "communiqué", "declaration", "resolution", "letter"})
OPENING = 4  # sentences of a readout that name the two whose talks it tells of


@dataclass(frozen=True, slots=True)
class Told:
    """An answer, which may be that it is nobody's."""

    makers: Makers | None  # None: nobody's whom the words name


def makers_by(rule: Rule, clauses: Clauses, trigger: int, meetings: tuple[Proposal, ...]) -> Makers | None:
    """The parties whose promise it is; guessed where the words don't say, None where there is nothing to guess from."""
    owner = owner_apart(rule, clauses, trigger)
    if owner is not None:
        return makers_of_owner(clauses, owner)
    speakers = one_voice(clauses.mentions, clauses.sentence) if _are_its_speakers(clauses, trigger) else None
    if speakers is not None and quotation_around(clauses, trigger) is None:
        return speakers
    makers = _makers(rule, clauses, trigger, meetings)
    if makers is not None and makers.ground is Ground.UNNAMED:
        return makers
    if rule.kind == "future" and is_owed(clauses, trigger) and (makers is None or not makers.spans):
        return _bound_by_treaty(clauses, trigger, meetings)
    if makers is not None and rule.kind == "verb":
        makers = if_subject_lost(clauses, trigger, makers)
    if makers is not None and _is_told_by_another(clauses, trigger, makers):
        return None
    if makers is None or not makers.codes:
        voice = one_voice(clauses.mentions, clauses.sentence)
        if voice is not None and _are_its_speakers(clauses, trigger):
            return voice
        ahead = named_right_before(clauses, trigger) if rule.kind == "future" else None
        ahead = ahead or named_ahead(clauses, trigger)
        if ahead is not None:
            return ahead
        subject = subject_of(clauses, trigger)
        if subject is not None and is_of_no_government(clauses, subject):
            return None
        if subject is not None:
            told = makers_of_body(clauses, subject) or makers_carried_on(clauses, subject)
            told = told or makers_of_agency(clauses, subject)
            if told is None and (rule.id == "instruct" or rule.kind == "future"):
                told = orders_in_writing(clauses, subject)
            if told is not None:
                return None if _is_told_by_another(clauses, trigger, told) else told
        if rule.kind == "announcement" and clauses[trigger].tag in FINITE:
            announcer = makers_of_announcer(clauses, subject, trigger)
            if announcer is not None:
                return announcer
        if _is_said_by_nobody_known(clauses, trigger if subject is None else subject):
            return None
        guess = guessed_makers(clauses, subject, trigger) or _unnamed(rule, clauses, trigger, subject)
        is_body = subject is not None and clauses.lower(subject) in heads()["state_heads"]
        is_anothers = is_body and subject is not None and bool(whose_it_is(clauses, subject))
        return None if is_anothers and guess is not None and guess.ground is not Ground.PART else guess
    of_summit = of_the_summit(clauses, trigger) if makers.ground in GUESSED_TOGETHER else None
    if of_summit is not None:
        return of_summit
    if makers.ground is Ground.PAIR:
        makers = _two_of_readout(clauses.mentions) or makers
    return as_a_body(clauses, trigger, makers) if makers.ground in GUESSED_TOGETHER else makers


def _is_said_by_nobody_known(clauses: Clauses, word: int) -> bool:
    """Whether "we" stands in a quotation of somebody who speaks for no party ("we will use force, the mayor said")."""
    if clauses.lower(word) not in heads()["first_person"]:
        return False
    speaker = quoted_speaker(clauses, word)
    return speaker is not None and not speaker.codes


def _bound_by_treaty(clauses: Clauses, modal: int, meetings: tuple[Proposal, ...]) -> Makers | None:
    """Whom a treaty's "shall" binds: "the Uzbek Party", else its parties, who may not be named where it is quoted.

    Nobody by "the Committee shall be assisted by its staff": no party is spoken of.
    """
    subject = subject_of(clauses, clauses[modal].head)
    named = makers_of(clauses, subject, (), strict=False) if subject is not None else None
    if named is not None:
        return named
    together = those_at_the_meeting(clauses, meetings) or _two_of_opening(clauses.mentions)
    if together is not None:
        return together
    words = {clauses.lower(index) for index in range(clauses.subtree(subject)[0], subject + 1)} if subject else set()
    return Makers((), (), None, Ground.UNNAMED) if words & OF_A_TEXT else None


def _two_of_opening(mentions: Mentions) -> Makers | None:
    """The two or three states that the opening of a text names."""
    end = mentions.sentences[min(OPENING, len(mentions.sentences)) - 1].span.end
    codes = {party.code for party in parties_within(mentions, 0, end) if is_state(party.code)}
    if not 2 <= len(codes) <= 3:
        return None
    return Makers(tuple(sorted(codes)), (), "Those whom the opening of the text names.", Ground.PAIR)


def _unnamed(rule: Rule, clauses: Clauses, trigger: int, subject: int | None) -> Makers | None:
    """Nobody in particular, for what "the Parties", "the ministers" of a text agree that names no state before."""
    if rule.id == "agreement" and is_reached_by_all(clauses, trigger):
        return Makers((), (), None, Ground.UNNAMED)
    if rule.kind != "verb" or rule.strength is not Strength.AGREED or clauses[trigger].dep in {"acl", "relcl", "advcl"}:
        return None
    if subject is None:
        return Makers((), (), None, Ground.UNNAMED) if clauses[trigger].lemma == "agree" else None
    is_impersonal = clauses[subject].dep in {"nsubjpass", "expl"}
    is_of_all = is_impersonal or clauses.lower(subject) in heads()["joint_heads"] - ORGANS
    return Makers((), (), None, Ground.UNNAMED) if is_of_all else None


def _is_told_by_another(clauses: Clauses, trigger: int, makers: Makers) -> bool:
    """Whether an official of one state speaks of "the government", which would be taken for another's."""
    if makers.ground not in {Ground.PRONOUN, Ground.BODY} or makers.spans:
        return False
    subject, sayer = subject_of(clauses, trigger), sayer_of(clauses, trigger)
    if subject is None or sayer is None or clauses[subject].pos == "PRON":
        return False
    speakers = makers_of(clauses, sayer, ())
    return speakers is not None and all(is_state(code) and code not in makers.codes for code in speakers.codes)


def _are_its_speakers(clauses: Clauses, trigger: int) -> bool:
    """Whether "members", "our three countries" of a joint text promise, who are its "we"; not "coastal countries"."""
    subject = subject_of(clauses, trigger)
    if subject is None or clauses.lower(subject) not in heads()["joint_heads"] | {"economies", "governments"}:
        return False
    extent = clauses.span((clauses.subtree(subject)[0], subject + 1))
    if parties_within(clauses.mentions, extent.start, extent.end):
        return False
    if clauses.lower(subject) == "economies" and _are_some_of_its_own(clauses, subject):
        return True
    return not is_other_group(clauses, subject) and not is_of_some_kind(clauses, subject)


def _are_some_of_its_own(clauses: Clauses, economies: int) -> bool:
    """ "Advanced economies will …": those of the group that speaks; "developing economies" are oftener others."""
    words = [index for index in range(clauses.subtree(economies)[0], economies) if clauses[index].pos != "PUNCT"]
    return bool(words) and all(clauses.lower(index) in SOME_OF_A_GROUP for index in words)


def _two_of_readout(mentions: Mentions) -> Makers | None:
    """In a government's account of talks: it and the party that its opening names most."""
    side = mentions.report.side
    if side is None:
        return None
    end = mentions.sentences[min(OPENING, len(mentions.sentences)) - 1].span.end
    named = Counter(party.code for party in parties_within(mentions, 0, end) if party.code != side)
    if not named:
        return None
    other = max(named, key=lambda code: (named[code], code))
    return Makers(
        tuple(sorted((side, other))), (), "The two of whose talks the account tells in its opening.", Ground.PAIR
    )


def _subject(clauses: Clauses, verb: int) -> int | None:
    """The verb's subject; for a pronoun in reported speech whoever speaks."""
    owner = _owner_of_body(clauses, verb)
    if owner is not None:
        return owner
    has_own = clauses.child(verb, "nsubj", "nsubjpass") is not None
    thanked = thanked_for(clauses, verb) if not has_own else None
    if thanked is not None:
        return thanked
    if clauses[verb].dep == "pcomp" and not has_own and clauses.lower(clauses[verb].head) in DONE_BY:
        # "Oslo won a truce by agreeing to …"; not "Oslo spoke of how Lima will send …"
        verb = clauses[clauses[verb].head].head
    subject = subject_of(clauses, _of_its_tense(clauses, verb))
    if subject is not None and clauses.lower(subject) in THIRD_PERSON:
        sayer = sayer_of(clauses, verb)
        is_own = sayer is not None and sayer != subject and not _goes_on(clauses, subject, sayer)
        if sayer is not None and is_own and quotation_around(clauses, subject) is quotation_around(clauses, sayer):
            if clauses[sayer].tag in {"NNS", "NNPS"} and clauses.lower(subject) != "they":
                return subject
            makers = makers_of(clauses, sayer, ()) or makers_of_body(clauses, sayer) or makers_of_agency(clauses, sayer)
            is_other_body = clauses[sayer].tag == "NNS" and bool(whose_it_is(clauses, sayer))
            return sayer if makers is not None or is_other_body else subject
    return subject


def _of_its_tense(clauses: Clauses, verb: int) -> int:
    """ "stressed" for "agreed" in "both stressed that the raid calls for an answer and agreed to …", joined to "calls".

    The verb itself where what it is joined to is of its tense.
    """
    joined = clauses[clauses[verb].head]
    said = clauses[joined.head] if joined.dep == "ccomp" and joined.head in clauses else joined
    is_astray = clauses[verb].dep == "conj" and clauses[verb].tag == said.tag == "VBD" and joined.tag not in PAST
    return said.index if is_astray and clauses.child(verb, "nsubj", "nsubjpass") is None else verb


def _owner_of_body(clauses: Clauses, verb: int) -> int | None:
    """ "She" in "she made clear that her government intends to …", "it" in "it said its members will …"."""
    body = clauses.child(verb, "nsubj")
    if body is None or clauses[verb].dep != "ccomp" or clauses.lower(body) not in heads()["own_bodies"] | ITS_OWN:
        return None
    owner = clauses.child(body, "poss")
    if owner is None or clauses.lower(owner) not in {"his", "her", "its", "their"}:
        return None
    speaker = subject_of(clauses, clauses[verb].head)
    makers = makers_of(clauses, speaker, ()) if speaker is not None else None
    return speaker if makers is not None and makers.ground is Ground.NAMED else None


def _goes_on(clauses: Clauses, subject: int, sayer: int) -> bool:
    """ "It will also send …, the envoy said": "it" is whoever the sentence before told of, not who speaks behind."""
    return clauses.lower(subject) in {"it", "they"} and subject == clauses.sentence.first and subject < sayer


def _makers(rule: Rule, clauses: Clauses, trigger: int, meetings: tuple[Proposal, ...]) -> Makers | None:
    """Who makes it by the words alone: by the way of promising, else whoever is the subject of its verb."""
    if rule.kind == "ceremony":
        return signers_at(clauses, trigger, meetings)
    if rule.kind == "signing":
        return signers(clauses, trigger, meetings)
    if rule.kind == "terms":
        return _parties_to(clauses, trigger, meetings)
    if rule.kind in {"verb", "announcement"} and is_bare_participle(clauses, trigger):
        return _of_participle(clauses, trigger)
    verb, told = trigger, None
    if rule.kind == "future":
        verb, told = _of_future(clauses, trigger, meetings)
    elif rule.kind == "noun":
        verb, told = _of_noun(clauses, trigger, meetings)
    elif rule.kind == "adjective":
        verb = clauses[trigger].head if clauses[trigger].dep in {"acomp", "conj", "oprd"} else trigger
    return told.makers if told is not None else _of_subject(rule, clauses, trigger, verb, meetings)


def _of_future(clauses: Clauses, modal: int, meetings: tuple[Proposal, ...]) -> tuple[int, Told | None]:
    """The verb whose subject does what "will" be done, and whose it is where no subject says so.

    The verb that tells of it for "(Oslo said) the road would be built"; whom it binds for "the treaty will ban …".
    """
    verb = verb_after(clauses, modal) or modal
    if is_instrument(clauses, subject_of(clauses, verb)):
        return verb, Told(_parties_to(clauses, verb, meetings, is_foretold=True))
    if thing_to_be_done(clauses, verb) is not None:
        return clauses[verb].head, None
    if (thing := thing_done_by_nobody(clauses, verb)) is not None:
        return verb, Told(one_voice(clauses.mentions, clauses.sentence) or speaking_party(clauses, thing))
    if subject_of(clauses, verb) is None and clauses[modal - 1].pos == "PRON":
        return verb, Told(makers_of(clauses, modal - 1, meetings))  # "we will: use …"
    if is_second_doer(clauses, modal - 1):
        return verb, Told(makers_of(clauses, modal - 1, meetings))
    return verb, None


def _of_noun(clauses: Clauses, noun: int, meetings: tuple[Proposal, ...]) -> tuple[int, Told | None]:
    """The verb that governs the noun, and whose it is where the noun's own words say so.

    "Oslo's pledge", "the deal between Oslo and Riga", "secured a pledge from Riga", "urged Oslo to keep its pledge".
    """
    verb = governing_verb(clauses, noun)
    owner, urged = owner_of(clauses, noun), _urged(clauses, verb)
    if owner is not None and clauses[owner].tag == "PRP$" and urged is not None:
        return verb, Told(makers_of(clauses, urged, ()))
    if owner is not None:
        makers = makers_of(clauses, owner, meetings)
        if makers is not None or clauses[owner].tag != "PRP$":
            return verb, Told(makers)
    between = clauses.child(noun, "prep")
    if between is not None and clauses.lower(between) in MADE_BETWEEN and names_parties(clauses, between):
        return verb, Told(makers_of(clauses, clauses.child(between, "pobj"), meetings))
    if clauses[verb].lemma in GETTING:
        return verb, Told(_given_by(clauses, noun, verb))
    if urged is not None:
        return verb, Told(makers_of(clauses, urged, ()))
    if clauses[verb].dep == "acl" and clauses[verb].lemma in table().words["fulfils"]:
        failing = owner_of(clauses, clauses[verb].head)  # "Oslo's failure to keep a promise"
        return verb, Told(makers_of(clauses, failing, ()) if failing is not None else None)
    if clauses[noun].dep == "nsubjpass":
        return verb, Told(makers_of(clauses, _agent(clauses, verb), meetings, is_joint=True))
    return verb, None


def _of_subject(rule: Rule, clauses: Clauses, trigger: int, verb: int, meetings: tuple[Proposal, ...]) -> Makers | None:
    """Whoever is the subject of the verb, or behind its "by"; jointly with whom it was agreed."""
    if _is_in_a_statement(clauses, verb):
        return _of_statement(clauses, clauses[verb].head, meetings)
    subject = _subject(clauses, finite_of(clauses, verb) if rule.kind == "future" else verb)
    is_joint = rule.strength is Strength.AGREED
    is_there = subject is not None and clauses.lower(subject) == "there"
    if rule.kind == "noun" and not is_joint and is_there:
        sayer = sayer_of(clauses, verb)  # "(he said) there were plans to …": his side's, not those at a meeting
        return makers_of(clauses, sayer, ()) if sayer is not None else None
    if subject is not None and is_other_group(clauses, subject):
        makers = makers_of(clauses, subject, ())
        return makers if makers is not None or rule.id not in WITH_OTHERS else partner_of(clauses, trigger)
    if subject is not None and _promises_nothing(rule, clauses, subject):
        return None
    # not "Oslo is said to have accepted the plan", where the parse has Oslo for what is said
    is_passive = subject is not None and clauses[subject].dep == "nsubjpass" and clauses[verb].dep != "xcomp"
    is_done_to = subject is None or (bool(rule.nouns) and is_passive)
    if is_done_to and clauses[verb].tag == "VBN":
        subject = _agent(clauses, verb)
    if is_passive and clauses[verb].lemma in GIVEN_TO and clauses[verb].head != subject:
        by = _agent(clauses, verb)  # "Riga has been promised help (by Oslo)"
        return makers_of(clauses, by, ()) if by is not None else None
    if subject is None and not is_joint:
        return None
    carried = makers_carried_on(clauses, subject) if subject is not None and rule.kind == "future" else None
    makers = carried or makers_of(clauses, subject, meetings, is_joint=is_joint)
    if makers is None and subject is not None and subject != subject_of(clauses, verb):
        makers = makers_of_agency(clauses, subject)  # "the Trade Bank announced that they will lend"
    if makers is None and "subject" in rule.takes and _is_thing_agreed(clauses, verb, subject):
        return makers_of(clauses, _agent(clauses, verb), meetings, is_joint=True)
    makers = with_joined(clauses, subject_of(clauses, verb), subject, makers) if makers is not None else None
    if makers is None or rule.id not in WITH_OTHERS:
        return makers
    return _of_both(clauses, subject, with_others(clauses, trigger, makers), meetings)


def _is_in_a_statement(clauses: Clauses, verb: int) -> bool:
    """ "a joint statement pledging to …"; not "the envoys pledging to …"."""
    head = clauses[verb].head
    return clauses[verb].tag == "VBG" and clauses[verb].dep == "acl" and clauses[head].lemma in STATEMENTS


def _of_statement(clauses: Clauses, statement: int, meetings: tuple[Proposal, ...]) -> Makers | None:
    """Whose the statement is; of a joint one those who met."""
    owner = owner_of(clauses, statement)
    if owner is not None:
        return makers_of(clauses, owner, ())
    is_joint = any(clauses.lower(child) == "joint" for child in clauses.children.get(statement, ()))
    if is_joint:
        return makers_of(clauses, None, meetings, is_joint=True)
    issuer = subject_of(clauses, clauses[statement].head) if clauses[statement].dep == "dobj" else None
    return makers_of(clauses, issuer, meetings) if issuer is not None else None


def _promises_nothing(rule: Rule, clauses: Clauses, subject: int) -> bool:
    """Whether such a subject binds nobody: "the summit will …", "I will see …"; not "the summit agreed to …"."""
    if rule.strength is not Strength.AGREED and clauses.lower(subject) in OCCASION_SUBJECTS:
        return True
    return clauses.lower(subject) == "i" and not _speaks_for_a_state(rule, clauses, subject)


def _agent(clauses: Clauses, verb: int) -> int | None:
    """Whoever stands behind the passive verb's "by"."""
    agent = clauses.child(verb, "agent")
    return clauses.child(agent, "pobj") if agent is not None else None


def _is_thing_agreed(clauses: Clauses, verb: int, agreed: int | None) -> bool:
    """ "A timetable has been agreed", "the sale was agreed by Oslo": by whoever is named behind, or all who met."""
    if agreed is None or clauses[agreed].dep != "nsubjpass" or clauses[agreed].head != verb:
        return False
    return clauses[agreed].pos == "NOUN"


def _speaks_for_a_state(rule: Rule, clauses: Clauses, i: int) -> bool:
    """ "I have directed …", "I pledge …"; not "I was told to …", nor all that "I will" do in the course of a talk."""
    if clauses[i].dep != "nsubj":
        return False
    return rule.kind not in FORETELLING or clauses[clauses[i].head].lemma in DEEDS_OF_STATE


def _of_both(clauses: Clauses, subject: int | None, makers: Makers, meetings: tuple[Proposal, ...]) -> Makers:
    """Those at the meeting, where of two joined in the subject only one is known ("the King and Mr Lind agreed")."""
    if subject is None or len(makers.codes) != 1 or not makers.spans or clauses.child(subject, "conj") is None:
        return makers
    together = makers_of(clauses, None, meetings)
    if together is None or together.ground is not Ground.MEETING or not set(makers.codes) < set(together.codes):
        return makers
    return together


def _of_participle(clauses: Clauses, participle: int) -> Makers | None:
    """Whose "the aid promised by Oslo", "Oslo's promised aid" is."""
    agent = clauses.child(participle, "agent")
    owner = clauses.child(agent, "pobj") if agent is not None else None
    owner = owner if owner is not None else clauses.child(clauses[participle].head, "poss")
    return makers_of(clauses, owner, ()) or makers_of_body(clauses, owner) if owner is not None else None


def _given_by(clauses: Clauses, noun: int, verb: int) -> Makers | None:
    """Who gave the promise that another "secured", "received": "from Oslo" at the noun or the verb."""
    for head in (noun, verb):
        giver = next((c for c in clauses.children.get(head, ()) if c > noun and clauses.lower(c) == "from"), None)
        given_by = clauses.child(giver, "pobj") if giver is not None else None
        if given_by is not None:
            return makers_of(clauses, given_by, ())
    return None


def _urged(clauses: Clauses, verb: int) -> int | None:
    """Who is urged to do it: "Oslo" in "called on Oslo to meet its promise", "will press Oslo to live up to it"."""
    head = clauses[verb].head
    if clauses[verb].tag != "VB" or head not in clauses or clauses[head].lemma not in URGING:
        return None
    before = first_known(clauses.child(verb, "nsubj"), clauses.child(head, "dobj"))
    if before is None:
        on = next((c for c in clauses.children.get(head, ()) if clauses.lower(c) in {"on", "upon"}), None)
        before = clauses.child(on, "pobj") if on is not None else None
    return before if before is not None and head < before < verb else None


def _parties_to(
    clauses: Clauses, verb: int, meetings: tuple[Proposal, ...], *, is_foretold: bool = False
) -> Makers | None:
    """Whom an agreement binds: whoever it names as bound, else its parties.

    ``is_foretold``: only what it will bring about is told, which of a package says nothing of who made it.
    """
    bound = bound_by(clauses, verb)
    makers = makers_of(clauses, bound, ()) if bound is not None else None
    if makers is not None:
        return makers
    subject = subject_of(clauses, verb)
    assert subject is not None
    first, last = clauses.subtree(subject)
    named = {p.code: p.span for p in within(clauses.mentions.parties, clauses[first].start, clauses[last - 1].end)}
    if named:
        return Makers(tuple(sorted(named)), tuple(sorted(named.values())), None)
    if is_foretold and clauses[subject].lemma not in table().words["mutual"]:
        return None  # "the package will arm Oslo": whose it is nobody says
    return makers_of(clauses, None, meetings, is_joint=True)
