"""Whose an office is: the party before it ("Japan's …"), after it ("… of Peru"), or a part of one ("… of Ontario")."""

from aidememoire.language.people.home_bodies import whose_body
from aidememoire.language.people.national_offices import envoys_to, is_part
from aidememoire.language.people.office_cores import Core
from aidememoire.language.people.office_extent import body_after, find_modifier
from aidememoire.language.people.office_houses import POSTED_OFFICES, embassy, house_of, organisation_of, served
from aidememoire.language.people.office_table import OfficeTable, office_table
from aidememoire.language.people.office_words import (
    ARTICLES,
    COMPANY_OFFICES,
    HEADING_OFFICES,
    HYPHENS,
    INSTITUTIONS,
    JOINERS,
    MAX_PORTFOLIO,
    MAX_SKIPPED,
    POSSESSIVES,
    WEEKDAYS_MONTHS,
)
from aidememoire.language.people.positions import Positions
from aidememoire.model import NameForm, PartyMention, Sentence, Token

# Offices that may stand after a body: "White House spokesman", "French MFA secretary general".
SPOKEN_FOR = (
    "spokes",
    "press secretary",
    "adviser",
    "advisor",
    "aide",
    "chief of staff",
    "official representative",
    "envoy",
    "secretary general",
    "state secretary",
)
# Offices of a ministry that many states have: "Peru's MFA Political Director", of no body of that name alone.
MINISTRIES = frozenset({"ministry", "mfa", "mofa"})
OF_MINISTRIES = frozenset({"director", "director general", "political director", "permanent secretary"})
OF_HOUSES = OF_MINISTRIES | {"secretary general"}
SPEAKING = ("spokes", "press secretary", "official representative")
# Parties within a state: "the British Labour leader".
FACTIONS = frozenset(
    "labour conservative liberal democrat democratic socialist communist nationalist green party".split()
)
BODY_HEADS = frozenset(word for office in COMPANY_OFFICES for word in office.split()) | {"secretary", "commander"}
WITH_FIELD = frozenset({"chief", "director", "head", "coordinator", "commissioner", "adviser", "advisor", "official"})
DELEGATIONS = frozenset({"delegation", "team", "mission"})  # "head of the EC delegation" heads no community
BRANCHES = frozenset({"office", "branch", "section", "desk", "operations", "programme", "program", "division"})
LEARNED = frozenset(
    "centre center institute foundation university academy college hospital museum".split()
)  # "Cairo's"
# Parts of a state that an adjective makes its own; "the German football association" is none.
STATE_PARTS = frozenset("parliament senate government army navy military cabinet presidency province".split())
MAIN = frozenset({"main", "largest", "biggest", "exiled", "armed", "umbrella"})  # and these before that word
MOVEMENT_WORDS = frozenset({"opposition", "rebel", "rebels"})  # may stand before a movement's name
MAX_GLOSS = 3  # words in brackets between a body and its office: "(central bank)"
ADVISERS = ("adviser", "advisor", "aide", "chief", "envoy", "representative", "counselor", "counsellor", "assistant")
PART_HEADS = frozenset(
    {"president", "prime minister", "governor", "mayor", "head", "leader", "chairman", "attorney general"}
)
SECRETARIES_OF_BODIES = frozenset({"secretary", "first secretary", "general secretary"})
COUNCILS = frozenset({"council", "committee", "commission", "party"})  # have secretaries: "Security Council Secretary"
RULING = frozenset({"ruling", "governing"})  # before a party's name
MAX_OWNED = 5  # words of a body in small letters: "main intelligence directorate"
# Bodies that are a state's where its name stands before them as an owner's.
STATE_BODIES = frozenset(
    "forces force army navy military intelligence police directorate guard troops agency bureau regulator region "
    "province territory oblast governorate council committee commission ministry parliament senate congress service "
    "assembly duma "
    "secretariat staff mission embassy authority presidency party".split()
)
PARTS = frozenset("territory region province oblast krai governorate county prefecture district".split())
BODY_WORDS = INSTITUTIONS | {"treasury", "navy", "forces", "state", "defense", "defence", "republic"}


