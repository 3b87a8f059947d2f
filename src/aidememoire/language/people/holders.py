"""Which office a named person holds, for which party: as the words say, else as can be inferred, and from what."""

import re
from bisect import bisect_left

from aidememoire.knowledge import Knowledge
from aidememoire.knowledge.called import called_key
from aidememoire.knowledge.person_names import fold, same_person
from aidememoire.knowledge.tenures import Tenure
from aidememoire.language.people.descriptions import is_description, is_rank
from aidememoire.language.people.namings import LEADING_ROLES
from aidememoire.language.people.national_offices import (
    called,
    home_realm,
    is_official_secretary,
    of_department,
    principal_of,
)
from aidememoire.language.people.office_cores import MONARCHS
from aidememoire.language.people.persons import Person, span_of
from aidememoire.language.people.positions import Positions
from aidememoire.language.people.surrounding_parties import (
    Story,
    is_held_by_another,
    rebels_around,
    surrounding_party,
)
from aidememoire.model import Actor, ActorKind, Mentions, OfficeMention

VAGUE_OFFICES = frozenset(
    {"secretary", "minister", "deputy secretary", "leader", "director", "commissioner", "chief", "prince", "princess"}
)
ROLE_ORDER = ("head of state", "head of government", "foreign minister", "defence minister")
WHOLE_NAME = 0.95  # accepts Sergei/Sergey Lavrov (0.98); refuses a name with a word more
CALLINGS = frozenset({"justice", "judge", "rabbi", "bishop", "archbishop", "cardinal", "reverend", "rev.", "pastor"})
# Offices whose holders hold none of the table's, unless it is called so.
EXCLUSIVE = frozenset({"ambassador", "senator", "congressman", "congresswoman", "governor", "mayor"})
FORMER = {
    "president": "head of state",
    "prime minister": "head of government",
    "chancellor": "head of government",
    "foreign minister": "foreign minister",
    "secretary of state": "foreign minister",
}
HEAD_OF_BODY = "head of organisation"
PRESIDING = frozenset({HEAD_OF_BODY, "president of council"})
ELECTED = frozenset({"President", "Prime Minister", "Chancellor"})
OFFICES_OF_MANY = ("vice president",)  # a company's as often as a state's: only under the whole name of a state's
MIN_FULL = 2  # words of a full name
IDLE_WORDS = frozenset({"of", "the", "for", "and", "deputy", "former", "minister"})
SUFFIX = re.compile(r",? (?:Jr|Sr)\.?$", re.IGNORECASE)


