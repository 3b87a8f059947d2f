"""Every wording of an office: "Japan's foreign minister", "the head of the Japanese foreign Ministry"."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from aidememoire.knowledge import Knowledge
from aidememoire.language.people.positions import Positions, split_fused
from aidememoire.model import Mentions, NameForm, OfficeMention, PartyMention, Sentence, Token

HYPHENS = frozenset({"-", "‐", "‑", "–"})
POSSESSIVES = frozenset({"'s", "’s", "'", "’", "`s", "´s"})
MINISTERS = frozenset({"minister", "ministers"})
SECRETARIES = frozenset({"secretary", "secretaries"})
MINISTRIES = frozenset({"ministry", "ministries", "department", "departments"})
HEADS = frozenset({"head", "heads", "chief", "chiefs", "boss"})
ARTICLES = frozenset({"the", "a", "an"})
JOINERS = frozenset({"and", ",", "&", "/"})
# "the president of the club": these are an office of a party only where no other body is named after "of".
HEADING_OFFICES = frozenset(
    {"president", "leader", "chairman", "head", "chief", "secretary general", "secretary-general", "director general"}
)
COMPANY_OFFICES = HEADING_OFFICES | {"director", "chairwoman", "chief executive", "ceo", "governor", "commissioner"}
MAX_PORTFOLIO = (
    9  # words: "Minister of Foreign Affairs, International Business and Diaspora Relations"; not a whole list
)
MAX_COMPLEMENT = 14  # tokens from the office to the name: "of Policy and Plans for U.S. Southern Command"
MONARCHS = frozenset({"king", "queen", "prince", "princess", "emir", "amir", "sultan", "pope", "emperor"})
OFFICE_HEADS = frozenset(
    "president vice-president vice minister premier chancellor king queen prince secretary senator congressman".split()
)
AGENCY_FORMS = frozenset({NameForm.ABBREVIATION, NameForm.METONYM})  # "CIA director"
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
PRINCIPAL = ("of", "the", "secretary", "-", "general")
INSTITUTIONS = frozenset(
    "ministry department council committee commission parliament assembly senate congress duma government office "
    "secretariat agency bureau service bank fund union federation court army corps command university institute "
    "administration executive board chamber house party movement republic region unit centre center foundation "
    "program programme academy association society authority organization organisation district territory college "
    "hospital museum caucus coalition".split()
)
BODY_HEADS = frozenset(word for office in COMPANY_OFFICES for word in office.split()) | {"secretary"}
# "Minister of Industry and Special Envoy Ana Poe": the second office is no field of the first.
NO_FIELD = frozenset({"special", "coordinator", "process", "crisis", "policy"})
DELEGATIONS = frozenset({"delegation", "team", "mission"})  # "head of the EC delegation" heads no community
BRANCHES = frozenset({"office", "branch", "section", "desk", "operations", "programme", "program", "division"})
# Last words of organisations' names by which they are called in short: "the League", "the Fund".
SHORT_NAMES = frozenset({"league", "commission", "union", "alliance", "agency", "bank", "fund", "tribunal", "bloc"})
# Words that end in these are no given names: "Director of the Agency for Strategic Initiatives Ana Poe".
ABSTRACT_ENDINGS = ("tion", "tions", "tives", "ship", "logy", "ness", "ments", "ities", "ability")
PARTY_GAP = re.compile(r"\b(of|for) {2,}(?!the\b)")  # where a party's name stood: "of Japan's Security Council"
ADVISERS = ("adviser", "advisor", "aide", "chief", "envoy", "representative")
ADVISED = frozenset({"president", "prime", "minister", "vice", "chancellor", "king"})
PART_HEADS = frozenset({"president", "prime minister", "governor", "mayor", "head", "leader", "chairman"})
MAX_BODY = 8  # words of a body's name after its party: "the Ukrainian National Security and Defence Council"
BODY_WORDS = INSTITUTIONS | {"treasury", "navy", "forces", "state", "defense", "defence", "republic"}
SMALL_WORDS = frozenset({"of", "the", "and", "for", "on", "in", "&", "'s", "’s", "-"})
MAX_SKIPPED = 4  # words between party and office: "Iran's newly appointed hardline foreign minister"; not a clause
WEEKDAYS_MONTHS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december today yesterday tomorrow then when while".split()
)
SPELLINGS = {"defense": "defence", "labor": "labour"}
MODIFIER_NAMES = {"ex": "former", "ex-": "former", "one-time": "former", "onetime": "former", "erstwhile": "former"}


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording of an office in the table."""

    words: tuple[str, ...]  # lower-case tokens
    office: str  # normalised
    role: str | None
    party: str | None  # the party that alone has an office of this name
    is_plural: bool
    is_weak: bool  # too common a word to be an office without a party, a body or a capital
    is_capitals: bool  # an abbreviation: "PM", not the hour