def party_left(
    tokens: tuple[Token, ...],
    sentence: Sentence,
    first: int,
    positions: Positions,
    table: OfficeTable,
    core: Core,
) -> tuple[PartyMention | None, int, bool]:
    """The party before the office, the first token with it, and whether any name stands there."""
    at = first - 1
    is_spoken_for = core.office == "minister" or any(word in core.office for word in SPOKEN_FOR)
    body = _body_before(tokens, sentence, at, positions, table)
    is_ministry = body is not None and any(token.lower in MINISTRIES for token in tokens[body[0] : at + 1])
    is_of_ministry = is_ministry and core.office in OF_MINISTRIES and body is not None and body[1] is None
    if (is_spoken_for or is_of_ministry) and body is not None:
        start, code = body
        if code is not None:
            span = positions.mentions.report.span(tokens[start].start, tokens[at].end)
            return PartyMention(span, code, (), NameForm.METONYM), start, True
        at = start - 1
    skipped = fields = bodies = 0
    while at >= sentence.first and skipped <= MAX_SKIPPED:
        token = tokens[at]
        if (
            tokens[at + 1].start - token.end > 1
            and "\n" not in positions.mentions.report.text[token.end : token.end + 2]
        ):
            break  # two spaces stand between a headline and what follows it
        if token.text == ")" and not skipped and (bracket := _before_gloss(tokens, sentence, at)) is not None:
            at = bracket
            continue
        if party := positions.party_ending(at):
            start = positions.covered(party.span).start
            is_short = party.form is NameForm.ABBREVIATION or (is_spoken_for and party.form is NameForm.METONYM)
            is_beside = (
                is_short or bodies > 0
            ) and skipped == fields  # "IOM media director", "White House security spokesman"
            is_owner = party.form is NameForm.ADJECTIVE or {token.lower, tokens[at + 1].lower} & POSSESSIVES
            if skipped and not is_owner and not is_beside:
                return None, first, False
            if fields and core.office in WITH_FIELD | HEADING_OFFICES:
                own = " ".join(token.lower for token in tokens[first - fields : first])
                core.office, core.role = f"{own} {core.office}", None  # no head of the body, but of a part
            if _is_joined(tokens, sentence, start, positions):
                if core.is_plural:
                    return None, first, False
                joined = _joined_party(tokens, sentence, start, positions)
                if "envoy" in core.office and joined is not None and joined.form is not NameForm.NAME:
                    return joined, positions.covered(joined.span).start, True
            if not skipped and core.office.endswith("envoy") and _is_subject(party, start, sentence, positions):
                sender = _sender(tokens, sentence, start, positions)
                if sender is None:
                    return None, start, True
                core.office = f"{core.office} for {positions.mentions.words(party.span).lower()}"
                return sender, positions.covered(sender.span).start, True
            ambassador, sent = envoys_to().get(party.code, ("", frozenset[str]()))
            if core.office in sent:
                return _sent_to_body(tokens, sentence, start, party, positions, core, ambassador)
            if core.office in ("ambassador", "envoy", "representative") and party.form is NameForm.ABBREVIATION:
                sender = _sender(tokens, sentence, start, positions)  # "Peru's NATO envoy"
                if sender is not None:
                    return sender, positions.covered(sender.span).start, True
            return party, start, True
        if token.lower in POSSESSIVES and (skipped == 0 or positions.party_ending(at - 1)):
            if _is_company(tokens, sentence, at - 1, positions, core):
                core.role = None
            at -= 1
            skipped += 1
            continue
        place = positions.place_at.get(at) if core.office in ("mayor", "governor") and not skipped else None
        if place is not None and place.country is not None and place.span.end == token.end:
            where = positions.mentions.words(place.span).lower()
            if where in table.disputed or (words := _subnational_words(tokens, sentence, at, table)):
                return None, at - (words if where not in table.disputed else 1) + 1, True
            core.office, core.role = f"{core.office} of {where}", None
            start = positions.covered(place.span).start
            return PartyMention(place.span, place.country, (), NameForm.METONYM), start, True
        if words := _subnational_words(tokens, sentence, at, table):
            return None, at - words + 1, True
        if skipped == 0 and _is_body_name(tokens, sentence, at, positions, core):
            start = _name_start(tokens, sentence, at)
            if token.lower in STATE_BODIES:  # "Russian Security Council Secretary"
                start = max((k + 1 for k in range(start, at) if k in positions.party_at), default=start)
            owner = _sender(tokens, sentence, start, positions) if token.lower in STATE_BODIES | FACTIONS else None
            if owner is None:
                return None, start, True
            own = " ".join(word.lower for word in tokens[start:first])
            core.office, core.role = f"{own} {core.office}", None  # "Peru's Harbours Council chairwoman"
            return owner, positions.covered(owner.span).start, True
        has_field = is_spoken_for or core.office in WITH_FIELD  # "Peru's tea spokesman"
        is_field = has_field and token.text.islower() and token.lower in table.portfolio | table.complement
        is_body = core.office in HEADING_OFFICES and _is_small_body(token)
        is_field, bodies = is_field or is_body, bodies + is_body
        is_doing = token.tag == "VBG" and token.dep == "acl"  # "rebel forces battling leader Poe"
        is_between = token.pos in ("ADJ", "ADV", "VERB") and token.text.islower() and not is_doing
        is_between = is_between or token.lower in table.neutral
        if is_between or is_field:
            at -= 1
            skipped += 1
            fields += is_field
            continue
        if token.lower in HYPHENS and skipped:
            at -= 1
            continue
        break
    return None, first, False


