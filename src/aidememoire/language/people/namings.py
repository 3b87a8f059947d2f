"""Where persons are named: after an office or title, before an office, by the syntax model, by the table of tenures."""

from dataclasses import replace

from aidememoire.knowledge import Knowledge
from aidememoire.knowledge.person_names import fold
from aidememoire.knowledge.relations import relation_before
from aidememoire.language.names.name_checks import lists
from aidememoire.language.people.appositions import add_apposition, office_after
from aidememoire.language.people.counterpart_names import count_counterparts, is_counterpart, is_speakers
from aidememoire.language.people.descriptions import described_after, described_before, leading_by
from aidememoire.language.people.heading_names import with_headings
from aidememoire.language.people.lawmakers import is_political, is_sent_leader, state_of_lawmaker, state_of_seat
from aidememoire.language.people.listed_names import parties_before, parties_of, parties_of_plural, party_behind
from aidememoire.language.people.name_repairs import (
    over_lines,
    parted,
    without_companies,
    without_headline_words,
    without_tooltips,
)
from aidememoire.language.people.name_runs import NameWords, capitals_end, is_placed, name_end, name_words, signed_end
from aidememoire.language.people.name_titles import is_title_at, skip_titles, stands_as_title
from aidememoire.language.people.named_things import without_things
from aidememoire.language.people.national_offices import state_of_title
from aidememoire.language.people.office_cores import MONARCHS
from aidememoire.language.people.office_table import office_table
from aidememoire.language.people.office_words import ARTICLES, HYPHENS, INSTITUTIONS, JOINERS, POSSESSIVES
from aidememoire.language.people.persons import Naming, named_at
from aidememoire.language.people.positions import Positions, is_adjacent
from aidememoire.language.people.titled_offices import share_titles, titled_office
from aidememoire.model import FINITE_TAGS, Mentions, OfficeMention, Sentence, Span

LEADING_ROLES = frozenset({"head of state", "head of government", "foreign minister", "head of organisation"})
SURE = frozenset({"high", "medium"})
SUREST = frozenset({"high"})
MIN_KNOWN = 4  # letters: "Obama", "Bush"; a shorter word is a word too
# Before the bare surname of one who is met or spoken to.
MET = frozenset(
    "met meets meet meeting with between told tells hosted hosts received receives invited phoned urged urges thanked "
    "counterpart".split()
)
SECOND = {"II": "second", "III": "third"}
OPERATION = "operation"
POSTED = frozenset({"at", "in", "to", "for", "on"})  # after an office: where or for what one is sent
SENT = (
    "ambassador",
    "envoy",
    "representative",
    "delegation",
    "coordinator",
    "negotiator",
    "consul",
    "counsellor",
    "counselor",
    "commander",
    "affaires",
    "high commissioner",
)
MAX_POST = 9  # tokens from there to the comma before the name: "to the talks on the renewal of the pact"
MAX_LIST = 6  # names after a plural office