@dataclass(frozen=True, slots=True)
class OfficeTable:
    """The table of wordings."""

    wordings: dict[str, tuple[Wording, ...]]  # by first word, longest first
    portfolio: frozenset[str]
    complement: frozenset[str]
    before: frozenset[str]  # modifiers that make another office
    after: frozenset[str]
    neutral: frozenset[str]
    subnational: dict[str, str]  # adjective → state
    honorific: frozenset[str]  # titles that stand before a name, and belong to no office
    headed_by_secretary_general: frozenset[str]  # "the NATO chief"
    bodies: dict[
        str, tuple[tuple[tuple[str, ...], str | None], ...]
    ]  # by last word: words, the party that alone has it
    secretary_party: dict[str, str]  # portfolio → state
    official_secretaries: frozenset[str]  # states whose foreign secretary is no minister


@dataclass(slots=True)
class _Core:
    """An office in the making: its words without modifiers and party."""

    first: int  # token index
    last: int  # after its last token
    office: str
    role: str | None
    party: str | None
    is_plural: bool
    is_weak: bool = False


def load_rows(name: str) -> dict[str, Any]:
    """The tables in the English data file of that name."""
    return tomllib.loads((files("aidememoire") / "language" / "data" / "en" / name).read_text(encoding="utf-8"))


@cache
def office_table() -> OfficeTable:
    """The English table, loaded once."""
    rows = load_rows("offices.toml")
    wordings: dict[str, list[Wording]] = {}
    for row in rows["office"]:
        for is_plural, phrases in ((False, row["words"]), (True, row.get("plural", []))):
            for phrase in phrases:
                words = tuple(phrase.replace("-", " - ").split())
                if is_plural and "office" not in row:
                    office = _singular(phrase, row["words"])
                else:
                    office = row.get("office", phrase.replace(" - ", "-"))
                wording = Wording(
                    words,
                    office,
                    row.get("role"),
                    row.get("party"),
                    is_plural,
                    row.get("weak", False),
                    row.get("capitals", False),
                )
                wordings.setdefault(words[0], []).append(wording)
    return OfficeTable(
        wordings={first: tuple(sorted(group, key=lambda w: -len(w.words))) for first, group in wordings.items()},
        portfolio=frozenset(rows["portfolio"]["words"]),
        complement=frozenset(rows["complement"]["words"]),
        before=frozenset(phrase.replace("-", "").strip() for phrase in rows["modifier"]["before"]),
        after=frozenset(rows["modifier"]["after"]),
        neutral=frozenset(rows["modifier"]["neutral"]),
        subnational=rows["subnational"],
        bodies=_bodies(),
        honorific=frozenset(load_rows("titles.toml")["honorific"]["words"]),
        headed_by_secretary_general=frozenset(rows["headed_by_secretary_general"]["parties"]),
        secretary_party={word: code for code, words in rows["secretary_party"].items() for word in words},
        official_secretaries=frozenset(rows["foreign_secretary"]["officials"]),
    )


def _bodies() -> dict[str, tuple[tuple[tuple[str, ...], str | None], ...]]:
    table: dict[str, list[tuple[tuple[str, ...], str | None]]] = {}
    for row in load_rows("bodies.toml")["body"]:
        for phrase in row["words"]:
            words = tuple(phrase.split())
            table.setdefault(words[-1], []).append((words, row.get("party")))
    return {last: tuple(sorted(group, key=lambda body: -len(body[0]))) for last, group in table.items()}


def _singular(plural: str, singulars: list[str]) -> str:
    """The singular wording that is most like the plural one."""
    from rapidfuzz import fuzz

    return max(singulars, key=lambda words: fuzz.ratio(words, plural)).replace(" - ", "-")


def find_offices(mentions: Mentions, knowledge: Knowledge) -> tuple[OfficeMention, ...]:
    """The wordings of offices, in order of position, none within another."""
    table = office_table()
    mentions = split_fused(mentions, is_name=False)
    positions = Positions.of(mentions)
    found: list[OfficeMention] = []
    for sentence in mentions.sentences:
        cores = _longest(list(_cores(mentions.tokens, sentence, positions, table)))
        for core in cores:
            office = _finished(core, sentence, positions, table, knowledge)
            if office is None or (found and found[-1].span.end > office.span.start):
                continue
            joined = _joined(found[-1], office, mentions) if found else None
            if joined is not None:
                found[-1] = joined
            else:
                found.append(office)
    return tuple(found)


def _joined(left: OfficeMention, right: OfficeMention, mentions: Mentions) -> OfficeMention | None:
    """One man's two offices: "Deputy Prime Minister and Minister of Foreign Affairs"; None for two men's."""
    between = mentions.report.text[left.span.end : right.span.start].strip()
    if between not in ("and", "&") or left.is_plural or right.is_plural or right.party not in (None, left.party):
        return None
    words, others = mentions.words(left.span), mentions.words(right.span)
    if not (words.split()[-1][0].isupper() and others[0].isupper()) or left.office == right.office:
        return None
    if "deputy" not in (left.modifier or "") and "alternate" not in (left.modifier or ""):
        return None  # "the President and Foreign Minister" may be two
    first = f"{left.modifier} {left.office}" if left.modifier else left.office
    last = f"{right.modifier} {right.office}" if right.modifier else right.office
    span = mentions.report.span(left.span.start, right.span.end)
    return OfficeMention(span, f"{first} and {last}", right.role, left.party or right.party, None, False)