def _is_small_body(token: Token) -> bool:
    """Whether the word is a body's in small letters: "the African Union commission chairman"."""
    return token.text.islower() and token.lower in STATE_BODIES


def _before_gloss(tokens: tuple[Token, ...], sentence: Sentence, at: int) -> int | None:
    """The index before brackets that end here: CASE "Republic of Korea (ROK) Foreign Minister".

    CASE "the Knesset (parliament) speaker": what kind of body it is.
    """
    for count in range(1, MAX_GLOSS + 1):
        opening = at - count - 1
        if opening <= sentence.first or tokens[opening].text != "(":
            continue
        gloss = tokens[opening + 1 : at]
        is_kind = gloss[-1].lower in INSTITUTIONS and all(token.text.islower() for token in gloss)
        return opening - 1 if count == 1 or is_kind else None
    return None


def _subnational_words(tokens: tuple[Token, ...], sentence: Sentence, at: int, table: OfficeTable) -> int:
    """How many words up to the token name a part of a state: "New South Wales" is 3; none is 0."""
    for count in (3, 2, 1):
        first = at - count + 1
        if first >= sentence.first:
            name = " ".join(token.lower for token in tokens[first : at + 1]).replace(" - ", "-")
            if name in table.subnational:
                return count
    return 0


def _body_before(
    tokens: tuple[Token, ...], sentence: Sentence, at: int, positions: Positions, table: OfficeTable
) -> tuple[int, str | None] | None:
    """Where the body starts whose words end at the token, and the party that alone has it: "White House spokesman"."""
    if at < sentence.first:
        return None
    at -= tokens[at].lower in POSSESSIVES
    for words, party in table.bodies.get(tokens[at].lower, ()):
        start = at - len(words) + 1
        if start >= sentence.first and all(tokens[start + k].lower == word for k, word in enumerate(words)):
            also = table.shared_bodies.get(words, frozenset())
            owner = start - 1 - (start > sentence.first and tokens[start - 1].lower in POSSESSIVES)
            named = positions.party_ending(owner) if also and owner >= sentence.first else None
            return start, named.code if named is not None else whose_body(party, also, positions.mentions)
    return None


def _is_company(tokens: tuple[Token, ...], sentence: Sentence, at: int, positions: Positions, core: Core) -> bool:
    """Whether the possessor is neither a party nor a person: "Acme's president"."""
    return (
        at >= sentence.first
        and core.office in COMPANY_OFFICES
        and tokens[at].pos == "PROPN"
        and at not in positions.party_at
        and at not in positions.place_at
        and not positions.person_starts.intersection(range(_after_comma(tokens, sentence, at), at + 1))
    )


def _after_comma(tokens: tuple[Token, ...], sentence: Sentence, at: int) -> int:
    """The first of the few tokens up to this one in which a possessor's name may begin, behind any comma."""
    first = max(sentence.first, at - 3)
    return next((index + 1 for index in range(at, first - 1, -1) if tokens[index].text == ","), first)