def find_namings(mentions: Mentions, knowledge: Knowledge, positions: Positions) -> list[Naming]:
    """Every naming in order of position, none overlapping, with the office and party beside it."""
    words = name_words()
    namings: dict[int, Naming] = {}
    offices_by_start = {positions.after(office.span.start): office for office in mentions.offices}
    sentence_of = [sentence for sentence in mentions.sentences for _ in range(sentence.first, sentence.last)]

    def add(naming: Naming | None) -> None:
        if naming is not None and (repeated := _repeated_at(naming, mentions)):
            add(named_at(naming.first, repeated, positions, naming.office))
            add(named_at(repeated, naming.last, positions))
            return
        if naming is not None and _is_after_label(naming.first, naming.last, positions):
            naming = replace(named_at(naming.first + 1, naming.last, positions, naming.office), party=naming.party)
        if naming is None or any(index in taken for index in range(naming.first, naming.last)):
            return
        naming.is_headline = positions.is_headline(sentence_of[naming.first])
        namings[naming.first] = naming
        taken.update(range(naming.first, naming.last))

    taken: set[int] = {index for office in mentions.offices for index in positions.covered(office.span)}
    for office in mentions.offices:
        for titled in _after_office(office, sentence_of, positions, words):
            add(titled)
    naming: Naming | None
    for entity in mentions.entities:
        if entity.label == "PERSON":
            naming = _entity_name(entity.span, sentence_of, positions, words)
            if naming is not None and not naming.is_certain and len(naming.name.split()) == 1:
                sentence = sentence_of[naming.first]
                naming.is_certain = _is_known_leader(naming.first, naming.last, sentence, positions, knowledge)
            add(naming)
    for index, token in enumerate(mentions.tokens):
        if index not in taken and token.text[0].isupper() and token.pos == "PROPN":
            add(_unlabelled_name(index, sentence_of[index], positions, words, mentions, knowledge, offices_by_start))
    named = [part for index in sorted(namings) for part in parted(namings[index], positions, knowledge)]
    named = without_headline_words(over_lines(named, sentence_of, positions, knowledge), positions)
    named = without_companies(named, positions)
    for each in named:
        add_apposition(each, sentence_of[each.first], positions, offices_by_start, namings)
        _add_calling(each, sentence_of[each.first], positions)
        _add_party(each, sentence_of[each.first], positions)
    share_titles(named, positions)
    named = with_headings(without_things(without_tooltips(named), positions), positions)
    count_counterparts(named, positions)
    return named


def _is_after_label(first: int, last: int, positions: Positions) -> bool:
    """Whether the name's first word is a questioner's label at the start of a line: "Q Ana, did he …"."""
    token, text = positions.mentions.tokens[first], positions.mentions.report.text
    is_line = token.start == 0 or text[token.start - 1] == "\n"
    return token.text == "Q" and last - first > 1 and is_line


def _repeated_at(naming: Naming, mentions: Mentions) -> int | None:
    """Where a tooltip repeats the name turned round: "Angela Merkel Merkel Angela"."""
    for index in range(naming.first + 1, naming.last):
        if mentions.tokens[index].lower == mentions.tokens[index - 1].lower and not _is_hyphened(index, mentions):
            return index
    words = [token.lower for token in mentions.tokens[naming.first : naming.last]]
    half = len(words) // 2
    is_twice = half > 1 and len(words) == 2 * half and sorted(words[:half]) == sorted(words[half:])
    return naming.first + half if is_twice else None


def _is_hyphened(index: int, mentions: Mentions) -> bool:
    """Whether the word is the first half of a double name: "Ali Ali-Poe"; not "Angela Merkel Merkel Angela"."""
    after = mentions.tokens[index + 1 : index + 2]
    return bool(after) and after[0].text in HYPHENS and is_adjacent(mentions.tokens[index], after[0])


