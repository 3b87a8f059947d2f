"""Every wording of an office: "Japan's foreign minister", "the head of the Japanese foreign Ministry"."""

from dataclasses import replace

from aidememoire.knowledge import Knowledge
from aidememoire.knowledge.movements import are_at_home
from aidememoire.language.people.home_bodies import home_among
from aidememoire.language.people.national_offices import chambers_state, is_its_own, named_by_body, worded_for
from aidememoire.language.people.office_cores import Core, find_cores, longest
from aidememoire.language.people.office_extent import (
    body_after,
    find_complement,
    find_modifier,
    find_modifier_after,
    own_body,
    up_to_name,
)
from aidememoire.language.people.office_houses import house_at
from aidememoire.language.people.office_table import OfficeTable, load_rows, office_table
from aidememoire.language.people.office_words import (
    ARTICLES,
    COMPANY_OFFICES,
    HEADING_OFFICES,
    POSSESSIVES,
    PRIVATE,
    SHORT_NAMES,
)
from aidememoire.language.people.owners_after import is_joined_after, part_right, party_right
from aidememoire.language.people.owners_before import party_left
from aidememoire.language.people.positions import Positions, split_fused
from aidememoire.model import Mentions, NameForm, OfficeMention, PartyMention, Sentence, Token

__all__ = ["find_offices", "load_rows"]

# These may stand before the party of an office that has its own modifier: "former U.S. Deputy Secretary".
OUTER_MODIFIERS = frozenset({"former", "then", "late"})
# What may stand between two offices of one person.
BETWEEN = frozenset({"and", "&", "and senior", "and chief", "and top", "and presidential"})
# Whose body may stand behind "at": "senior director for Asian affairs at the National Security Council".
HOUSED = frozenset({"director", "senior director", "head", "chief", "coordinator", "adviser", "advisor", "counselor"})
HEADED = frozenset({"director", "head", "chief"})  # whose body may stand behind "for", too: "head of ports for a navy"
# Ministers under the minister: "Minister of State in the Foreign Office".
JUNIOR = ("minister of state", "state secretary", "permanent secretary", "under secretary of state")
# Behind "chief" and a field: whose calling it is.
CALLED_CHIEF = frozenset({"officer", "correspondent", "economist", "strategist", "analyst", "editor", "reporter"})
HEADS_BEHIND = frozenset({"administrator", "commissioner", "director", "chairman", "chairwoman", "chair"})
# Words before "director" that make it an artist's calling.
ARTS = frozenset("film movie theatre theater music art casting stage writer actor producer screenwriter author".split())
BODY_ROLES = frozenset({"head of organisation"})
STATE_HEADS = frozenset({"head of state", "head of government"})
BANKS = ("bank", "reserve", "board")  # end the names of bodies that a president or chairman heads
AGENCY_FORMS = frozenset({NameForm.ABBREVIATION, NameForm.METONYM})  # "CIA director"


def find_offices(mentions: Mentions, knowledge: Knowledge) -> tuple[OfficeMention, ...]:
    """The wordings of offices, in order of position, none within another."""
    table = office_table()
    mentions = split_fused(mentions, is_name=False)
    positions = Positions.of(mentions)
    found: list[OfficeMention] = []
    for sentence in mentions.sentences:
        cores = longest(list(find_cores(mentions.tokens, sentence, positions, table)))
        for core in cores:
            office = _finished(core, sentence, positions, table, knowledge)
            if office is None or (found and found[-1].span.end > office.span.start):
                continue
            if found and _shares_former(found[-1], office, mentions):
                office = replace(office, modifier="former", role=None)
            if found and _shares_state(found[-1], office, mentions):
                office = replace(office, party=found[-1].party)
            if found and _shares_party(found[-1], office, mentions):
                found[-1] = replace(found[-1], party=office.party)
            joined = _joined(found[-1], office, mentions) if found else None
            if joined is not None:
                found[-1] = joined
            else:
                found.append(office)
    return tuple(found)


