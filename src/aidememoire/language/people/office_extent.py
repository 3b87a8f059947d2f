"""How far an office reaches beyond its core: modifiers, fields, bodies, and all up to the name of its holder."""

import re

from aidememoire.language.people.name_runs import name_words
from aidememoire.language.people.office_cores import Core
from aidememoire.language.people.office_houses import known_body
from aidememoire.language.people.office_table import OfficeTable
from aidememoire.language.people.office_words import (
    HEADING_OFFICES,
    HYPHENS,
    INSTITUTIONS,
    JOINERS,
    MAX_PORTFOLIO,
    POSSESSIVES,
    PRIVATE,
    SECRETARIES,
    SHORT_NAMES,
    WEEKDAYS_MONTHS,
)
from aidememoire.language.people.positions import Positions
from aidememoire.model import NameForm, PartyMention, Sentence, Token

MAX_COMPLEMENT = 14  # tokens from the office to the name: "of Stores and Harbours for the Peruvian Northern Fleet"
OFFICE_HEADS = frozenset(
    "president vice-president vice minister premier chancellor king queen prince secretary senator congressman".split()
)
OTHER_HEADS = frozenset({"chairman", "chairwoman", "chairperson", "president", "director", "head", "minister"})
FIELDED = frozenset({"minister of state", "state secretary", "minister delegate", "european commissioner"})
PRINCIPAL = ("of", "the", "secretary", "-", "general")
# Words that end in these are no given names: "Director of the Agency for Strategic Initiatives Ana Poe".
ABSTRACT_ENDINGS = ("tion", "tions", "tives", "ship", "logy", "ness", "ments", "ities", "ability")
PARTY_GAP = re.compile(r"\b(of|for) {2,}(?!the\b)")  # where a party's name stood: "of Japan's Security Council"
MAX_BODY = 8  # words of a body's name after its party: "the Peruvian National Shipping and Harbours Council"
BESIDES_STATES = frozenset({"president", "governor"})  # a state's or a province's where no body's party is named
OF_BODIES = frozenset({"director", "chairman", "chairwoman", "head", "chief", "commander"}) | BESIDES_STATES
# Bodies that are a state's or a parliament's: "head of the Presidential Executive Office"; a company has a board.
ASSEMBLED = frozenset({"ministers", "deputies", "elders"})  # of whom there are councils and chambers
CHAMBERS = frozenset({"house", "senate"})
OF_STATES = frozenset("committee council commission parliament senate congress duma agency ministry office".split())
FIELD_ENDS = frozenset({"affairs", "issues", "policy", "matters"})  # end what an office deals with, a region as well
ENDS = (",", ".", ";", ")", "and")
LANDMARKS = frozenset({"mount", "lake", "cape", "fort", "saint", "st.", "san", "port"})  # begin a place's name
SMALL_WORDS = frozenset({"of", "the", "and", "for", "on", "in", "&", "'s", "’s", "-"})
MODIFIER_NAMES = {
    **{"ex": "former", "ex-": "former", "one-time": "former", "onetime": "former", "erstwhile": "former"},
    **{"in waiting": "designate", "in exile": "exiled"},
}


def find_modifier(
    tokens: tuple[Token, ...], sentence: Sentence, first: int, table: OfficeTable
) -> tuple[str | None, int]:
    """The modifiers before the token, in their normal form, and the first token with them."""
    words: list[str] = []
    at = first
    while at > sentence.first:
        before = at - 1
        if tokens[before].lower in HYPHENS and tokens[before].end == tokens[at].start and before > sentence.first:
            before -= 1
        pair = f"{tokens[before - 1].lower} {tokens[before].lower}" if before > sentence.first else ""
        word = tokens[before].lower.strip("-")
        if _is_hyphened(tokens, before, sentence) and (whole := f"{tokens[before - 2].lower}-{word}") in MODIFIER_NAMES:
            words.insert(0, MODIFIER_NAMES[whole])
            at = before - 2
            continue
        if pair in table.before:
            words.insert(0, pair)
            at = before - 1
        elif word in table.before and (word != "under" or _is_under_secretary(tokens, before, at)):
            words.insert(0, MODIFIER_NAMES.get(word, word))
            at = before
        else:
            break
    return (" ".join(words) or None), at