def _after_office(
    office: OfficeMention, sentence_of: list[Sentence], positions: Positions, words: NameWords
) -> list[Naming]:
    """CASE "Foreign Minister Fumio Kishida"; CASE "the foreign minister, Fumio Kishida,"; CASE "Presidents A and B"."""
    tokens = positions.mentions.tokens
    index = positions.after(office.span.end)
    last_office = positions.covered(office.span).stop - 1
    sentence = sentence_of[last_office]
    if index >= sentence.last:
        return []
    index = _skip_abbreviation(index, sentence, positions)
    if index >= sentence.last:
        return []
    each, listed = parties_of_plural(office, sentence, positions)
    if len(each) > 1 and listed + 1 < sentence.last and tokens[listed].text in (",", "-", "–"):
        index = listed  # "the ministers of Peru and Chile, Ana Poe and Juan Roe,"
    if tokens[index].lower in POSTED:
        return _after_post(office, index, sentence, positions, words)
    if tokens[index].text in SECOND and office.role is not None:
        office = replace(office, modifier=SECOND[tokens[index].text], role=None)  # "Foreign Minister II Ana Poe"
        index += 1
    if index >= sentence.last:
        return []
    is_comma = tokens[index].text in (",", "[", "(") or (len(each) > 1 and index == listed)
    start = skip_titles(index + 1 if is_comma else index, sentence, positions, words)
    if start >= sentence.last:
        return []
    end = name_end(start, sentence, positions, words, is_titled=True)
    if end == start and positions.mentions.words(office.span).isupper():
        end = capitals_end(start, sentence, positions, words)
    if end == start:
        return []
    if start > index and _is_overthrown(office, sentence, positions):
        return []
    if _goes_on_as_body(end, sentence, positions):
        return []  # "Deputy Commander, U.S. Indo-Pacific Command"
    naming = named_at(start, end, positions, office)
    if is_comma and _has_office_behind(office, end, sentence, positions):
        return []  # "Ana Poe, Minister of Peru, Juan Roe, Minister of Chile, met": his stands behind him
    whose = relation_before(positions.mentions.report.text, office.span.start)
    if is_comma and whose is not None:
        naming.office = None  # "the wife of the Chilean president, Ana Poe"
        naming.party = office.party if whose["kin"] is not None or whose["serving"] is not None else None
        return [naming] if _is_closed_apposition(end, sentence, positions, naming) else []
    if whose is not None and (behind := _named_behind(end, sentence, positions, words)) is not None:
        return [naming, behind]
    if tokens[last_office].lower == OPERATION:
        return []  # "commander of Operation Odyssey Dawn"
    if is_comma and all(word in office_table().portfolio for word in naming.name.lower().split()):
        return []  # "Assistant Secretary of Energy (Nuclear Energy)"
    if is_comma and not _is_closed_apposition(end, sentence, positions, naming):
        return []
    if not office.is_plural:
        return [naming]
    found = [naming]
    at = last = end
    while at < sentence.last and len(found) < MAX_LIST:
        code, at = party_behind(at, sentence, positions)
        found[-1].party = found[-1].party or code
        at += at + 1 < sentence.last and tokens[at].text == ")"  # "of Peru (Ana Poe), Chile (Juan Roe)"
        if at >= sentence.last or tokens[at].lower not in JOINERS:
            break
        while at < sentence.last and tokens[at].lower in JOINERS:
            at += 1
        theirs = positions.party_starting(at) if at < sentence.last else None
        if theirs is not None:  # "the ministers of Peru, Ana Poe, and Chile, Juan Roe,"
            at = positions.covered(theirs.span).stop
            at += at < sentence.last and tokens[at].text in (",", "(")
        at = skip_titles(at, sentence, positions, words)
        end = name_end(at, sentence, positions, words, is_titled=True) if at < sentence.last else at
        if end == at:
            break
        found.append(named_at(at, end, positions, office if theirs is None else replace(office, party=theirs.code)))
        found[-1].party = theirs.code if theirs is not None else None
        at = last = end
    parties = each or parties_before(office, positions) or parties_of(last, sentence, positions)[0]
    if len(parties) == len(found) > 1:
        for naming, party in zip(found, parties, strict=True):
            naming.party = party
    return found


def _has_office_behind(office: OfficeMention, end: int, sentence: Sentence, positions: Positions) -> bool:
    """Whether the office ahead of a comma and a name is another's, who is named ahead of it or is of another party, and
    the one behind the name is his: CASE "invited by the Peruvian minister, (Juan Roe), minister of Chile, flew".

    Refuses "met the Peruvian minister, (Ana Poe), the Chilean minister, Juan Roe, and", a list.
    """
    tokens = positions.mentions.tokens
    if end + 1 >= sentence.last or tokens[end].text != ",":
        return False
    starts = (end + 1, end + 2) if tokens[end + 1].lower == "the" else (end + 1,)
    own = next((one for one in positions.mentions.offices if positions.after(one.span.start) in starts), None)
    if own is None:
        return False
    first, behind = positions.covered(office.span).start, positions.after(own.span.end)
    first -= first > sentence.first and tokens[first - 1].lower == "the"
    is_told = first - 2 >= sentence.first and tokens[first - 1].text == ","
    if is_told and tokens[first - 2].pos == "PROPN" and first - 2 not in positions.party_at:
        return True
    is_of_another = None not in (office.party, own.party) and office.party != own.party
    is_closed = behind + 1 < sentence.last and tokens[behind].text == "," and tokens[behind + 1].tag in FINITE_TAGS
    return is_of_another and is_closed