def _shares_former(left: OfficeMention, right: OfficeMention, mentions: Mentions) -> bool:
    """CASE "former President and Prime Minister of Peru": both are former; an article would begin another's office."""
    between = mentions.report.text[left.span.end : right.span.start].strip()
    return left.modifier == "former" and right.modifier is None and right.role is not None and between == "and"


def _shares_party(left: OfficeMention, right: OfficeMention, mentions: Mentions) -> bool:
    """CASE "a spokesman and deputy chairman of Peru's council": one man's two offices, of one party."""
    between = mentions.report.text[left.span.end : right.span.start].strip()
    is_spoken = left.office.startswith("spokes") and left.party is None and not left.is_plural
    return is_spoken and right.party is not None and not right.is_plural and between == "and"


def _shares_state(left: OfficeMention, right: OfficeMention, mentions: Mentions) -> bool:
    """CASE "Peruvian President and army chief Ana Poe"; refuses "the US president and Foreign Minister Ivan Poe"."""
    between = mentions.report.text[left.span.end : right.span.start].strip()
    is_one = between == "and" and not left.is_plural and not right.is_plural
    is_small = mentions.words(right.span)[0].islower()
    return is_one and is_small and left.party is not None and right.party is None and right.role not in BODY_ROLES


MAX_LED = 6  # tokens before an office: "delegation was led by the"


def _joined(left: OfficeMention, right: OfficeMention, mentions: Mentions) -> OfficeMention | None:
    """One man's two offices: "Deputy Prime Minister and Minister of Foreign Affairs"; None for two men's."""
    between = mentions.report.text[left.span.end : right.span.start].strip()
    if between not in BETWEEN or left.is_plural or right.is_plural:
        return None
    is_told_before = any(party.span.start == right.span.start for party in mentions.parties)
    if right.party not in (None, left.party) and (left.party is not None or is_told_before):
        return None
    words, others = mentions.words(left.span), mentions.words(right.span)
    is_capital = words.split()[-1][0].isupper() and others[0].isupper()
    span = mentions.report.span(left.span.start, right.span.end)
    if right.modifier == "former" and left.modifier is None and words[0].isupper() and left.role is not None:
        return replace(left, span=span)  # "Foreign Minister and ex-governor Ana Poe": the one held now
    if (left.modifier or "").startswith("former ") and others[0].islower() and right.modifier is None:
        first = f"{(left.modifier or '').removeprefix('former ')} {left.office}"
        return OfficeMention(span, f"{first} and {right.office}", None, left.party or right.party, "former", False)
    is_deputy = any(word in (left.modifier or "") for word in ("deputy", "alternate", "acting"))
    if not is_deputy or left.office == right.office:
        return None  # "the President and Foreign Minister" may be two
    if not is_capital and (right.role is not None or mentions.report.text[right.span.end : right.span.end + 1] != ","):
        return None
    first = f"{left.modifier} {left.office}" if left.modifier else left.office
    last = f"{right.modifier} {right.office}" if right.modifier else right.office
    return OfficeMention(span, f"{first} and {last}", right.role, left.party or right.party, None, False)


def _is_led_by(tokens: tuple[Token, ...], sentence: Sentence, core: Core) -> bool:
    """Whether a side or delegation, whose ever, is led by the holder: "The Peruvian delegation was led by"."""
    before = [token.lower for token in tokens[max(sentence.first, core.first - MAX_LED) : core.first]]
    return (
        "by" in before and bool({"led", "headed"} & set(before)) and bool({"delegation", "side", "team"} & set(before))
    )