def person_actor(index: int, person: Person, positions: Positions, knowledge: Knowledge, story: Story) -> Actor:
    """The person with office, role and party: as the words say, else as can be inferred."""
    mentions = positions.mentions
    fullest = person.fullest
    office, role, party, is_worded = _stated_office(person, mentions)
    description = office if office is not None and is_description(office) else None
    if description is not None:
        office = None  # any office that the table knows says more
    truer = _truer_tenure(SUFFIX.sub("", fullest.name), role, party, mentions, knowledge) if is_worded else None
    inferred: list[tuple[str, str]] = []
    if truer is not None:
        party, is_worded = truer.party, True
        why = f"{truer.person} was {truer.office} of {truer.party} on {mentions.on} (table: {truer.source})"
        inferred.append(("party", why))
    name = SUFFIX.sub("", fullest.name)
    tenure, is_anothers = None, False
    has_occupation = office is None and _has_occupation(person, mentions)
    if not has_occupation:
        tenure = _tenure(name, party if is_worded else None, role, office, positions, knowledge)
    if tenure is not None:
        told = f"{tenure.person} was {tenure.office} of {tenure.party} on {mentions.on} (table: {tenure.source})"
        if office is None or office in VAGUE_OFFICES or _is_reworded(office, tenure):
            office = (
                office
                if office in ("leader", "commissioner")
                else office_name(tenure.role, tenure.party, tenure.office)
            )
            inferred.append(("office", told))
            role = role or (None if _is_modified(person) else tenure.role)
        elif _is_bodys_president(tenure):
            role = tenure.role if tenure.role == HEAD_OF_BODY else None  # he who presides over a council heads nothing
        if party is None or not is_worded:
            if party != tenure.party:
                inferred.append(("party", told))
            party = tenure.party
    elif not is_worded and party is not None and is_held_by_another(name, role, party, mentions, knowledge):
        party, is_anothers = None, True
    if (
        party is None
        and tenure is None
        and not _has_occupation(person, mentions)
        and (office in (None, "leader", *OFFICES_OF_MANY) or role is not None or _is_modified(person))
    ):
        party = _only_party(name, role, office, knowledge)
    if party is not None and party != person.party and tenure is None:
        inferred.append(("party", f"the table knows {fullest.name} in offices of {party} alone"))
    if party is None and person.party is None and (held := _formerly(person, mentions, knowledge)) is not None:
        party, why = held
        if party is not None:
            inferred.append(("party", why))
    elif party is None and (rebels := rebels_around(person, story, mentions)) is not None:
        party = rebels
        inferred.append(("party", f"the words around the name call one of the rebels, who are here {rebels}"))
    elif party is None and office is not None:
        party, why = surrounding_party(person, office, role, story, positions, knowledge)
        said = mentions.words(fullest.office.span) if fullest.office is not None else ""
        if role == "foreign minister" and is_official_secretary(said, party):
            office, role = "foreign secretary", None
        if party is not None and is_held_by_another(name, role, party, mentions, knowledge):
            party = None
        if party is not None:
            inferred.append(("party", why))
    side = mentions.report.side
    if (
        party is None
        and side is not None
        and role in ROLE_ORDER
        and is_held_by_another(name, role, side, mentions, knowledge)
    ):
        role = None  # "President Poe" of a union, in the president's own account
    if is_anothers and party is None:
        role = None  # another state's "Treasury Secretary" is no finance minister
    if role == HEAD_OF_BODY and party is None:
        role = None  # "director-general of trade policy": a ministry's
    if role == HEAD_OF_BODY and party is not None:
        role = None if knowledge.parties.is_state(party) else role
    house = principal_of(party, mentions.report.outlet or "") if office is None and mentions.on is None else None
    headed = next((one for one in knowledge.offices.tenures(name) if (one.role, one.party) == (house, party)), None)
    if headed is not None:
        office, role = office_name(headed.role, headed.party, headed.office), headed.role
        inferred.append(("office", f"the undated report is from the house of the {office}, which {name} was (table)"))
    office = office or description
    in_full = of_department(office, party, mentions.report.outlet or "")
    is_others = office == "secretary" and is_held_by_another(name, ROLE_ORDER[2], party or "", mentions, knowledge)
    if in_full is not None and not is_others:  # "Secretary Poe" of another department
        office, department = in_full
        inferred.append(("office", f"the report is {department}'s own"))
    span = span_of(fullest, mentions)
    return Actor(index, ActorKind.PERSON, fullest.name, office, role, party, span, tuple(inferred))


def _truer_tenure(
    name: str, role: str | None, party: str | None, mentions: Mentions, knowledge: Knowledge
) -> Tenure | None:
    """The person's sure tenure of that office in another party than the words seem to name; None where these may be.

    CASE "Congo's President Denis Sassou Nguesso"; CASE "After a visit to Angola President Vladimir Putin …".
    """
    if role not in ROLE_ORDER or party is None or mentions.on is None or len(name.split()) < MIN_FULL:
        return None
    held = [one for one in knowledge.offices.tenures(name) if one.role == role and one.covers(mentions.on) == "high"]
    if len(held) != 1 or held[0].party == party:
        return None
    theirs = knowledge.offices.holders(party, role, mentions.on)
    is_theirs = not theirs or any(same_person(name, one.person) > 0 for one in theirs)
    return None if is_theirs else held[0]


def _formerly(person: Person, mentions: Mentions, knowledge: Knowledge) -> tuple[str | None, str] | None:
    """The party of a former head, of those named in the report, as the table knows; None where it knows nobody."""
    office = person.fullest.office
    role = FORMER.get(office.office) if office is not None and office.modifier in ("former", "then", "late") else None
    if role is None or mentions.on is None:
        return None
    name = person.fullest.name
    tenures = knowledge.offices.tenures(name) if len(name.split()) > 1 else knowledge.offices.by_surname(name)
    past = [t for t in tenures if t.role == role and t.starts is not None and t.starts < mentions.on]
    if not past:
        return None
    named = {party.code for party in mentions.parties}
    found = {tenure.party for tenure in past} & named
    if len(found) != 1:
        return None, ""
    (party,) = found
    return party, f"the table knows {name} in that office of {party} alone of the states that the report names"


def _has_occupation(person: Person, mentions: Mentions) -> bool:
    """Whether another calling stands before the name: "nurse Ali Poe"; not "minister" of "foreign minister Ali Poe"."""
    for naming in person.names:
        if naming.office is not None and naming.first and _ends_at(naming.office, naming.first, mentions):
            continue
        if naming.first and mentions.tokens[naming.first - 1].lower in CALLINGS:
            return True
        if naming.first and len(naming.name.split()) > 1:
            before, first = mentions.tokens[naming.first - 1], mentions.tokens[naming.first]
            is_beside = mentions.report.text[before.end : first.start] == " "
            if is_beside and before.pos == "NOUN" and before.lower not in ("diplomat", "leader", "counterpart"):
                return True
    return False