def _named_behind(end: int, sentence: Sentence, positions: Positions, words: NameWords) -> Naming | None:
    """CASE "the envoy of President Ana Poe, Juan Roe, came": who the envoy is."""
    tokens = positions.mentions.tokens
    if end + 1 >= sentence.last or tokens[end].text != ",":
        return None
    start = skip_titles(end + 1, sentence, positions, words)
    last = name_end(start, sentence, positions, words, is_titled=True) if start < sentence.last else start
    if last == start or last >= sentence.last or tokens[last].text != ",":
        return None
    naming = named_at(start, last, positions)
    return naming if len(naming.name.split()) > 1 else None


def _after_post(
    office: OfficeMention, index: int, sentence: Sentence, positions: Positions, words: NameWords
) -> list[Naming]:
    """CASE "Peru's ambassador in Athens, Ana Poe, was"; CASE "the head of the mission in Lima, Juan Roe,"."""
    tokens = positions.mentions.tokens
    if office.is_plural or not any(word in office.office for word in SENT):
        return []
    for at in range(index + 1, min(sentence.last - 1, index + MAX_POST)):
        if tokens[at].text == ",":
            start = skip_titles(at + 1, sentence, positions, words)
            end = name_end(start, sentence, positions, words, is_titled=True) if start < sentence.last else start
            if end == start or end >= sentence.last or tokens[end].text not in (",", ".", ";", ")"):
                return []
            naming = named_at(start, end, positions, office)
            return [naming] if len(naming.name.split()) > 1 else []
        if (
            at - 1 in positions.place_at
            and at - 2 == index
            and tokens[at].pos == "PROPN"
            and at not in positions.place_at
        ):
            end = name_end(at, sentence, positions, words, is_titled=True)
            posted = named_at(at, end, positions, office) if end > at else None
            return [posted] if posted is not None and len(posted.name.split()) > 1 else []
        if tokens[at].pos in ("VERB", "AUX") or at in positions.person_starts:
            return []
    return []


def _goes_on_as_body(end: int, sentence: Sentence, positions: Positions) -> bool:
    """Whether the words go on as a body's or company's name does: "Indo-Pacific Command", "King Royal Technologies"."""
    if end >= sentence.last or positions.is_headline(sentence):
        return False
    following = positions.mentions.tokens[end]
    return following.text[0].isupper() and (
        following.lower in INSTITUTIONS or following.lower in lists()["company_ends"]
    )


def _is_overthrown(office: OfficeMention, sentence: Sentence, positions: Positions) -> bool:
    """Whether a rank after a bare monarch begins a clause: "the king Colonel Poe overthrew"."""
    words = positions.mentions.words(office.span)
    first = positions.covered(office.span).start
    return words in MONARCHS and first > sentence.first and positions.mentions.tokens[first - 1].lower in ARTICLES


def _skip_abbreviation(at: int, sentence: Sentence, positions: Positions) -> int:
    """CASE "the head of the Red Cross (ICRC), Jakob Muster,"."""
    tokens = positions.mentions.tokens
    if at + 2 < sentence.last and tokens[at].text == "(" and tokens[at + 2].text == ")":
        return at + 3
    return at


def _is_closed_apposition(end: int, sentence: Sentence, positions: Positions, naming: Naming) -> bool:
    following = positions.mentions.tokens[end].text if end < sentence.last else "."
    return following in (",", ".", ";", ")", "]", "-", "–", "—", "and") and len(naming.name.split()) > 1