def _finished(
    core: Core, sentence: Sentence, positions: Positions, table: OfficeTable, knowledge: Knowledge
) -> OfficeMention | None:
    """The mention with modifiers, complement and party; None where a weak word has nothing to make it an office."""
    tokens = positions.mentions.tokens
    modifier, first = find_modifier(tokens, sentence, core.first, table)
    own_first = first
    after_modifier, last = find_modifier_after(tokens, sentence, core.last, table)
    last = find_complement(tokens, sentence, core, modifier, last, positions, table)
    party, first, is_left = party_left(tokens, sentence, first, positions, table, core)
    named = _left_name(tokens, first, own_first)
    if is_left or first < own_first:  # "former UN Ambassador": of nobody named
        outer, outer_first = find_modifier(tokens, sentence, first, table)
        if not modifier or outer in OUTER_MODIFIERS:  # "former U.S. Assistant Secretary"
            modifier, first = " ".join(filter(None, (outer, modifier))) or None, outer_first
    if party is None and not is_left:
        party, last = party_right(tokens, sentence, last, positions, core)
    part = part_right(tokens, sentence, core, last, positions, table) if party is None and not is_left else None
    if part is not None:
        core.party, last = part
    if not core.is_plural and part is None:
        party, last = own_body(tokens, sentence, core, last, party, positions)
    if not core.is_plural:
        party, last = up_to_name(tokens, sentence, core, last, party, positions, table)
    if party is None and not is_left and part is None and core.office in HOUSED:
        house = house_at(tokens, sentence, last, positions)
        if house is None and core.office in HEADED and not core.is_plural:
            house = house_at(tokens, sentence, last, positions, is_headed=True)
        party, last = house or (None, last)
    if part is None and core.office.startswith(JUNIOR):
        left = party if is_left else None
        party, last = house_at(tokens, sentence, last, positions, is_junior=True, own=left) or (party, last)
    code = _code_of(party, positions) if party else None
    if core.is_plural and not is_left and is_joined_after(tokens, sentence, last, positions):
        code = None
    office, role = core.office, core.role
    if role in STATE_HEADS and tokens[core.first - 1].lower == "first" and core.first > sentence.first:
        office, role = f"first {office}", None  # "the first President of Peru Ana Poe" was one
    if core.is_weak and last == core.last and not _is_office(tokens, sentence, core, code, last):
        return None
    if party is not None and core.party != party.code and is_its_own(core.party):
        role = None
    role, office = _of_body(tokens, sentence, core, last, code, role, office, knowledge)
    if is_left and party is None and (body := _body_party(named)) is not None:
        code, role = body, None
        office = f"{named} {office}"
    elif is_left and party is None and (known := _called_in_short(named, positions, knowledge)) is not None:
        code = known
        role, office = _of_body(tokens, sentence, core, last, code, core.role, core.office, knowledge)
    elif is_left and party is None:  # a state's part, or a company
        role = None
        code = table.subnational.get(named)
        own = " ".join(token.lower for token in tokens[core.first : core.last])  # a province's premier is no minister
        office = f"{named} {own if code else office}"
    elif code is None and core.party is not None and party is None:  # "secretaries of state of Peru and Chile": neither
        code = knowledge.parties.on(core.party, positions.mentions.on)
        if code != core.party:  # "Kremlin leader" in 1987: he heads the state's party
            office, role = " ".join(token.lower for token in tokens[core.first : core.last]), None
    is_secretary = core.office == "foreign minister" and _says(tokens, core, "secretary")
    if is_secretary and code is None and not is_left and not _is_led_by(tokens, sentence, core):
        code = home_among(table.official_secretaries, table.minister_secretaries, positions.mentions)
    if is_secretary and code in table.official_secretaries:
        office, role = "foreign secretary", None
    if code is None and office.endswith(" secretary"):
        code = table.secretary_party.get(office.removesuffix(" secretary"))
    office = named_by_body(office, code)
    if modifier and core.office == "treasury secretary" and tokens[core.first].lower == "secretary":
        office = core.office = "secretary of the treasury"
    if modifier and core.office == "defence minister" and tokens[core.first].lower == "minister":
        office = " ".join(token.lower for token in tokens[core.first : core.last])
    if is_left and party is not None and party.form is NameForm.METONYM and core.office in HEADING_OFFICES:
        words = positions.mentions.words(party.span).lower()
        if words.endswith(BANKS):
            office, role = f"{words} {core.office}", None  # a bank's president is none of the state
    if role is not None and core.office in COMPANY_OFFICES and _is_executive(tokens, core.last, sentence):
        role = None  # "Ana Poe, president and chief executive of Acme"
    if code is None and role is not None and core.office in COMPANY_OFFICES and tokens[first - 1].text == ")" and first:
        role = None  # "Acme (a maker of anvils) president Ana Poe"
    if role in STATE_HEADS and code is not None and knowledge.parties.is_movement(code):
        role = None  # "SNC President": of a movement
    if role == "head of organisation" and party is not None and _is_within_body(party, positions, table):
        role = None  # a body's secretary general is not the head of the organisation that it belongs to
    if core.office in ("director", "chief") and party is not None and is_left and party.form in AGENCY_FORMS:
        words = positions.mentions.words(party.span).lower()
        is_told = words in ("u.s.", "us", "uk", "u.k.") or office.startswith(words)
        office = office if is_told else f"{words} {office}"
    if (worded := worded_for(core.office, code)) is not None:
        office, role = worded[0], worded[1] or role
    modifier = " ".join(filter(None, (modifier, after_modifier))) or None
    if _starts_lower_under(tokens, first):
        modifier = None
    if code is not None and (whole := _whole_of(code, positions)) is not None:
        region = knowledge.parties.get(code)
        office, role, code = f"{office} of {region.name.lower() if region is not None else code}", None, whole
    span = positions.mentions.report.span(tokens[first].start, tokens[last - 1].end)
    return OfficeMention(span, office, None if modifier else role, code, modifier, core.is_plural)