def _is_hyphened(tokens: tuple[Token, ...], at: int, sentence: Sentence) -> bool:
    """Whether the word is the second half of one: "time" of "one-time"."""
    if at - 2 < sentence.first or tokens[at - 1].lower not in HYPHENS:
        return False
    return tokens[at - 2].end == tokens[at - 1].start and tokens[at - 1].end == tokens[at].start


def _is_under_secretary(tokens: tuple[Token, ...], before: int, at: int) -> bool:
    """Whether "Under" makes an under-secretary: "Under President Poe" is a preposition."""
    is_joined = tokens[before + 1].lower in HYPHENS and tokens[before].end == tokens[before + 1].start
    return (is_joined or tokens[before].text != "under") and tokens[at].lower in SECRETARIES


def find_modifier_after(
    tokens: tuple[Token, ...], sentence: Sentence, last: int, table: OfficeTable
) -> tuple[str | None, int]:
    """CASE "president-elect", "prime minister designate", "minister-in-waiting"."""
    at = last
    if at < sentence.last and tokens[at].lower in HYPHENS:
        at += 1
    second = at + 1
    second += second < sentence.last and tokens[second].lower in HYPHENS
    pair = f"{tokens[at].lower} {tokens[second].lower}" if second < sentence.last else ""
    if pair in table.after:
        return MODIFIER_NAMES.get(pair, pair), second + 1
    if at < sentence.last and tokens[at].lower in table.after:
        return tokens[at].lower, at + 1
    return None, last


def find_complement(
    tokens: tuple[Token, ...],
    sentence: Sentence,
    core: Core,
    modifier: str | None,
    last: int,
    positions: Positions,
    table: OfficeTable,
) -> int:
    """The index after what belongs to the office's name: "assistant secretary of state for European affairs"."""
    takes_field = ("secretary" in core.office and modifier is not None) or core.office.startswith("under secretary")
    takes_field = takes_field or core.office in FIELDED
    takes_field = takes_field or (core.office == "foreign minister" and modifier is not None)
    is_field = last < sentence.last and tokens[last].lower == "for"
    takes_field = takes_field or (core.office == "commissioner" and is_field)
    takes_place = any(word in core.office for word in ("envoy", "representative", "coordinator", "ambassador"))
    principal = [token.lower for token in tokens[last : min(sentence.last, last + len(PRINCIPAL))]]
    if takes_place and principal == list(PRINCIPAL):
        core.office, last = f"{core.office} of the secretary-general", last + len(PRINCIPAL)
    if not (takes_field or takes_place) or last >= sentence.last or tokens[last].lower not in ("for", "to", "on"):
        return last
    end = last + 1
    for at in range(last + 1, min(sentence.last, last + 1 + MAX_PORTFOLIO)):
        lower = tokens[at].lower
        known = lower in table.portfolio or lower in table.complement
        if (takes_place or core.office == "minister of state") and (
            at in positions.party_at or at in positions.place_at
        ):
            known = True
        if takes_place and lower in SHORT_NAMES | INSTITUTIONS and tokens[at].text[0].isupper():
            known = True  # "ambassador to the League"
        if takes_place and not known and tokens[at].text.istitle() and at + 1 < sentence.last:
            known = tokens[at + 1].lower in FIELD_ENDS  # "Special Representative for Caspian Affairs"
        if known:
            end = at + 1
        elif lower not in JOINERS and lower not in ("the", "of", "'s", "’s"):
            break
    if end == last + 1:
        return last
    words = " ".join(token.lower for token in tokens[last:end])
    if core.office == "ambassador":
        core.office = "un ambassador" if words.split()[-1] in ("un", "u.n.", "nations") else core.office
    elif core.office != "ambassador at large":
        core.office = f"{core.office} {words}".replace(" ,", ",")
    return end