def _longest(cores: list[_Core]) -> list[_Core]:
    """The cores that lie in no longer one, in order."""
    kept: list[_Core] = []
    for core in sorted(cores, key=lambda c: (-(c.last - c.first), c.role is None, c.first)):
        if all(core.last <= other.first or core.first >= other.last for other in kept):
            kept.append(core)
    return sorted(kept, key=lambda c: c.first)


def _cores(tokens: tuple[Token, ...], sentence: Sentence, positions: Positions, table: OfficeTable) -> Iterator[_Core]:
    for index in range(sentence.first, sentence.last):
        lower = tokens[index].lower
        for wording in table.wordings.get(lower, ()):
            end = index + len(wording.words)
            if end <= sentence.last and all(
                tokens[index + k].lower == word or (word == "-" and tokens[index + k].lower in HYPHENS)
                for k, word in enumerate(wording.words)
            ):
                if wording.is_capitals and not _is_abbreviation(tokens, index, sentence):
                    continue
                if _is_part_of_name(tokens, index, end, sentence, wording, positions):
                    continue
                if end > index + 1 and (cut := positions.party_at.get(end - 1)) and cut.span.end > tokens[end - 1].end:
                    continue  # "President of the Republic" of "President of the Republic of Korea"
                yield _Core(index, end, wording.office, wording.role, wording.party, wording.is_plural, wording.is_weak)
                break
        if lower in MINISTERS or lower in SECRETARIES:
            yield from _with_portfolio(tokens, sentence, index, positions, table)
        elif lower in MINISTRIES:
            yield from _head_of_ministry(tokens, sentence, index, positions, table)


def _is_part_of_name(
    tokens: tuple[Token, ...], index: int, end: int, sentence: Sentence, wording: Wording, positions: Positions
) -> bool:
    """Whether the words are part of a longer name: "Hossein Amir Poe", "chairman of the government oil company"."""
    if wording.words[-1] == "government":
        return end < sentence.last and tokens[end].pos in ("NOUN", "PROPN", "ADJ") and tokens[end].text[0].isalpha()
    if wording.words[0] not in MONARCHS or index == sentence.first:
        return False
    before = tokens[index - 1]
    if before.lower in ("bin", "ibn", "al", "dr.", "mr.", "-"):
        return True
    return before.pos == "PROPN" and before.text[0].isupper() and index - 1 not in positions.party_at


def _is_abbreviation(tokens: tuple[Token, ...], index: int, sentence: Sentence) -> bool:
    """Whether it is "PM" as an office: in capitals, before a name or after a word, not after an hour."""
    before = tokens[index - 1].text if index > sentence.first else ""
    return tokens[index].text.isupper() and not before[-1:].isdigit() and before[:1].isalpha() | (not before)


def _with_portfolio(
    tokens: tuple[Token, ...], sentence: Sentence, index: int, positions: Positions, table: OfficeTable
) -> Iterator[_Core]:
    """CASE "Trade and Industry Minister"; CASE "Minister of|for Trade and Industry"."""
    noun = "minister" if tokens[index].lower in MINISTERS else "secretary"
    is_plural = tokens[index].lower in ("ministers", "secretaries")
    first = _portfolio_left(tokens, sentence.first, index, table)
    if first < index and not (noun == "secretary" and tokens[first].text.islower()):
        if noun == "secretary" and any(tokens[k].lower == "state" for k in range(first, index)):
            return
        portfolio = _portfolio_words(tokens, first, index)
        yield _portfolio_core(first, index + 1, portfolio, noun, is_plural)
    after = index + 1
    if after < sentence.last and tokens[after].lower in ("of", "for", "without", "in"):
        last = _portfolio_right(tokens, after + 1, sentence.last, positions, table)
        if last > after + 1:
            portfolio = _portfolio_words(tokens, after + 1, last)
            if tokens[after].lower == "in" or portfolio == "state":
                return
            yield _portfolio_core(index, last, portfolio, noun, is_plural, of=tokens[after].lower)


def _portfolio_core(first: int, last: int, portfolio: str, noun: str, is_plural: bool, of: str | None = None) -> _Core:
    if noun == "secretary":
        office = f"secretary {of} {portfolio}" if of else f"{portfolio} secretary"
        return _Core(first, last, office, None, None, is_plural)
    words = portfolio.split()
    role = None
    office = f"minister {of} {portfolio}" if of and not is_plural else f"{portfolio} minister"
    if is_plural and "and" in words:
        return _Core(first, last, office, None, None, is_plural)
    if words[0] in ("foreign", "external") and not {"trade", "economic", "investment", "commerce"} & set(words[1:2]):
        office = role = "foreign minister"
    elif words[0] == "defence" or words[:2] == ["national", "defence"]:
        office = role = "defence minister"
    elif words[0] == "finance" or words[-1] == "finance":
        role = "finance minister"
    elif words[0] in ("trade", "commerce") or words[:2] in (["foreign", "trade"], ["international", "trade"]):
        role = "trade minister"
    return _Core(first, last, office, role, None, is_plural)


