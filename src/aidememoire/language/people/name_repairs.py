"""Names mended: cut where a headline or the next line goes on, made whole where a line's end breaks them."""

from aidememoire.knowledge import Knowledge
from aidememoire.knowledge.person_names import SAME_PERSON, fold, same_person, sound, words_of
from aidememoire.knowledge.tenures import Confidence, Role
from aidememoire.language.people.persons import Naming, called, named_at
from aidememoire.language.people.positions import Positions
from aidememoire.model import Sentence

HEADS = frozenset({Role.HEAD_OF_STATE, Role.HEAD_OF_GOVERNMENT})
FULL_NAME = 2  # words: a given name and a surname


def over_lines(
    named: list[Naming], sentence_of: list[Sentence], positions: Positions, knowledge: Knowledge
) -> list[Naming]:
    """The namings, those of an office's holder whose name a line's end breaks made whole: "Ana" | "Poe"."""
    kept: list[Naming] = []
    starts = {naming.first: naming for naming in named}
    full = {fold(naming.name) for naming in named if len(naming.name.split()) == FULL_NAME}
    for naming in named:
        if kept and naming.first < kept[-1].last:
            continue  # the rest of a name that is whole now
        end = naming.last
        is_broken = end == sentence_of[naming.first].last and end < len(positions.mentions.tokens)
        if is_broken and len(naming.name.split()) <= FULL_NAME:
            rest = starts.get(end)
            ends = (rest.last, end + 1) if rest is not None else (end + 1,)
            last = next((last for last in ends if _is_whole(naming, last, full, positions, knowledge)), None)
            if last is not None:
                whole = named_at(naming.first, last, positions, naming.office)
                whole.is_headline, whole.party = naming.is_headline, naming.party
                naming = whole
        kept.append(naming)
    return kept


def _is_whole(naming: Naming, last: int, full: set[str], positions: Positions, knowledge: Knowledge) -> bool:
    """Whether the words up to the token are a name given elsewhere, or the office's holder's; a line ends within."""
    office, on, tokens = naming.office, positions.mentions.on, positions.mentions.tokens
    text = positions.mentions.report.text
    if office is None or text[tokens[naming.last - 1].end : tokens[naming.last].start] != "\n":
        return False
    if naming.last - naming.first == 1 and fold(text[tokens[naming.first].start : tokens[last - 1].end]) in full:
        return True
    if office.role is None or office.party is None or on is None:
        return False
    words = words_of(text[tokens[naming.first].start : tokens[last - 1].end])
    for holder in knowledge.offices.holders(office.party, office.role, on):
        if same_person(naming.name, holder.person) >= SAME_PERSON:
            return False  # whole already: what the next line begins with is another's
        sounds = {sound(word) for word in words_of(holder.person)}
        if len(set(words)) == len(words) and all(sound(word) in sounds for word in words):
            return True
    return False


def parted(naming: Naming, positions: Positions, knowledge: Knowledge) -> list[Naming]:
    """The naming, but where a headline or the next line goes on after the name of the office's holder, that name alone.

    CASE "Foreign Minister Ana Poe Opening Remarks"; what the next line begins with may be another's name. CASE "Fleet
    Commander Juan Poe Vladimir Putin", where a comma is lost.
    """
    office, on, tokens = naming.office, positions.mentions.on, positions.mentions.tokens
    if len(naming.name.split()) <= FULL_NAME or on is None:
        return [naming]
    if naming.last - naming.first >= 2 * FULL_NAME and _is_leaders(naming.last - FULL_NAME, positions, knowledge):
        last = naming.last - FULL_NAME
        first = named_at(naming.first, last, positions, office)
        first.is_headline, first.is_certain = naming.is_headline, naming.is_certain
        return [first, named_at(last, naming.last, positions)]
    if office is None or office.role is None or office.party is None:
        return [naming]
    holders = {fold(holder.person) for holder in knowledge.offices.holders(office.party, office.role, on)}
    for last in range(naming.first + FULL_NAME, naming.last):
        cut = named_at(naming.first, last, positions, office)
        is_line = "\n" in positions.mentions.report.text[tokens[last - 1].end : tokens[last].start]
        if (naming.is_headline or is_line) and fold(cut.name) in holders:
            cut.is_headline, cut.is_certain = naming.is_headline, naming.is_certain
            is_name = is_line and naming.last - last >= FULL_NAME
            return [cut, named_at(last, naming.last, positions)] if is_name else [cut]
    return [naming]