def _ends_at(office: OfficeMention, first: int, mentions: Mentions) -> bool:
    """Whether the office's words stand right before the token."""
    return office.span.end == mentions.tokens[first - 1].end


def office_name(role: str, party: str, title: str) -> str:
    """The normal form of an office in the table: "foreign minister" for every head of a foreign ministry but one."""
    if (role, party) in called():
        return called()[role, party]
    if role in ("foreign minister", "defence minister", "finance minister"):
        return role
    return title.lower().removeprefix("federal ")  # "the Chancellor of Germany"


def _says_more(office: str, best: str) -> bool:
    """Whether an office says more than the best so far: than "minister" or "leader", than "general" or "diplomat"."""
    return _weight(office) > _weight(best)


def _weight(office: str) -> int:
    if is_description(office):
        return 0 if is_rank(office) else 1
    return 2 if office in VAGUE_OFFICES else 3


def _is_modified(person: Person) -> bool:
    return any(naming.office is not None and naming.office.modifier is not None for naming in person.names)


def _only_party(name: str, role: str | None, office: str | None, knowledge: Knowledge) -> str | None:
    """The one party in whose offices the table knows the person at any time; None where there are more or none."""
    if len(name.split()) > 1:
        tenures = knowledge.offices.tenures(name)
        if office is not None and role is None:  # "Deputy Defence Secretary Poe", who later headed a bank
            tenures = tuple(tenure for tenure in tenures if _is_akin(office, tenure, knowledge))
        if office in OFFICES_OF_MANY:
            tenures = tuple(tenure for tenure in tenures if tenure.role == office)
        parties = {tenure.party for tenure in tenures if role is not None or _is_whole(name, tenure.person)}
    elif role is not None:
        bearers = knowledge.offices.by_surname(name)
        held = [one for one in bearers if one.role == role and _bears(name, one)]
        if office in MONARCHS:  # "King Hussein", whose name is but that; no "Amir Ahmed", a reporter
            held = [one for one in held if one.office not in ELECTED and _is_whole(name, one.person)]
        parties = {tenure.party for tenure in held}
    else:
        return None
    if role == "head of state" and home_realm() in parties:
        return home_realm()
    return parties.pop() if len(parties) == 1 else None


def _bears(name: str, tenure: Tenure) -> bool:
    """Whether a bare word sounds like one of the holder's name; refuses a middle name that others alone give him."""
    sounds = {called_key(word) for word in fold(tenure.person).split()}
    return called_key(name) in sounds or _is_written_in(name, tenure)


def _is_akin(office: str, tenure: Tenure, knowledge: Knowledge) -> bool:
    """Whether a deputy's or former holder's office may be of the tenure's party: a state, or one with a like office."""
    party = knowledge.parties.get(tenure.party)
    if party is None or party.kind != "organisation":
        return True
    words = set(office.split()) - IDLE_WORDS
    return bool(words & set(f"{tenure.role} {tenure.office}".lower().split()))


def _stated_office(person: Person, mentions: Mentions) -> tuple[str | None, str | None, str | None, bool]:
    """Office, role and party that the report's own words give, those at the fullest name first.

    The last says whether words name the party, rather than the office alone.
    """
    best: OfficeMention | None = None
    for naming in sorted(person.names, key=lambda n: (-len(n.name.split()), n.is_headline, n.first)):
        if naming.office is not None and (best is None or _says_more(naming.office.office, best.office)):
            best = naming.office
    party = person.party
    if best is None:
        return None, None, party, party is not None
    name = f"{best.modifier} {best.office}" if best.modifier else best.office
    if best.modifier in ("elect", "designate", "nominate"):
        name = f"{best.office}-{best.modifier}"
    is_worded = any(naming.party or has_party(naming.office, mentions) for naming in person.names)
    return name, best.role, best.party or party, is_worded


def _is_reworded(office: str, tenure: Tenure) -> bool:
    """Whether the words are those of the table's office turned round: "security council secretary"."""
    title = tenure.office.lower()
    return office != title and set(office.split()) == set(title.split()) - {"of", "the"}


def _is_another(office: str | None, tenure: Tenure) -> bool:
    """Whether the words name an office beside which nobody holds that of the tenure: "Ambassador Sullivan"."""
    return office in EXCLUSIVE and office not in f"{tenure.role} {tenure.office}".lower()