def _portfolio_left(tokens: tuple[Token, ...], floor: int, index: int, table: OfficeTable) -> int:
    """The first token of the portfolio that ends before the index; the index itself where there is none."""
    first = index
    at = index - 1
    while at >= max(floor, index - MAX_PORTFOLIO):
        lower = tokens[at].lower
        if lower in table.portfolio:
            first = at
        elif not (lower in JOINERS and first == at + 1 and at > floor and tokens[at - 1].lower in table.portfolio):
            break
        elif tokens[at - 1].text[0].isupper() != tokens[at + 1].text[0].isupper():
            break  # "at home, Trade Minister Poe said"
        at -= 1
    return first


def _portfolio_right(
    tokens: tuple[Token, ...], first: int, ceiling: int, positions: Positions, table: OfficeTable
) -> int:
    """The index after the portfolio that starts at the index; the index itself where there is none."""
    last = first
    at = first
    while at < min(ceiling, first + MAX_PORTFOLIO):
        lower = tokens[at].lower
        if positions.party_starting(at) and lower not in ("european", "eu"):
            break
        is_field = lower in table.complement - NO_FIELD and last > first and tokens[at].text[0].isupper()
        if lower in table.portfolio or (is_field and at not in positions.place_at):
            last = at + 1
        elif lower not in JOINERS and lower not in ("the", "of"):
            break
        at += 1
    return last


def _portfolio_words(tokens: tuple[Token, ...], first: int, last: int) -> str:
    """The portfolio in its normal form: "foreign affairs and trade", "energy and the environment"."""
    while first < last and tokens[first].lower in ARTICLES:
        first += 1
    words = [SPELLINGS.get(token.lower, token.lower) for token in tokens[first:last]]
    return " ".join(words).replace(" ,", ",").replace("&", "and")


def _head_of_ministry(
    tokens: tuple[Token, ...], sentence: Sentence, index: int, positions: Positions, table: OfficeTable
) -> Iterator[_Core]:
    """CASE "head of the Japanese foreign Ministry", "Japanese foreign ministry head"."""
    left = _portfolio_left(tokens, sentence.first, index, table)
    right = index
    if left == index and index + 1 < sentence.last and tokens[index + 1].lower in ("of", "for"):
        right = _portfolio_right(tokens, index + 2, sentence.last, positions, table) - 1
        portfolio = _portfolio_words(tokens, index + 2, right + 1) if right > index + 1 else ""
    else:
        portfolio = _portfolio_words(tokens, left, index) if left < index else ""
    if not portfolio:
        return
    noun = "secretary" if portfolio in ("state",) else "minister"
    after = right + 1
    if after < sentence.last and tokens[after].lower in HEADS and right == index:
        core = _portfolio_core(left, after + 1, portfolio, noun, tokens[after].lower in ("heads", "chiefs"))
        yield _state_department(core)
        return
    at = left - 1 if left < index else index - 1
    party = None
    for _ in range(MAX_SKIPPED + 2):
        if at < sentence.first:
            return
        if party is None and (ending := positions.party_ending(at)):
            party = ending.code
            at = positions.covered(ending.span).start - 1
        elif tokens[at].lower in ARTICLES or tokens[at].lower in POSSESSIVES:
            at -= 1
        else:
            break
    if at - 1 >= sentence.first and tokens[at].lower in ("of", "at") and tokens[at - 1].lower in HEADS:
        core = _portfolio_core(at - 1, right + 1, portfolio, noun, tokens[at - 1].lower in ("heads", "chiefs"))
        core.party = party
        yield _state_department(core)


def _state_department(core: _Core) -> _Core:
    if core.office.endswith("state secretary"):
        core.office, core.role, core.party = "secretary of state", "foreign minister", "USA"
    return core