def _sent_to_body(
    tokens: tuple[Token, ...],
    sentence: Sentence,
    start: int,
    body: PartyMention,
    positions: Positions,
    core: Core,
    ambassador: str,
) -> tuple[PartyMention | None, int, bool]:
    """CASE "Peru's U.N. ambassador": the office is Peru's; CASE "the U.N. envoy": it is the body's.

    ``ambassador``: what a state's ambassador to the body is called.
    """
    modifier, at_modifier = find_modifier(tokens, sentence, start, office_table())
    sender = _sender(tokens, sentence, at_modifier, positions)
    if core.office.endswith("ambassador"):
        core.office = core.office.replace("ambassador", ambassador)
    if sender is not None:
        office = core.office.replace("envoy", ambassador).replace("representative", ambassador)
        core.office = " ".join(filter(None, (modifier, office)))
        return sender, positions.covered(sender.span).start, True
    is_its_own = not core.office.endswith("ambassador")
    return (body if is_its_own else None), start, is_its_own


def _is_subject(party: PartyMention, start: int, sentence: Sentence, positions: Positions) -> bool:
    """Whether an envoy is for the state before him: "the U.S. Iran envoy"; not "Iran's envoy", "PERU ENVOY LEAVES"."""
    tokens = positions.mentions.tokens
    is_name = party.form is NameForm.NAME and tokens[start].text.istitle()
    after = positions.covered(party.span).stop
    return is_name and tokens[after].lower not in POSSESSIVES and not positions.is_headline(sentence)


def _sender(tokens: tuple[Token, ...], sentence: Sentence, start: int, positions: Positions) -> PartyMention | None:
    """Who sends the envoy: the party that ends before, "Peru's"; nobody in "the NATO envoy"."""
    at = start - 1
    if at > sentence.first and tokens[at].lower in POSSESSIVES:
        at -= 1
    return positions.party_ending(at) if at >= sentence.first else None


def _is_joined(tokens: tuple[Token, ...], sentence: Sentence, start: int, positions: Positions) -> bool:
    """Whether another party is joined before this one: "the Russian and Japanese foreign ministers"."""
    return _joined_party(tokens, sentence, start, positions) is not None


def _joined_party(
    tokens: tuple[Token, ...], sentence: Sentence, start: int, positions: Positions
) -> PartyMention | None:
    at = start - 1
    while at >= sentence.first and (tokens[at].lower in JOINERS or tokens[at].lower in HYPHENS):
        at -= 1
    if sentence.first < at < start - 1 and tokens[at].lower in POSSESSIVES:
        at -= 1  # "Peru's and Chile's presidents"
    return positions.party_ending(at) if sentence.first <= at < start - 1 else None


def is_joined_after(tokens: tuple[Token, ...], sentence: Sentence, last: int, positions: Positions) -> bool:
    """Whether another party is joined after: "the foreign ministers of Peru and Chile"."""
    return (
        last + 1 < sentence.last
        and tokens[last].lower in JOINERS
        and (last + 1 in positions.party_at or last + 2 in positions.party_at)
    )


def _is_body_name(tokens: tuple[Token, ...], sentence: Sentence, at: int, positions: Positions, core: Core) -> bool:
    """Whether the token is a company's or body's name before the office: "Exxon chairman", "World Bank President"."""
    token = tokens[at]
    return (
        (core.office in COMPANY_OFFICES or (core.office in SECRETARIES_OF_BODIES and token.lower in COUNCILS))
        and token.pos == "PROPN"
        and token.text[0].isupper()
        and at not in positions.place_at
        and token.lower not in WEEKDAYS_MONTHS
        and not (at > sentence.first and tokens[at - 1].lower in ("in", "on", "at"))
        and token.dep == "compound"
    )


def _name_start(tokens: tuple[Token, ...], sentence: Sentence, at: int) -> int:
    while at > sentence.first and tokens[at - 1].text[0].isupper() and tokens[at - 1].pos == "PROPN":
        at -= 1
    return at


HOMELANDS = frozenset({"country", "state", "homeland", "nation"})


