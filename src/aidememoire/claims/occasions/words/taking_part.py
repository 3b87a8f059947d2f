"""Whether somebody named takes part in an occasion: how his name is joined to its words."""

import re
from dataclasses import replace

from aidememoire.claims.occasions.parties.participation import OF_TITLES, OWNING, Presence, Sides
from aidememoire.knowledge.calendar_names import A_MONTH, A_WEEKDAY
from aidememoire.model import FINITE_TAGS, NameForm

BONDS = frozenset(
    (
        "relationship relations cooperation ties border borders agreement agreements dispute war treaty trade deal "
        "deals contract contracts partnership friendship row conflict solidarity alliance accord pact links bonds "
        "treaties accords pacts disputes wars partnerships rows conflicts alliances contacts truce tensions settlement "
        "reconciliation rapprochement standoff showdown"
    ).split()
)
"""What binds parties without their meeting."""

COMES_BESIDE = re.compile(
    r"\b(?:comes?|came|coming)\s(?:[\w-]+\s){0,3}?(?:ahead of|before|after|on the eve of)\s"
    r"(?:(?!(?:their|its|his|her)\b)[\w’'-]+ ){0,4}$",
    re.IGNORECASE,
)
"""Between two occasions: accepts "comes two days before Saturday’s "; refuses "came before their "."""

SENT_TO = re.compile(
    r"^(?:(?:special|personal|deputy|acting|joint|senior) )*(?:envoy|representative|coordinator|rapporteur|advis[eo]r)"
    r" for\b",
    re.IGNORECASE,
)
"""An office that names but whom it sees to: accepts "Personal Envoy for Mali"; refuses "UN envoy for Mali"."""


WITH_EQUALS = re.compile(
    r"(?:[^.;:,]{0,60}?\s|\s*)with (?:his|her) (?:[\w’'-]+ ){0,3}(?:counterparts|colleagues|homologues|peers)\b",
    re.IGNORECASE,
)
"""Behind an occasion of several, of which one is the subject: accepts "in Oslo with her counterparts"; refuses
"with the counterparts", "with their counterparts"."""

MEDIATED_BY = re.compile(
    r"\b(?:mediated|brokered|facilitated|moderated|overseen|supervised) by [^.;:]{3,150}?"
    r" (?:alongside|together with|supported by|along with|assisted by)\b[^.;:]{0,150}$",
    re.IGNORECASE,
)
"""Between an occasion and those who help a mediator: accepts " were mediated by Poe, alongside "; refuses " with Poe,
alongside "."""

GROUPS = frozenset("group groups team number handful dozen dozens range host couple trio contingent panel".split())
"""Before "of" and people: accepts "a number (of)"; refuses "the office (of)"."""

THINGS_OF = frozenset({"affairs", "issues", "policy"})


def is_bond(sides: Sides, index: int) -> bool:
    """Whether a word before "with" binds parties without their meeting: "ties", "a council created jointly"."""
    token = sides.tokens[index]
    is_made_jointly = token.lower == "jointly" and sides.tokens[index - 1].tag == "VBN"
    return token.lower in BONDS or (is_made_jointly and sides.tokens[index - 1].dep == "acl")


def is_called(presence: Presence, last: int) -> bool:
    """Whether somebody is the one called: "in a phone call to his counterpart", not "calls to the far north"."""
    return presence.link == "to" and presence.link_token == last and presence.kind != "party"


def takes_part(sides: Sides, presence: Presence, links: frozenset[str], trigger: tuple[int, int]) -> bool:
    """Whether somebody named counts as taking part, given the words that may join him to the occasion.

    ``trigger`` is the range of the occasion's own words: what hangs directly on them is its object.
    """
    if not (presence.parties or presence.actors):
        return False
    presence = _of_a_group(sides, presence)
    if presence.link == "including" and presence.kind == "party":
        return False  # "issues including Iran"
    if (
        presence.kind == "party"
        and presence.last < len(sides.tokens)
        and sides.tokens[presence.last].lower in THINGS_OF
    ):
        return False  # "the minister for CIS affairs"
    if _says_so(sides, presence, trigger[1]) or _helps_to_mediate(sides, presence, trigger[1]):
        return False
    if presence.kind == "office" and SENT_TO.search(sides.mentions.words(presence.span)):
        return False
    if presence.kind == "reference" and sides.mentions.words(presence.span).lower() in OWNING:
        return False  # "with his Peruvian counterpart": he is named, or not, as the subject
    if presence.link in {"of", "by"} and not _hangs_on(sides, presence, trigger):
        return False
    if presence.link in {"with", "between"} and is_bond(sides, presence.link_token - 1):
        return False  # "the relationship with Canada"
    is_joined = presence.link in links or trigger[0] <= presence.link_token < trigger[1]
    is_joined = is_joined or _stands_behind_adverbials(sides, presence, trigger[1])
    if not is_joined and not _are_people_from(sides, presence, links, trigger):
        return False
    if presence.kind == "party" and presence.form in {NameForm.ADJECTIVE, NameForm.DEMONYM}:
        return sides.is_party_of_people(presence) or (
            presence.form is NameForm.DEMONYM and sides.end_of_listed(presence) == presence.last
        )
    return True