def _finished(
    core: _Core, sentence: Sentence, positions: Positions, table: OfficeTable, knowledge: Knowledge
) -> OfficeMention | None:
    """The mention with modifiers, complement and party; None where a weak word has nothing to make it an office."""
    tokens = positions.mentions.tokens
    modifier, first = _modifier(tokens, sentence, core.first, table)
    after_modifier, last = _modifier_after(tokens, sentence, core.last, table)
    last = _complement(tokens, sentence, core, modifier, last, positions, table)
    party, first, is_left = _party_left(tokens, sentence, first, positions, table, core)
    named = _left_name(tokens, first, core.first)
    if not modifier and is_left:
        modifier, first = _modifier(tokens, sentence, first, table)
    if party is None and not is_left:
        party, last = _party_right(tokens, sentence, last, positions, core)
    part = _part_right(tokens, sentence, core, last, positions, table) if party is None and not is_left else None
    if part is not None:
        core.party, last = part
    if not core.is_plural and part is None:
        last = _own_body(tokens, sentence, core, last, party, positions)
    if not core.is_plural:
        party, last = _up_to_name(tokens, sentence, core, last, party, positions, table)
    code = party.code if party else None
    if core.is_plural and not is_left and _is_joined_after(tokens, sentence, last, positions):
        code = None
    office, role = core.office, core.role
    if core.is_weak and last == core.last and not _is_office(tokens, sentence, core, code, last):
        return None
    if party is not None and core.party and core.party != code and core.party == "USA":
        role = role if core.office == "secretary of state" and code in (None, "USA") else None
    role, office = _of_body(tokens, sentence, core, last, code, role, office, knowledge)
    if is_left and party is None and (known := _called_in_short(named, positions, knowledge)) is not None:
        code = known
        role, office = _of_body(tokens, sentence, core, last, code, core.role, core.office, knowledge)
    elif is_left and party is None:  # a state's part, or a company
        role = None
        code = table.subnational.get(named)
        own = " ".join(token.lower for token in tokens[core.first : core.last])  # a province's premier is no minister
        office = f"{named} {own if code else office}"
    elif code is None:
        code = core.party
    if core.office == "foreign minister" and code in table.official_secretaries and _says(tokens, core, "secretary"):
        office, role = "foreign secretary", None
    if code is None and office.endswith(" secretary"):
        code = table.secretary_party.get(office.removesuffix(" secretary"))
    if code == "UN" and office.startswith(("humanitarian", "human rights")):
        office = f"un {office}"
    if modifier and core.office == "treasury secretary" and tokens[core.first].lower == "secretary":
        office = core.office = "secretary of the treasury"
    if modifier and core.office == "defence minister" and tokens[core.first].lower == "minister":
        office = " ".join(token.lower for token in tokens[core.first : core.last])
    if is_left and party is not None and party.form is NameForm.METONYM and core.office in HEADING_OFFICES:
        words = positions.mentions.words(party.span).lower()
        if words.endswith("bank"):
            office, role = f"{words} {core.office}", None  # a bank's president is none of the state
    if code is None and role is not None and core.office in COMPANY_OFFICES and tokens[first - 1].text == ")" and first:
        role = None  # "Acme (a maker of anvils) president Ana Poe"
    if role == "head of organisation" and party is not None and _is_within_body(party, positions, table):
        role = None  # a body's secretary general is not the head of the organisation that it belongs to
    if core.office == "director" and party is not None and is_left and party.form in AGENCY_FORMS:
        words = positions.mentions.words(party.span).lower()
        office = office if words in ("u.s.", "us", "uk", "u.k.") else f"{words} {office}"
    if core.office == "secretary of defense" and code == "GBR":
        office = "defence secretary"
    modifier = " ".join(filter(None, (modifier, after_modifier))) or None
    if _starts_lower_under(tokens, first):
        modifier = None
    span = positions.mentions.report.span(tokens[first].start, tokens[last - 1].end)
    return OfficeMention(span, office, None if modifier else role, code, modifier, core.is_plural)


def _is_within_body(party: PartyMention, positions: Positions, table: OfficeTable) -> bool:
    words = positions.mentions.words(party.span).lower().split()
    return any(tuple(words[-len(body) :]) == body for body, _ in table.bodies.get(words[-1], ()))


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


def _says(tokens: tuple[Token, ...], core: _Core, word: str) -> bool:
    return any(token.lower == word for token in tokens[core.first : core.last])


def _starts_lower_under(tokens: tuple[Token, ...], first: int) -> bool:
    return tokens[first].text == "under"


def _left_name(tokens: tuple[Token, ...], first: int, core_first: int) -> str:
    return " ".join(token.lower for token in tokens[first:core_first] if token.lower not in POSSESSIVES)


def _modifier(tokens: tuple[Token, ...], sentence: Sentence, first: int, table: OfficeTable) -> tuple[str | None, int]:
    """The modifiers before the token, in their normal form, and the first token with them."""
    words: list[str] = []
    at = first
    while at > sentence.first:
        before = at - 1
        if tokens[before].lower in HYPHENS and tokens[before].end == tokens[at].start and before > sentence.first:
            before -= 1
        pair = f"{tokens[before - 1].lower} {tokens[before].lower}" if before > sentence.first else ""
        word = tokens[before].lower.strip("-")
        if pair in table.before:
            words.insert(0, pair)
            at = before - 1
        elif word in table.before and (word != "under" or _is_under_secretary(tokens, before, at)):
            words.insert(0, MODIFIER_NAMES.get(word, word))
            at = before
        else:
            break
    return (" ".join(words) or None), at


def _is_under_secretary(tokens: tuple[Token, ...], before: int, at: int) -> bool:
    """Whether "Under" makes an under-secretary: "Under President Poe" is a preposition."""
    return tokens[before].text != "under" and tokens[at].lower in SECRETARIES