def party_right(
    tokens: tuple[Token, ...], sentence: Sentence, last: int, positions: Positions, core: Core
) -> tuple[PartyMention | None, int]:
    """CASE "Minister of Foreign Affairs of the Russian Federation"; CASE "President of Brazil"."""
    at = last
    if (
        core.office.endswith(ADVISERS)
        and (advised := served(tokens, sentence, core.first, last, positions)) is not None
    ):
        return advised
    if core.office.endswith(POSTED_OFFICES) and (house := embassy(tokens, sentence, last, positions)) is not None:
        return house
    is_opposed = core.office == "leader of the opposition" and at < sentence.last and tokens[at].lower == "in"
    if at >= sentence.last or (tokens[at].lower not in ("of", "for") and not is_opposed):
        return None, last
    at += 1
    has_article = at < sentence.last and tokens[at].lower in ARTICLES and not positions.party_starting(at)
    at += has_article
    if at >= sentence.last:
        return None, last
    if core.office.startswith(SPEAKING) and (house := house_of(tokens, sentence, at, positions)) is not None:
        return house
    if core.office.startswith(SPEAKING) and (house := organisation_of(tokens, sentence, at, positions)) is not None:
        return house
    if core.office in OF_HOUSES and (house := house_of(tokens, sentence, at, positions)) is not None:
        words = [token.lower for token in tokens[at : positions.covered(house[0].span).start]]
        while words[-1] in ("of", "the"):
            words.pop()
        core.office, core.role = f"{core.office} of the {' '.join(words)}", None
        return house  # "Secretary General of the Ministry of Foreign Affairs of Peru"
    if at + 1 < sentence.last and tokens[at].lower == "our" and tokens[at + 1].lower in HOMELANDS:
        return None, at + 2  # "Minister of Foreign Affairs of our country": whose it is the dateline tells
    party = positions.party_starting(at)
    if party is None and has_article:  # "of the opposition's National Council", "of the main opposition Front"
        at += at + 1 < sentence.last and tokens[at].lower in MAIN and tokens[at + 1].lower in MOVEMENT_WORDS
        if tokens[at].lower in MOVEMENT_WORDS:
            at += 1 + (at + 1 < sentence.last and tokens[at + 1].lower in POSSESSIVES)
            party = positions.party_starting(at)
    if party is None or (party.form is NameForm.DEMONYM and tokens[last].lower == "for"):
        return None, last
    end = positions.covered(party.span).stop
    body = body_after(tokens, sentence, end)
    if core.office == "crown prince" and party.form is NameForm.METONYM:
        core.office = f"crown prince of {positions.mentions.words(party.span).lower()}"  # an emirate's
    if core.office in HEADING_OFFICES and end < sentence.last and tokens[end].lower in DELEGATIONS:
        core.office, core.role = "head of delegation", None
        return party, end + 1
    if has_article and end < sentence.last and tokens[end].lower in BRANCHES and tokens[end].text.islower():
        return None, last  # "director of the Japan office of a company"
    if end < sentence.last and is_part(party.code, tokens[end].lower):
        core.office, core.role = f"{core.office} of the {tokens[end].lower}", None
        return party, end + 1  # the Council's secretary general is not the Commission's president
    while end < sentence.last and tokens[end].text[0].isupper() and tokens[end].lower in BODY_WORDS:
        end += 1  # "of the U.S. Treasury"
    if body > end and core.office.split()[-1] in BODY_HEADS:
        is_private = tokens[body - 1].lower in LEARNED and party.form is NameForm.METONYM
        words = [token.lower for token in tokens[positions.covered(party.span).stop : body]]
        name = " ".join(words[1:] if words[0] in POSSESSIVES else words)
        core.office, core.role = f"{core.office} of the {name}", None
        return (None if is_private else party), body  # "Secretary of the Ukrainian National Security Council"
    if body > end and core.office.startswith("spokes"):
        return party, body  # "spokeswoman for the Peruvian Foreign Ministry"
    if core.office.startswith("spokes") and (body := _owned_body(tokens, sentence, end)) > end:
        return party, body  # "spokeswoman for the Peruvian air force"
    is_heading = core.office.split()[-1] in BODY_HEADS
    is_owner = end < sentence.last and tokens[end].lower in POSSESSIVES
    if is_heading and is_owner and (owned := _owned_body(tokens, sentence, end)) > end:
        body_words = " ".join(token.lower for token in tokens[end + 1 : owned]).replace(" - ", "-")
        core.office, core.role = f"{core.office} of the {body_words}", None
        return party, owned  # "commander of Ukraine's ground forces"
    if is_heading and party.form is NameForm.ADJECTIVE and (whole := _part_of_state(tokens, sentence, end)) > end:
        words = [token.lower for token in tokens[end:whole] if token.lower not in POSSESSIVES]
        core.office, core.role = f"{core.office} of the {' '.join(words)}", None
        return party, whole  # "deputy head of the Peruvian parliament's foreign affairs committee"
    if end < sentence.last and tokens[end].pos in ("NOUN", "PROPN") and party.form is NameForm.ADJECTIVE:
        return None, last  # "president of the German football association"
    return party, end