def _says_so(sides: Sides, presence: Presence, end: int) -> bool:
    """Whether somebody behind a comma is who said what follows ("after talks with Poe, the ministry said").

    Who speaks to a meeting is at it ("addressing the committee's meeting, Poe said").
    """
    if presence.first <= end or presence.last >= sides.sentence.last:
        return False
    verb = sides.tokens[presence.last]
    between = [token.lower for token in sides.tokens[end : presence.first]]
    is_next = between[-2:] == [",", "and"] or ("with" in between and "," in between[-2:])
    return is_next and verb.tag in FINITE_TAGS and verb.lemma in {"say", "announce", "report", "add", "confirm"}


def _helps_to_mediate(sides: Sides, presence: Presence, end: int) -> bool:
    """Whether somebody is named beside who mediates the occasion ("mediated by Poe, alongside Doe")."""
    if presence.first <= end:
        return False
    words = sides.mentions.report.text[sides.tokens[end - 1].end : presence.span.start]
    return MEDIATED_BY.search(words) is not None


def _of_a_group(sides: Sides, presence: Presence) -> Presence:
    """Somebody told of as "a number of officials", joined as the number is: CASE "with a large group of envoys"."""
    at = presence.link_token - 1
    if presence.link != "of" or at <= sides.sentence.first or sides.tokens[at].lower not in GROUPS:
        return presence
    at -= 1
    while at > sides.sentence.first and sides.tokens[at].pos in {"DET", "ADJ", "NUM", "ADV"}:
        at -= 1
    return replace(presence, link=sides.tokens[at].lower, link_token=at)


def _are_people_from(sides: Sides, presence: Presence, links: frozenset[str], trigger: tuple[int, int]) -> bool:
    """Whether people who take part are named by where they come from ("met officials from Chile and Peru")."""
    index = presence.link_token - 1
    if presence.link != "from" or index < sides.sentence.first or sides.tokens[index].lower not in OF_TITLES:
        return False
    inner = {"NOUN", "ADJ", "NUM", "DET", "PROPN", "PRON", "CCONJ"}  # "among Poe and her counterparts from"
    while index >= sides.sentence.first and sides.tokens[index].pos in inner and sides.tokens[index].lower not in links:
        if trigger[0] <= index < trigger[1]:
            return True
        index -= 1
    return trigger[0] <= index < trigger[1] or (index >= sides.sentence.first and sides.tokens[index].lower in links)


BY_THE_WAY = (
    r"for the \w+ (?:time|day running)|for (?:[\w-]+ ){1,4}?(?:hours?|minutes|days)"
    r"|at (?:his|her|their|its|the) (?:\w+ )?(?:own )?(?:request|invitation|initiative|insistence)"
    r"|by (?:secure )?(?:video(?:-?\s?(?:link|conference))?|(?:tele)?phone)"
    r"|via (?:a )?(?:video-?\s?(?:link|conference)|zoom)|face[- ]to[- ]face|one[- ](?:on|to)[- ]one"
    r"|behind closed doors|in (?:private|secret|person)|[a-z]+ly|alone"
)
"""How somebody met somebody, which says nothing of who or where: accepts "for the first time", "at his request", "by
video link", "secretly"; refuses "for talks", "on trade"."""