def _modifier_after(
    tokens: tuple[Token, ...], sentence: Sentence, last: int, table: OfficeTable
) -> tuple[str | None, int]:
    """CASE "president-elect", "prime minister designate"."""
    at = last
    if at < sentence.last and tokens[at].lower in HYPHENS:
        at += 1
    if at < sentence.last and tokens[at].lower in table.after:
        return tokens[at].lower, at + 1
    return None, last


def _complement(
    tokens: tuple[Token, ...],
    sentence: Sentence,
    core: _Core,
    modifier: str | None,
    last: int,
    positions: Positions,
    table: OfficeTable,
) -> int:
    """The index after what belongs to the office's name: "assistant secretary of state for European affairs"."""
    takes_field = ("secretary" in core.office and modifier is not None) or core.office.startswith("under secretary")
    takes_field = takes_field or core.office == "minister of state"
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


def _party_left(
    tokens: tuple[Token, ...],
    sentence: Sentence,
    first: int,
    positions: Positions,
    table: OfficeTable,
    core: _Core,
) -> tuple[PartyMention | None, int, bool]:
    """The party before the office, the first token with it, and whether any name stands there."""
    at = first - 1
    if any(word in core.office for word in SPOKEN_FOR) and (body := _body_before(tokens, sentence, at, table)):
        start, code = body
        if code is not None:
            span = positions.mentions.report.span(tokens[start].start, tokens[at].end)
            return PartyMention(span, code, (), NameForm.METONYM), start, True
        at = start - 1
    skipped = 0
    while at >= sentence.first and skipped <= MAX_SKIPPED:
        token = tokens[at]
        if (
            tokens[at + 1].start - token.end > 1
            and "\n" not in positions.mentions.report.text[token.end : token.end + 2]
        ):
            break  # two spaces stand between a headline and what follows it
        if token.text == ")" and at - 3 >= sentence.first and tokens[at - 2].text == "(" and not skipped:
            at -= 3  # CASE "Republic of Korea (ROK) Foreign Minister"
            continue
        if party := positions.party_ending(at):
            start = positions.covered(party.span).start
            if skipped and party.form is not NameForm.ADJECTIVE and tokens[at + 1].lower not in POSSESSIVES:
                return None, first, False
            if _is_joined(tokens, sentence, start, positions):
                if core.is_plural:
                    return None, first, False
                joined = _joined_party(tokens, sentence, start, positions)
                if "envoy" in core.office and joined is not None:
                    return joined, positions.covered(joined.span).start, True
            if party.code == "UN" and core.office in ("ambassador", "envoy", "representative", "spokesman"):
                return _sent_to_un(tokens, sentence, start, party, positions, core)
            return party, start, True
        if token.lower in POSSESSIVES and (skipped == 0 or positions.party_ending(at - 1)):
            if _is_company(tokens, sentence, at - 1, positions, core):
                core.role = None
            at -= 1
            skipped += 1
            continue
        if words := _subnational_words(tokens, sentence, at, table):
            return None, at - words + 1, True
        if skipped == 0 and _is_body_name(tokens, sentence, at, positions, core):
            return None, _name_start(tokens, sentence, at), True
        if token.lower in table.neutral or (token.pos in ("ADJ", "ADV", "VERB") and token.text.islower()):
            at -= 1
            skipped += 1
            continue
        if token.lower in HYPHENS and skipped:
            at -= 1
            continue
        break
    return None, first, False


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
    tokens: tuple[Token, ...], sentence: Sentence, at: int, table: OfficeTable
) -> tuple[int, str | None] | None:
    """Where the body starts whose words end at the token, and the party that alone has it: "White House spokesman"."""
    if at < sentence.first:
        return None
    for words, party in table.bodies.get(tokens[at].lower, ()):
        start = at - len(words) + 1
        if start >= sentence.first and all(tokens[start + k].lower == word for k, word in enumerate(words)):
            return start, party
    return None


def _is_company(tokens: tuple[Token, ...], sentence: Sentence, at: int, positions: Positions, core: _Core) -> bool:
    """Whether the possessor is neither a party nor a person: "Acme's president"."""
    return (
        at >= sentence.first
        and core.office in COMPANY_OFFICES
        and tokens[at].pos == "PROPN"
        and at not in positions.party_at
        and at not in positions.place_at
        and not positions.person_starts.intersection(range(max(sentence.first, at - 3), at + 1))
    )


def _sent_to_un(
    tokens: tuple[Token, ...],
    sentence: Sentence,
    start: int,
    un: PartyMention,
    positions: Positions,
    core: _Core,
) -> tuple[PartyMention | None, int, bool]:
    """CASE "Peru's U.N. ambassador": the office is Peru's; CASE "the U.N. envoy": it is the UN's."""
    at = start - 1
    modifier, at_modifier = _modifier(tokens, sentence, start, office_table())
    if modifier is not None:
        at = at_modifier - 1
    if at > sentence.first and tokens[at].lower in POSSESSIVES:
        at -= 1
    sender = positions.party_ending(at) if at >= sentence.first else None
    if core.office.endswith("ambassador"):
        core.office = core.office.replace("ambassador", "un ambassador")
    if sender is not None:
        office = core.office.replace("envoy", "un ambassador").replace("representative", "un ambassador")
        core.office = " ".join(filter(None, (modifier, office)))
        return sender, positions.covered(sender.span).start, True
    is_its_own = not core.office.endswith("ambassador")
    return (un if is_its_own else None), start, is_its_own