def own_body(
    tokens: tuple[Token, ...],
    sentence: Sentence,
    core: Core,
    last: int,
    party: PartyMention | None,
    positions: Positions,
) -> tuple[PartyMention | None, int]:
    """CASE "Ana Poe, Director of the Federal Border Service,": the index after the body, which the office takes.

    CASE "the President of the Central Bank of Peru": with the party that stands after the body, or that alone has it.
    """
    if party is not None or core.office not in OF_BODIES:
        return party, last
    if last + 2 >= sentence.last or tokens[last].lower != "of" or tokens[last + 1].lower != "the":
        return party, last
    if last + 2 in positions.party_at:
        return party, last
    if (known := known_body(tokens, sentence, last + 2, positions)) is not None:
        core.office += "".join(f" {token.lower}" for token in tokens[last : known[1]])
        core.role = None
        return known
    end = body_after(tokens, sentence, last + 2)
    end = max(end, _chambers_body(tokens, sentence, last + 2))
    while end > last + 2 and (end - 1 in positions.party_at or tokens[end - 1].lower in SMALL_WORDS):
        end -= 1
    if end > last + 2 and end + 1 < sentence.last and tokens[end + 1].lower in ASSEMBLED and tokens[end].lower == "of":
        end += 2  # "the Council of Ministers"
    words = "".join(f" {token.lower}" for token in tokens[last:end])
    if end > last + 2 and end + 1 < sentence.last and tokens[end].lower == "of":
        its_own = positions.party_starting(end + 1 + (tokens[end + 1].lower == "the"))
        after = positions.covered(its_own.span).stop if its_own is not None else end
        goes_on = after < sentence.last and tokens[after].text[0].isupper()  # "the Council of CIS Heads of State"
        if its_own is not None and tokens[end - 1].lower in INSTITUTIONS | ASSEMBLED and not goes_on:
            core.office, core.role = core.office + words, None
            return (None if tokens[end - 1].lower in PRIVATE else its_own), after
    is_capital = tokens[core.first].text[0].isupper() and core.office not in BESIDES_STATES
    is_states = tokens[end - 1].lower in OF_STATES and tokens[last + 2].text[0].isupper()
    is_states = is_states and core.office not in BESIDES_STATES
    if not (is_capital or is_states) or end == last + 2 or (end < sentence.last and tokens[end].text not in ENDS):
        return party, last
    core.office += words
    core.role = None
    return party, end


def _chambers_body(tokens: tuple[Token, ...], sentence: Sentence, first: int) -> int:
    """The index after "House intelligence committee", a body in small letters of a chamber; else the index itself."""
    if tokens[first].lower not in CHAMBERS or not tokens[first].text[0].isupper():
        return first
    for at in range(first + 1, min(sentence.last, first + MAX_BODY)):
        if tokens[at].lower in OF_STATES:
            return at + 1
        if tokens[at].pos not in ("NOUN", "ADJ", "PROPN"):
            break
    return first


def body_after(tokens: tuple[Token, ...], sentence: Sentence, first: int) -> int:
    """The index after the body's name that follows its party: "National Security Council"; else the index itself."""
    at = first + (first < sentence.last and tokens[first].lower in POSSESSIVES)
    end = first
    while at < min(sentence.last, first + MAX_BODY):
        is_assembly = tokens[at].lower in ASSEMBLED and end == at - 1 > first and tokens[at - 1].lower == "of"
        if tokens[at].lower in OTHER_HEADS or (at == first and tokens[at].lower == "and"):
            break  # "of the Republic of Peru and Chairman of the Union"
        if (tokens[at].lower in INSTITUTIONS or is_assembly) and tokens[at].text[0].isupper():
            end = at + 1  # "Council", "Council of Ministers"
        elif not (tokens[at].text[0].isupper() or tokens[at].lower in ("and", "of", "for", "the")):
            break
        at += 1
    return end