def _entity_name(span: Span, sentence_of: list[Sentence], positions: Positions, words: NameWords) -> Naming | None:
    """The name within a weak entity: without titles, offices and possessives."""
    covered = positions.covered(span)
    if not covered:
        return None
    sentence = sentence_of[covered.start]
    start = skip_titles(covered.start, sentence, positions, words)
    is_titled = start > covered.start or _has_title(start, sentence, positions, words)
    if start == covered.start and start - 2 >= sentence.first and _is_byname(start - 2, positions):
        start -= 2
    is_long = covered.stop - start > 1  # "Victoria Poe": the syntax model takes both words for a person's name
    end = (
        name_end(start, sentence, positions, words, is_titled=is_titled or is_long) if start < sentence.last else start
    )
    if end == start or start >= covered.stop:
        return None
    naming = named_at(start, end, positions)
    naming.is_certain = is_titled
    if naming.is_certain:
        return naming
    place = positions.place_at.get(start)
    if place is not None and place.span.end >= positions.mentions.tokens[end - 1].end:
        return None
    if positions.mentions.tokens[start].pos != "PROPN" or is_placed(start, end, sentence, positions, words):
        return None
    return naming


def _is_byname(index: int, positions: Positions) -> bool:
    """Whether the syntax model cut an Arab's byname off: CASE "Abu Omar (Ali al-Poe)"."""
    byname, own = positions.mentions.tokens[index : index + 2]
    return byname.text == "Abu" and own.text.istitle() and own.pos == "PROPN"


def _has_title(start: int, sentence: Sentence, positions: Positions, words: NameWords) -> bool:
    return start > sentence.first and stands_as_title(start - 1, sentence, positions, words)


def _unlabelled_name(
    index: int,
    sentence: Sentence,
    positions: Positions,
    words: NameWords,
    mentions: Mentions,
    knowledge: Knowledge,
    offices_by_start: dict[int, OfficeMention],
) -> Naming | None:
    """A name that the syntax model missed: after a title, in the table of tenures, or before an office."""
    tokens = mentions.tokens
    if index > sentence.first and tokens[index - 1].pos == "PROPN" and tokens[index - 1].lower not in words.honorific:
        return None
    start = skip_titles(index, sentence, positions, words)
    is_titled = start > index or _has_title(start, sentence, positions, words)
    end = name_end(start, sentence, positions, words, is_titled=is_titled) if start < sentence.last else start
    if end == start and not is_titled and start < sentence.last:
        end = signed_end(start, sentence, positions, words)
    if end == start or (start in positions.place_at and not is_titled):
        return None
    naming = named_at(start, end, positions)
    if is_titled:
        return naming
    if len(naming.name.split()) == 1:
        return naming if _is_known_leader(start, end, sentence, positions, knowledge) else None
    if office_after(end, sentence, positions, offices_by_start) or knowledge.offices.tenures(naming.name):
        return naming
    if described_after(end, sentence, positions) or described_before(start, sentence, positions):
        return naming
    if _is_closed_apposition(end, sentence, positions, naming) and is_counterpart(naming, sentence, positions):
        return naming
    if leading_by(start, sentence, positions):
        return naming
    return None


def _is_known_leader(first: int, last: int, sentence: Sentence, positions: Positions, knowledge: Knowledge) -> bool:
    """Whether the word alone is one leader's surname on the day, and does or says something here: "Obama will meet"."""
    mentions = positions.mentions
    tokens = mentions.tokens
    after = tokens[last] if last < sentence.last else None
    is_acting = after is not None and (after.pos in ("VERB", "AUX") or after.lower in POSSESSIVES)
    is_met = not is_acting and _is_in_company(first, last, sentence, positions)
    if mentions.on is None or len(tokens[first].text) < MIN_KNOWN or not (is_acting or is_met):
        return False
    word = fold(tokens[first].text)
    leading = {
        fold(tenure.person)
        for tenure in knowledge.offices.by_surname(tokens[first].text, on=mentions.on)
        if tenure.role in LEADING_ROLES
        and tenure.covers(mentions.on) in (SURE if is_acting else SUREST)
        and word in fold(tenure.person).split()
        and tenure.party in positions.parties_named
    }
    return len(leading) == 1