def _is_joined(tokens: tuple[Token, ...], sentence: Sentence, start: int, positions: Positions) -> bool:
    """Whether another party is joined before this one: "the Russian and Japanese foreign ministers"."""
    return _joined_party(tokens, sentence, start, positions) is not None


def _joined_party(
    tokens: tuple[Token, ...], sentence: Sentence, start: int, positions: Positions
) -> PartyMention | None:
    at = start - 1
    while at >= sentence.first and (tokens[at].lower in JOINERS or tokens[at].lower in HYPHENS):
        at -= 1
    return positions.party_ending(at) if sentence.first <= at < start - 1 else None


def _is_joined_after(tokens: tuple[Token, ...], sentence: Sentence, last: int, positions: Positions) -> bool:
    """Whether another party is joined after: "the foreign ministers of Peru and Chile"."""
    return (
        last + 1 < sentence.last
        and tokens[last].lower in JOINERS
        and (last + 1 in positions.party_at or last + 2 in positions.party_at)
    )


def _is_body_name(tokens: tuple[Token, ...], sentence: Sentence, at: int, positions: Positions, core: _Core) -> bool:
    """Whether the token is a company's or body's name before the office: "Exxon chairman", "World Bank President"."""
    token = tokens[at]
    return (
        core.office in COMPANY_OFFICES
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


def _party_right(
    tokens: tuple[Token, ...], sentence: Sentence, last: int, positions: Positions, core: _Core
) -> tuple[PartyMention | None, int]:
    """CASE "Minister of Foreign Affairs of the Russian Federation"; CASE "President of Brazil"."""
    at = last
    if core.office.endswith(ADVISERS) and (served := _served(tokens, sentence, last, positions)) is not None:
        return served
    if at >= sentence.last or tokens[at].lower not in ("of", "for"):
        return None, last
    at += 1
    has_article = at < sentence.last and tokens[at].lower in ARTICLES and not positions.party_starting(at)
    at += has_article
    if at >= sentence.last:
        return None, last
    party = positions.party_starting(at)
    if party is None or (party.form is NameForm.DEMONYM and tokens[last].lower == "for"):
        return None, last
    end = positions.covered(party.span).stop
    body = _body_after(tokens, sentence, end)
    if core.office == "crown prince" and party.form is NameForm.METONYM:
        core.office = f"crown prince of {positions.mentions.words(party.span).lower()}"  # an emirate's
    if core.office in HEADING_OFFICES and end < sentence.last and tokens[end].lower in DELEGATIONS:
        core.office, core.role = "head of delegation", None
        return party, end + 1
    if has_article and end < sentence.last and tokens[end].lower in BRANCHES and tokens[end].text.islower():
        return None, last  # "director of the Japan office of a company"
    while end < sentence.last and tokens[end].text[0].isupper() and tokens[end].lower in BODY_WORDS:
        end += 1  # "of the U.S. Treasury"
    if body > end and core.office.split()[-1] in BODY_HEADS:
        words = [token.lower for token in tokens[positions.covered(party.span).stop : body]]
        name = " ".join(words[1:] if words[0] in POSSESSIVES else words)
        core.office, core.role = f"{core.office} of the {name}", None
        return party, body  # "Secretary of the Ukrainian National Security Council"
    if end < sentence.last and tokens[end].pos in ("NOUN", "PROPN") and party.form is NameForm.ADJECTIVE:
        return None, last  # "president of the German football association"
    return party, end


def _own_body(
    tokens: tuple[Token, ...],
    sentence: Sentence,
    core: _Core,
    last: int,
    party: PartyMention | None,
    positions: Positions,
) -> int:
    """CASE "Ana Poe, Director of the Federal Border Service,": the index after the body, which the office takes."""
    if party is not None or core.office not in ("director", "chairman", "chairwoman", "head", "chief", "commander"):
        return last
    if last + 2 >= sentence.last or tokens[last].lower != "of" or tokens[last + 1].lower != "the":
        return last
    if not tokens[core.first].text[0].isupper() or last + 2 in positions.party_at:
        return last
    end = _body_after(tokens, sentence, last + 2)
    if end == last + 2 or (end < sentence.last and tokens[end].text not in (",", ".", ";", ")", "and")):
        return last
    core.office += "".join(f" {token.lower}" for token in tokens[last:end])
    core.role = None
    return end


def _served(
    tokens: tuple[Token, ...], sentence: Sentence, last: int, positions: Positions
) -> tuple[PartyMention, int] | None:
    """CASE "Security Adviser to the Peruvian President": the party, and the index after the one advised."""
    if last + 3 >= sentence.last or tokens[last].lower != "to" or tokens[last + 1].lower not in ARTICLES:
        return None
    party = positions.party_starting(last + 2)
    if party is None:
        return None
    end = positions.covered(party.span).stop
    while end < sentence.last and tokens[end].lower in ADVISED:
        end += 1
    return (party, end) if end > positions.covered(party.span).stop else None


def _part_right(
    tokens: tuple[Token, ...], sentence: Sentence, core: _Core, last: int, positions: Positions, table: OfficeTable
) -> tuple[str, int] | None:
    """CASE "Premier of Ontario", "governor of Kilis": the state of a part named after "of", and the index after it."""
    if last + 1 >= sentence.last or tokens[last].lower != "of" or core.is_plural or core.office not in PART_HEADS:
        return None
    for count in (3, 2, 1):
        end = last + 1 + count
        name = " ".join(token.lower for token in tokens[last + 1 : end]).replace(" - ", "-")
        if end <= sentence.last and name in table.subnational:
            own = " ".join(token.lower for token in tokens[core.first : core.last])
            core.office, core.role = f"{own} of {name}", None
            return table.subnational[name], end
    place = positions.place_at.get(last + 1)
    if place is None or place.country is None or core.office not in ("governor", "mayor"):
        return None
    end = positions.after(place.span.end)
    core.office += f" of {positions.mentions.words(place.span).lower()}"
    return place.country, end


def _body_after(tokens: tuple[Token, ...], sentence: Sentence, first: int) -> int:
    """The index after the body's name that follows its party: "National Security Council"; else the index itself."""
    at = first + (first < sentence.last and tokens[first].lower in POSSESSIVES)
    end = first
    while at < min(sentence.last, first + MAX_BODY):
        if tokens[at].lower in INSTITUTIONS and tokens[at].text[0].isupper():
            end = at + 1
        elif not (tokens[at].text[0].isupper() or tokens[at].lower in ("and", "of", "for", "the")):
            break
        at += 1
    return end


def _up_to_name(
    tokens: tuple[Token, ...],
    sentence: Sentence,
    core: _Core,
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
    is_party = all(k in positions.party_at or tokens[k].lower in SMALL_WORDS for k in range(last, at))
    if not is_party and (core.is_weak or core.office in HEADING_OFFICES or "speaker" in core.office):
        core.office += _without_parties(tokens, last, at, positions)
        core.role = None
    return party or named, at


def _without_parties(tokens: tuple[Token, ...], first: int, last: int, positions: Positions) -> str:
    """The words after an office but for its party's: " of the national security council"."""
    words = [
        "" if index in positions.party_at or tokens[index].lower in POSSESSIVES else tokens[index].lower
        for index in range(first, last)
    ]
    if "" not in words:
        return "".join(f" {word}" for word in words)
    while words and words[-1] in ("", "of", "the"):
        words.pop()
    text = " ".join(words)
    return " " + " ".join(PARTY_GAP.sub(r"\1 the ", text).split()) if text else ""


def _starts_name(
    tokens: tuple[Token, ...], sentence: Sentence, at: int, positions: Positions, table: OfficeTable
) -> bool:
    """Whether a person's name starts here: by the syntax model, or as a run after a party or a word of portfolios."""
    before = tokens[at - 1]
    if not before.text[0].isupper() or at in positions.party_at or at in positions.place_at:
        return False
    if tokens[at].lower in table.portfolio or tokens[at].lower in INSTITUTIONS:
        return False
    if tokens[at].lower.endswith(ABSTRACT_ENDINGS):
        return False
    if at in positions.person_starts:
        return True
    pair = tokens[at : at + 2]
    ends_body = (table.portfolio, table.complement, INSTITUTIONS)
    is_after_body = before.lower.endswith(ABSTRACT_ENDINGS) or any(before.lower in words for words in ends_body)
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


def _is_office(tokens: tuple[Token, ...], sentence: Sentence, core: _Core, code: str | None, last: int) -> bool:
    """Whether a weak word is an office here: it has a party, a body after "of", or it is a title before a name."""
    if core.office == "chief" and any(token.lower == "officer" for token in tokens[last : last + 4]):
        return False  # "Chief Sustainability Officer"
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
    if last < sentence.last and tokens[last].lower == "of":
        after = tokens[last + 1 : last + 3]
        return bool(after) and (
            after[0].text[0].isupper() or (after[0].lower == "the" and len(after) > 1 and after[1].text[0].isupper())
        )
    return False


def _of_body(
    tokens: tuple[Token, ...],
    sentence: Sentence,
    core: _Core,
    last: int,
    code: str | None,
    role: str | None,
    office: str,
    knowledge: Knowledge,
) -> tuple[str | None, str]:
    """The role, given whose office it is: an organisation's president is its head; a company's has no role."""
    if code is not None:
        party = knowledge.parties.get(code)
        if party is not None and party.kind in ("organisation", "grouping"):
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