def without_companies(named: list[Naming], positions: Positions) -> list[Naming]:
    """The namings, those behind an office rid of the company that ran into the name: "President of Lux Ana Poe".

    The rest must be a name given elsewhere by itself, and the company's must stand somewhere without it.
    """
    full = {fold(naming.name) for naming in named if len(naming.name.split()) == FULL_NAME}
    kept = []
    for naming in named:
        first = naming.last - FULL_NAME
        is_headed = naming.office is not None or _is_of(naming, positions)
        if is_headed and naming.first < first:
            own = named_at(first, naming.last, positions, naming.office)
            if fold(own.name) in full and _stands_alone(naming, first, positions):
                own.is_headline, own.is_certain, own.party = naming.is_headline, naming.is_certain, naming.party
                if naming.office is not None and naming.office.role in HEADS and not _is_of(naming, positions):
                    own.office, own.party = None, None  # "a friend of President Roe | Ana Poe, a general, …"
                    kept.append(named_at(naming.first, first, positions, naming.office))
                naming = own
        kept.append(naming)
    return kept


def _is_of(naming: Naming, positions: Positions) -> bool:
    """Whether the name stands behind "of": "chairman of the board of Luxol Ana Poe"."""
    return naming.first > 0 and positions.mentions.tokens[naming.first - 1].lower == "of"


def _stands_alone(naming: Naming, first: int, positions: Positions) -> bool:
    """Whether the words before the name stand elsewhere in the report, and no name behind them."""
    tokens = positions.mentions.tokens
    words = [token.lower for token in tokens[naming.first : first]]
    name = tokens[first].lower
    return any(
        tokens[at].text[0].isupper()
        and [token.lower for token in tokens[at : at + len(words)]] == words
        and tokens[at + len(words)].lower != name
        for at in range(len(tokens) - len(words))
    )


def without_tooltips(named: list[Naming]) -> list[Naming]:
    """The namings but for a tooltip's name turned round: "Mr Poe Poe Ana", where "Ana Poe" stands elsewhere."""
    full = {tuple(fold(naming.name).split()) for naming in named}
    kept: list[Naming] = []
    for naming in named:
        words = fold(naming.name).split()
        is_turned = len(words) == FULL_NAME and tuple(reversed(words)) in full
        before = kept[-1] if kept and kept[-1].last == naming.first else None
        if not is_turned or before is None or fold(before.name).split()[-1] != words[0]:
            kept.append(naming)
        elif before.office is None:
            before.office, before.party = naming.office, before.party or naming.party
    return kept


def _is_leaders(first: int, positions: Positions, knowledge: Knowledge) -> bool:
    """Whether the two words from the token on are the whole name of one who surely leads a state on the day."""
    mentions = positions.mentions
    tokens = mentions.tokens
    name = mentions.report.text[tokens[first].start : tokens[first + 1].end]
    return mentions.on is not None and any(
        tenure.role in HEADS and fold(tenure.person) == fold(name) and tenure.covers(mentions.on) == Confidence.HIGH
        for tenure in knowledge.offices.tenures(name)
    )


def without_headline_words(named: list[Naming], positions: Positions) -> list[Naming]:
    """The namings, those in headlines cut to the name that the body gives: "Obama Criticizes", "Poe Meetings"."""
    body = [naming for naming in named if not naming.is_headline]
    full = {fold(naming.name) for naming in body if len(naming.name.split()) > 1}
    last = {word for name in full for word in called(name)}
    kept = []
    for naming in named:
        if naming.is_headline and fold(naming.name) not in full:
            span = _shorter(naming, full, positions)
            if span is not None:
                cut = named_at(span[0], span[1], positions, naming.office)
                cut.is_headline, cut.is_certain = True, naming.is_certain
                naming = cut
            elif naming.office is None and len(naming.name.split()) > 1 and fold(naming.name).split()[-1] in last:
                continue  # the surname is a reference; the word before it is none of the name
        kept.append(naming)
    return kept


def _shorter(naming: Naming, full: set[str], positions: Positions) -> tuple[int, int] | None:
    """The part of the words that is a name given in the body."""
    tokens = positions.mentions.tokens
    for first in range(naming.first, naming.last):
        for last in range(naming.last, first + 1, -1):
            text = positions.mentions.report.text[tokens[first].start : tokens[last - 1].end]
            if fold(text) in full:
                return first, last
    return None