WHEN_AND_WHERE = re.compile(
    r",?(?:\s(?:today|yesterday|tomorrow|tonight|at noon|earlier|later|separately|also|again|here|briefly|privately"
    rf"|(?:on )?(?:\d{{1,2}}(?:st|nd|rd|th)? {A_MONTH}|{A_MONTH} \d{{1,2}})(?:,? \d{{4}})?"
    rf"|(?:on )?{A_WEEKDAY}(?: (?:and {A_WEEKDAY}"
    r"|morning|afternoon|evening|night))?|(?:this|last|next|in the) (?:morning|afternoon|evening|week|night|month"
    rf"|{A_WEEKDAY})|in (?:private |solemn )?audience"
    rf"|(?:on the|the past|the last|the next|this|on this) {A_WEEKDAY}(?: (?:morning|afternoon|evening|night))?"
    r"|moreover|besides|on the same day|(?:in|at) (?:the |his |her |its |their )?(?:[a-z]+ )?"
    r"(?:office|headquarters?|seat|palace|residence|building|ministry|divan|place|presidency)"
    r"(?: of (?:the |his )?(?:ministry|presidency|government|republic"
    r"|state|council|(?-i:[A-Z])[\w’'-]+)(?: of (?:the )?(?-i:[A-Z])[\w’'-]+)?)?"
    r"|(?:in|at|on) (?:the |his |her |its )?(?-i:[A-Z])[\w’'-]+(?:(?: of)?(?: the)? (?-i:[A-Z])[\w’'-]+){0,4}))+"
    r",?(?P<opening>(?: with)? (?:the|an?|(?:his|her|their) (?:royal )?(?:excellency|highness|majesty)"
    r"(?: (?:the|mrs?\.?|dr\.?|sheikh))?"
    r"|his|her|its|their)| with)? (?:visiting |new |outgoing )?",
    re.IGNORECASE,
)
"""Between a verb and whom somebody met, told of last: accepts " today in Lima the ", " at the Palace the visiting ";
refuses " the minister of the "."""


ITS_EQUAL = re.compile(
    r"(?:(?-i:[A-Z])[\w’'-]+ ){0,3}(?:counterpart|colleague|homologue|opposite number),? $", re.IGNORECASE
)
"""Before a name: accepts "Peruvian counterpart, "; refuses "the counterpart to "."""


def _stands_behind_adverbials(sides: Sides, presence: Presence, end: int) -> bool:
    """Whether nothing but when and where stands between the occasion's words and somebody ("met today in Lima the")."""
    if presence.kind == "party" or presence.first <= end or not presence.link:
        return False
    text, start = sides.mentions.report.text, sides.tokens[end - 1].end
    is_verb = sides.tokens[end - 1].tag.startswith("VB")
    match = WHEN_AND_WHERE.fullmatch(text, start, _start_of_who(sides, presence, is_verb=is_verb))
    return match is not None and (match["opening"] is not None or presence.kind == "person")


BEHIND_OFFICE = re.compile(r",? (?:(?:Mrs?|Ms|Dr)\.? |Sheikh(?:a)? )?")
"""Between an office and who holds it: accepts ", ", " Dr. "; refuses " and "."""


def _start_of_who(sides: Sides, presence: Presence, *, is_verb: bool) -> int:
    """Where the words for somebody begin, with what he is before his name ("the Peruvian foreign minister, X").

    Behind a noun his office has a comma behind it: "at the summit in Lima, Minister X" tells who spoke there.
    """
    if presence.kind != "person":
        return presence.span.start
    equal = ITS_EQUAL.search(sides.mentions.report.text[: presence.span.start])
    if equal is not None:
        return equal.start()
    before = (one for one in sides.presences if one.kind == "office" and one.first < presence.first)
    office = max(before, key=lambda one: one.last, default=None)
    between = sides.mentions.report.text[office.span.end : presence.span.start] if office is not None else ""
    is_his = between == ", " or (is_verb and BEHIND_OFFICE.fullmatch(between) is not None)
    return office.span.start if office is not None and is_his else presence.span.start


ARRANGING = frozenset("attended hosted chaired convened organised organized led called received honour honor".split())


TO_A_HOUSE = re.compile(r"\sto (?:the |his |her |its )?(?:[\w’'-]+ ?){1,5}?(?: (?:on|this) \w+)?")
"""Between "welcomed" and "by": accepts " to the Presidential Palace on Monday"; refuses " by crowds, and then"."""


def _hangs_on(sides: Sides, presence: Presence, trigger: tuple[int, int]) -> bool:
    """Whether an "of" or "by" belongs to the occasion's own words and not to others ("the sidelines of the summit")."""
    before = presence.link_token - 1
    if before < 0:
        return False
    if trigger[0] <= before < trigger[1] or sides.tokens[before].lower in ARRANGING:
        return True
    between = sides.mentions.report.text[sides.tokens[trigger[1] - 1].end : sides.tokens[before + 1].start]
    if presence.link != "by" or presence.kind == "party":
        return False
    is_welcomed = sides.tokens[trigger[1] - 1].lower == "welcomed" and TO_A_HOUSE.fullmatch(between) is not None
    return is_welcomed or WHEN_AND_WHERE.fullmatch(between) is not None