def _owned_body(tokens: tuple[Token, ...], sentence: Sentence, first: int) -> int:
    """The index after a body or part that is the state's own before it: "'s ground forces", "'s Belgorod region".

    The index itself for what may be private: "'s nuclear company", "'s news agency".
    """
    end = first
    begin = first + (first < sentence.last and tokens[first].lower in POSSESSIVES)
    for at in range(begin, min(sentence.last, begin + MAX_OWNED)):
        is_word = tokens[at].pos in ("ADJ", "NOUN", "PROPN") or tokens[at].tag == "VBG"  # "ruling military council"
        if not is_word or tokens[at].lower in ("news", "football"):
            break
        if tokens[at].lower in STATE_BODIES:
            end = at + 1
        elif at == begin and tokens[at].lower in RULING and at + 1 < sentence.last and tokens[at + 1].text[0].isupper():
            end = at + 2  # "'s ruling ZANU-PF"
            while end + 1 < sentence.last and tokens[end].text in HYPHENS and tokens[end + 1].text[0].isupper():
                end += 2
    goes_on = end < sentence.last and tokens[end].pos in ("NOUN", "PROPN") and not _is_name(tokens, end)
    return first if goes_on else end


def _is_name(tokens: tuple[Token, ...], at: int) -> bool:
    return tokens[at].pos == "PROPN" and tokens[at].text.istitle() and tokens[at - 1].text.islower()


def _part_of_state(tokens: tuple[Token, ...], sentence: Sentence, first: int) -> int:
    """The index after a part of a state in small letters, with its committee: "parliament's trade committee"."""
    if first >= sentence.last or tokens[first].text not in STATE_PARTS:
        return first
    last = first + 1
    if last < sentence.last and tokens[last].lower in POSSESSIVES:
        for at in range(last + 1, min(sentence.last, last + MAX_PORTFOLIO)):
            if tokens[at].lower in INSTITUTIONS and tokens[at].text.islower():
                return at + 1
    return last


def part_right(
    tokens: tuple[Token, ...], sentence: Sentence, core: Core, last: int, positions: Positions, table: OfficeTable
) -> tuple[str | None, int] | None:
    """CASE "Premier of Ontario", "governor of Kilis": the state of a part named after "of", and the index after it."""
    if last + 1 >= sentence.last or tokens[last].lower != "of" or core.is_plural or core.office not in PART_HEADS:
        return None
    begin = last + 1
    if [token.lower for token in tokens[begin : begin + 3]] == ["the", "republic", "of"]:
        begin += 3  # "Head of the Republic of Tatarstan"
    for count in (3, 2, 1):
        end = begin + count
        name = " ".join(token.lower for token in tokens[begin:end]).replace(" - ", "-")
        if end <= sentence.last and name in table.subnational:
            own = " ".join(token.lower for token in tokens[core.first : core.last])
            core.office, core.role = f"{own} of {name}", None
            return table.subnational[name], end
    at = last + 1 + (tokens[last + 1].lower == "the")
    place = positions.place_at.get(at)
    if place is None or place.country is None or core.office not in ("governor", "mayor"):
        return None
    end = positions.after(place.span.end)
    is_part = end < sentence.last and tokens[end].lower in PARTS
    if at > last + 1 and not is_part:
        return None
    where = positions.mentions.words(place.span).lower()
    if is_part:  # "Governor of the Khabarovsk Territory"
        where, end = f"{where} {tokens[end].lower}", end + 1
    core.office += f" of {where}"
    is_disputed = where.split()[0] in table.disputed
    return (None if is_disputed else place.country), end