def _is_in_company(first: int, last: int, sentence: Sentence, positions: Positions) -> bool:
    """Whether a bare surname is one whom others meet: "met Kerry", "between Merkel and Putin"; "Xi and Obama"."""
    tokens = positions.mentions.tokens
    before = tokens[first - 1] if first > sentence.first else None
    if before is not None and before.lower in MET:
        return True
    left, right = first - 2, last + 1
    is_joined_left = before is not None and before.lower in (",", "and") and left >= sentence.first
    is_joined_right = right < sentence.last and tokens[last].lower in (",", "and")
    return (is_joined_left and _is_bare_name(left, positions)) or (is_joined_right and _is_bare_name(right, positions))


def _label_before(index: int, sentence: Sentence, positions: Positions) -> str | None:
    """CASE "Italy: (Ana Poe)" in a list of delegations: the party that is the line's label."""
    tokens, text = positions.mentions.tokens, positions.mentions.report.text
    party = positions.party_ending(index - 1) if index > sentence.first and tokens[index].text == ":" else None
    is_line = party is not None and (party.span.start == 0 or text[party.span.start - 1] == "\n")
    return party.code if party is not None and is_line else None


def _is_behind(office: OfficeMention | None, naming: Naming, positions: Positions) -> bool:
    """Whether the office stands behind the name, without a party of its own in its words."""
    if office is None or office.span.start < positions.mentions.tokens[naming.last - 1].end:
        return False
    return not any(office.span.contains(party.span) for party in positions.mentions.parties)


def _is_bare_name(index: int, positions: Positions) -> bool:
    token = positions.mentions.tokens[index]  # "Johnson & Johnson" is a company
    is_other = index in positions.party_at or index in positions.place_at
    return token.pos == "PROPN" and token.text[0].isupper() and len(token.text) > 1 and not is_other


def _add_calling(naming: Naming, sentence: Sentence, positions: Positions) -> None:
    """CASE "Sen. Ana Poe", "General Ali Poe", "Peruvian diplomat Ana Poe": where no office stands by the name."""
    if naming.office is None:
        described = described_before(naming.first, sentence, positions)
        described = described or leading_by(naming.first, sentence, positions)
        naming.office = described or titled_office(naming, sentence, positions)
        naming.is_certain = naming.is_certain or naming.office is not None


def _add_party(naming: Naming, sentence: Sentence, positions: Positions) -> None:
    """CASE "Russia's Lavrov", "Germany's Angela Merkel"; CASE "Sergei Lavrov of Russia"."""
    tokens = positions.mentions.tokens
    at = naming.first - 1
    titled = state_of_title(tokens[at].lower) if at >= sentence.first else None
    if (
        titled is None
        and naming.office is not None
        and naming.office.party is None
        and (is_political(naming.office.office) or is_sent_leader(naming, sentence, positions))
    ):
        titled = state_of_lawmaker(naming, sentence, positions)
    titled = titled or state_of_seat(naming, positions)
    while naming.office is None and at > sentence.first and is_title_at(at, positions):
        at -= 1  # "Iraq's Grand Ayatollah Ali Poe"
    if titled is not None:
        naming.party = titled
    elif at > sentence.first and tokens[at].lower in POSSESSIVES and (party := positions.party_ending(at - 1)):
        naming.party = party.code
    elif (labelled := _label_before(at, sentence, positions)) is not None and _is_behind(
        naming.office, naming, positions
    ):
        naming.party = labelled
        assert naming.office is not None
        naming.office = replace(naming.office, party=labelled, role=None)
    elif is_counterpart(naming, sentence, positions):
        naming.counterpart = None if is_speakers(naming, sentence, positions) else 0
    if naming.party is None:
        naming.party, _ = party_behind(naming.last, sentence, positions)