def _code_of(party: PartyMention, positions: Positions) -> str:
    """The party's code; that of Canada where "the House of Commons" is Canada's."""
    mentions = positions.mentions
    if party.form is not NameForm.METONYM:
        return party.code
    dateline = dict(mentions.dateline.spans).get("place") if mentions.dateline is not None else None
    there = (place.country for place in mentions.places if dateline is not None and dateline.contains(place.span))
    named = (other.code for other in mentions.parties if other.form is not NameForm.METONYM)
    return chambers_state(mentions.words(party.span), party.code, mentions.report.side or next(there, None), named)


def _whole_of(code: str, positions: Positions) -> str | None:
    """The report's side, where the party is a part of it: its own account knows no other state there."""
    side = positions.mentions.report.side
    return side if side is not None and are_at_home([side, code], is_part=True) else None


def _is_executive(tokens: tuple[Token, ...], last: int, sentence: Sentence) -> bool:
    """Whether the office goes on as a company's: "president and chief executive", "President & CEO"."""
    after = [token.lower for token in tokens[last : min(sentence.last, last + 3)]]
    return after[:1] in (["and"], ["&"], [","]) and (after[1:2] == ["ceo"] or after[1:] == ["chief", "executive"])


def _is_within_body(party: PartyMention, positions: Positions, table: OfficeTable) -> bool:
    words = positions.mentions.words(party.span).lower().split()
    return any(tuple(words[-len(body) :]) == body for body, _ in table.bodies.get(words[-1], ()))


def _body_party(named: str) -> str | None:
    """The party that alone has a body of this name: "FBI director", "White House budget chief"; not "tea board"."""
    given = named.split()
    for count in range(len(given), 0, -1):
        for words, party in office_table().bodies.get(given[count - 1], ()):
            if party is not None and given[:count] == list(words):
                return party
    return None


def _called_in_short(named: str, positions: Positions, knowledge: Knowledge) -> str | None:
    """The one organisation of the report whose name ends with the word: "the League's" is the Arab League's."""
    if named not in SHORT_NAMES:
        return None
    codes = set()
    for code in positions.parties_named:
        party = knowledge.parties.get(code)
        if party is not None and party.kind == "organisation" and party.name.lower().split()[-1] == named:
            codes.add(code)
    return codes.pop() if len(codes) == 1 else None