def up_to_name(
    tokens: tuple[Token, ...],
    sentence: Sentence,
    core: Core,
    last: int,
    party: PartyMention | None,
    positions: Positions,
    table: OfficeTable,
) -> tuple[PartyMention | None, int]:
    """CASE "Speaker of the Peruvian Parliament Ana Poe": all up to the name belongs to the office."""
    if last >= sentence.last or tokens[last].lower not in ("of", "for"):
        return party, last
    named = None
    at = last + 1
    while at < min(sentence.last, last + MAX_COMPLEMENT):
        if tokens[at].lower in OFFICE_HEADS:
            return party, last  # "the chief of staff of Vice President Poe": the name is another's
        if _starts_name(tokens, sentence, at, positions, table):
            break
        if at in positions.party_at:
            named = named or positions.party_at[at]
        elif (place := positions.place_at.get(at)) is not None and place.country is not None:
            named = named or PartyMention(place.span, place.country, (), NameForm.METONYM)
        elif not (tokens[at].text[0].isupper() or tokens[at].lower in SMALL_WORDS):
            return party, last
        at += 1
    else:
        return party, last
    while tokens[at - 1].lower in table.honorific and at - 1 > last:
        at -= 1
    if at == last + 1:
        return party, last  # "the head of Mr Poe's office"
    if tokens[last].lower == "for" and tokens[at - 1].lower in FIELD_ENDS:
        named = None  # "Director for Peruvian Affairs" is of the state whose body has the field
    is_party = all(k in positions.party_at or tokens[k].lower in SMALL_WORDS for k in range(last, at))
    is_bodys = core.is_weak or core.office in HEADING_OFFICES or core.office == "chief of staff"
    if not is_party and (is_bodys or "speaker" in core.office):
        core.office += _without_parties(tokens, last, at, positions)
        core.role = None
    return party or named, at


def _without_parties(tokens: tuple[Token, ...], first: int, last: int, positions: Positions) -> str:
    """The words after an office but for its party's: " of the national security council"."""
    words = [
        "" if _is_partys(index, tokens, positions) or tokens[index].lower in POSSESSIVES else tokens[index].lower
        for index in range(first, last)
    ]
    if tokens[first].lower == "for" and tokens[last - 1].lower in FIELD_ENDS:
        return "".join(f" {token.lower}" for token in tokens[first:last])
    if "" not in words:
        return "".join(f" {word}" for word in words)
    while words and words[-1] in ("", "of", "the"):
        words.pop()
    text = " ".join(words)
    return " " + " ".join(PARTY_GAP.sub(r"\1 the ", text).split()) if text else ""


def _is_partys(index: int, tokens: tuple[Token, ...], positions: Positions) -> bool:
    """Whether the word is a party's name; "Bank" of "Bank of Russia" is the body's, too."""
    return index in positions.party_at and tokens[index].lower not in INSTITUTIONS


def _starts_name(
    tokens: tuple[Token, ...], sentence: Sentence, at: int, positions: Positions, table: OfficeTable
) -> bool:
    """Whether a person's name starts here: by the syntax model, or as a run after a party or a word of portfolios."""
    before = tokens[at - 1]
    if not before.text[0].isupper() or at in positions.party_at or at in positions.place_at:
        return False
    if tokens[at].lower in table.portfolio or tokens[at].lower in INSTITUTIONS or before.lower in LANDMARKS:
        return False
    no_names = name_words().not_name
    if tokens[at].lower.endswith(ABSTRACT_ENDINGS) or tokens[at].lower in no_names:
        return False
    if at in positions.person_starts:
        return True
    pair = tokens[at : at + 2]
    ends_body = (table.portfolio, table.complement, INSTITUTIONS, no_names)
    is_after_body = before.lower.endswith(ABSTRACT_ENDINGS) or any(before.lower in words for words in ends_body)
    is_after_body = is_after_body or (at > sentence.first + 1 and tokens[at - 2].lower in LANDMARKS)
    return (
        at + 1 < sentence.last
        and (at - 1 in positions.party_at or is_after_body)
        and all(
            token.text[0].isupper()
            and token.pos == "PROPN"
            and token.lower not in table.portfolio
            and token.lower not in table.complement
            and token.lower not in table.honorific
            and token.lower not in WEEKDAYS_MONTHS
            for token in pair
        )
        and at + 1 not in positions.party_at
        and (at + 2 >= sentence.last or tokens[at + 2].lower not in INSTITUTIONS)
        and tokens[at].lower not in INSTITUTIONS
        and tokens[at + 1].lower not in INSTITUTIONS
    )