def has_party(office: OfficeMention | None, mentions: Mentions) -> bool:
    """Whether the office's words name a party."""
    if office is None:
        return False
    at = bisect_left(mentions.parties, office.span.start, key=lambda p: p.span.start)
    return at < len(mentions.parties) and mentions.parties[at].span.start < office.span.end


def _tenure(
    name: str, party: str | None, role: str | None, office: str | None, positions: Positions, knowledge: Knowledge
) -> Tenure | None:
    """The tenure that fits the name on the day and contradicts nothing that the report says."""
    mentions = positions.mentions
    if mentions.on is None:
        return None
    if len(name.split()) > 1:
        tenures = knowledge.offices.tenures(name) or _with_fuller_name(name, role, party, mentions, knowledge)
    else:
        held = knowledge.offices.by_surname(name, on=mentions.on, party=party)
        tenures = tuple(tenure for tenure in held if not _is_half(name, tenure))
    fitting = [
        tenure
        for tenure in tenures
        if tenure.covers(mentions.on) is not None
        and party in (None, tenure.party)
        and role in (None, tenure.role)
        and not _is_another(office, tenure)
        and not (office in MONARCHS and tenure.office in ELECTED)  # "his father King Hussein" is no President Hussein
    ]
    if not fitting and party is None and office == "president":  # "President von der Leyen" heads no state
        fitting = [one for one in tenures if one.covers(mentions.on) == "high" and _is_bodys_president(one)]
    if party is None and role is None:  # a name alone: many bear the name of some minister
        named = positions.parties_named | {mentions.report.side}
        fitting = [tenure for tenure in fitting if tenure.party in named or _is_exactly(name, tenure)]
    best = [tenure for tenure in fitting if tenure.confidence == "high"] or fitting
    best.sort(key=lambda tenure: ROLE_ORDER.index(tenure.role) if tenure.role in ROLE_ORDER else len(ROLE_ORDER))
    if _are_many(best):  # "King Abdullah" in a report on one of the two kingdoms
        best = [tenure for tenure in best if tenure.party in positions.parties_named] or best
    if _are_many(best):  # "Prime Minister Michel" is no Mitchell, though one sound
        best = [tenure for tenure in best if _is_written_in(name, tenure)]
    if not best or _are_many(best) or _is_only_like(name, best[0], knowledge):
        return None
    return best[0]


def _is_half(name: str, tenure: Tenure) -> bool:
    """Whether a bare surname is but the first half of the holder's: "Ms Smith" is no Ana Smith-Jones."""
    return f" {name.lower()}-" in f" {tenure.person.lower()}"


def _is_only_like(name: str, tenure: Tenure, knowledge: Knowledge) -> bool:
    """Whether a bare surname is only like the holder's, and is another's on other days: "Prime Minister Michel".

    Refuses "President Mubara", whom the table knows by no other spelling.
    """
    if len(name.split()) > 1 or _is_written_in(name, tenure):
        return False
    bearers = [one for one in knowledge.offices.by_surname(name) if _is_written_in(name, one)]
    return any(one.role == tenure.role for one in bearers)


def _is_written_in(name: str, tenure: Tenure) -> bool:
    return set(fold(name).split()) <= set(fold(tenure.person).split())


def _is_bodys_president(tenure: Tenure) -> bool:
    return tenure.role in PRESIDING and tenure.office.startswith("President")


def _are_many(tenures: list[Tenure]) -> bool:
    return len({(tenure.party, fold(tenure.person)) for tenure in tenures}) > 1


def _is_exactly(name: str, tenure: Tenure) -> bool:
    """Whether it is the leader's whole name, word for word, and the table is sure of him."""
    return (
        tenure.confidence == "high"
        and tenure.role in LEADING_ROLES
        and len(name.split()) > 1
        and _is_whole(name, tenure.person)
    )


def _is_whole(name: str, holder: str) -> bool:
    """Whether the one name has all words of the other, in any romanisation."""
    return len(fold(name).split()) == len(fold(holder).split()) and same_person(name, holder) >= WHOLE_NAME


def _with_fuller_name(
    name: str, role: str | None, party: str | None, mentions: Mentions, knowledge: Knowledge
) -> tuple[Tenure, ...]:
    """Tenures of one whose fuller name holds all words of this one: "Tayyip Erdogan"; asked with an office only."""
    if role is None:
        return ()
    words = set(fold(name).split())
    tenures = knowledge.offices.by_surname(name.split()[-1], on=mentions.on, party=party)
    return tuple(tenure for tenure in tenures if words <= set(fold(tenure.person).split()))