def _says(tokens: tuple[Token, ...], core: Core, word: str) -> bool:
    return any(token.lower == word for token in tokens[core.first : core.last])


def _starts_lower_under(tokens: tuple[Token, ...], first: int) -> bool:
    return tokens[first].text == "under"


def _left_name(tokens: tuple[Token, ...], first: int, core_first: int) -> str:
    return " ".join(token.lower for token in tokens[first:core_first] if token.lower not in POSSESSIVES)


def _is_office(tokens: tuple[Token, ...], sentence: Sentence, core: Core, code: str | None, last: int) -> bool:
    """Whether a weak word is an office here: it has a party, a body after "of", or it is a title before a name."""
    if core.office == "chief" and any(token.lower in CALLED_CHIEF for token in tokens[last : last + 4]):
        return False  # "Chief Sustainability Officer"
    if core.office == "director" and tokens[core.first].text.islower() and _is_artists(tokens, sentence, core.first):
        return False  # "film director Ana Poe", "writer and director Ana Poe"
    if tokens[core.first].pos == "VERB" and tokens[core.first - 1].pos == "PRON" and core.first > sentence.first:
        return False  # "I delegate Ali to go"
    if core.office in ("secretary", "minister", "leader") and tokens[core.first].pos in ("NOUN", "PROPN"):
        return True
    if code is not None:
        return True
    if last < sentence.last:
        following = tokens[last]
        if following.text[0].isupper() and following.pos == "PROPN":
            return True
    if tokens[core.first].text[0].isupper() and last < sentence.last:
        following = tokens[last]
        if following.lower == "of" and last + 1 < sentence.last:
            return any(token.text[0].isupper() for token in tokens[last + 1 : last + 3])
    if core.office in HEADS_BEHIND and last < sentence.last and tokens[last].text == ",":
        end = body_after(tokens, sentence, last + 1)  # "Ana Poe, Administrator, Harbours Agency,"
        return end > last + 1 and tokens[core.first - 1].text == "," and tokens[end - 1].lower not in PRIVATE
    if last < sentence.last and tokens[last].lower == "of":
        after = tokens[last + 1 : last + 3]
        return bool(after) and (
            after[0].text[0].isupper() or (after[0].lower == "the" and len(after) > 1 and after[1].text[0].isupper())
        )
    return False


def _is_artists(tokens: tuple[Token, ...], sentence: Sentence, at: int) -> bool:
    """Whether "director" at the index is an artist's calling, by the word before it."""
    before = at - 1 - (at - 1 > sentence.first and tokens[at - 1].lower == "and")
    return before >= sentence.first and tokens[before].lower in ARTS


def _of_body(
    tokens: tuple[Token, ...],
    sentence: Sentence,
    core: Core,
    last: int,
    code: str | None,
    role: str | None,
    office: str,
    knowledge: Knowledge,
) -> tuple[str | None, str]:
    """The role, given whose office it is: an organisation's president is its head; a company's has no role."""
    if code is not None:
        if knowledge.parties.is_body(code):
            if core.office in HEADING_OFFICES:
                if core.office in ("chief", "head") and code in office_table().headed_by_secretary_general:
                    office = "secretary general"
                return "head of organisation", office
            return (role if role in ("foreign minister", "head of organisation") else None), office
        return (None if role == "head of organisation" else role), office
    if last + 1 < sentence.last and tokens[last].lower == "of" and core.office in HEADING_OFFICES:
        at = last + 1
        if tokens[at].lower in ARTICLES and at + 1 < sentence.last:
            at += 1
        if tokens[at].text[0].isupper() or tokens[last + 1].lower != tokens[at].lower:
            return None, office
    return role, office
