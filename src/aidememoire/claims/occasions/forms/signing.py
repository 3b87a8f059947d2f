"""Signings: a document signed, initialled or exchanged by two sides on a day or in a place, which is a ceremony.

"Kenya and Chile signed a treaty in Oslo on Monday": they met for it. Without a day or a place only the document is told
of, and one side's signing of its own laws is none. Who signed "the treaty" is said where the report tells whose it is.
"""

import re
from collections.abc import Sequence

from aidememoire.claims.clauses import PAIR
from aidememoire.claims.occasions.forms.allusion import Allusion
from aidememoire.claims.occasions.parties.participation import OF_TITLES, Presence, mentions_between, mentions_within
from aidememoire.claims.occasions.words.nouns import any_of
from aidememoire.model import NameForm, Sentence, Span

DOCUMENT = any_of("documents")
OBJECT = re.compile(
    r"\s*(?:(?:late |early )?(?:on )?(?:\w+day|today|yesterday|here|\d{1,2} \w+|\w+ \d{1,2})"
    r"(?: evening| night| morning)?,? "
    r"|with [^.;,]{3,60}?,? (?=an? |the |\w+ )|in [A-Z][\w.-]+(?: [A-Z][\w.-]+)?,? |at [A-Z][\w.-]+,? )*"
    r"(?:(?!(?:laws?|decrees?|orders?|bills?|acts?|executive|contracts?|petitions?|proclamations?|legislation|book|"
    r"federal|on|in|at|after|during|who|which|that|by)\b)[^\s.;:]+ ){0,8}?" + DOCUMENT + r"\b"
    r"(?! of (?:association|appointment))",
    re.IGNORECASE,
)
"""Behind "signed": accepts " a pact on milk", " on Monday two more protocols", " with Chile an accord"; refuses " a law
on the accord", " the visitors’ book"."""
THE_PAPER = re.compile(r"\s*(?:it|them)\b", re.IGNORECASE)
IN_ITSELF = re.compile(r"pen|notes|instruments|letters|signature|name|initials|ribbon|stone", re.IGNORECASE)
"""In words of signing that need no document behind them: "put pen to paper", "exchanged instruments of"."""

SUBJECT_DOCUMENT = re.compile(rf"\b{DOCUMENT}\b", re.IGNORECASE)
OF_A_DOCUMENT = re.compile(rf"\b(?:{DOCUMENT}|agree[ds]?|sign\w*|negotiat\w+)\b", re.IGNORECASE)
BARE_PAPER = re.compile(
    rf"^(?:(?:and|but|in the end|today|yesterday|finally),? )?(?:(?:the|this|that|such|both|all|these|those) "
    rf"(?:[\w’'-]+ ){{0,4}}?{DOCUMENT}(?: (?:on|for|of) (?:[^\s,;]+ ){{0,12}}?[^\s,;]+)?|it|they)(?:,| itself)? "
    r"(?:was|were|is|are|will|has|had)\b",
    re.IGNORECASE,
)
"""A document that the reader knows of: accepts "The accord on milk was"; refuses "An accord was"."""
THE_TWO = re.compile(
    r"\b(?:the|both|our) (?:(?:two|both|respective|countries[’']|sides[’']) )*(?:[\w-]+ ){0,2}?(?:presidents|ministers|"
    r"premiers|leaders|governments|countries|sides|parties|heads of (?:state|government)|delegations|governors|kings|"
    r"monarchs|envoys|negotiators|ambassadors)\b|\b(?:deputy )?(?:ministers|officials|envoys) of (?:the two|both) ",
    re.IGNORECASE,
)
"""Those who sign unnamed: accepts "the two justice ministers", "ministers of both countries"; refuses "ministers"."""

BEFORE_IT = 4
"""Sentences before a signing in which it may be told whose the document is."""
WHOLE_DOCUMENT = 60
"""Sentences of a treaty from its title to its last line."""
OF_SOMETHING = re.compile(r"\s*(?:of|for)\b", re.IGNORECASE)
OF_DOCUMENT = re.compile(rf"\s*of (?:(?!by\b|in\b|on\b)[^\s.;,]+ ){{0,8}}?{DOCUMENT}\b", re.IGNORECASE)
"""Behind "the signing": accepts " of a new security pact"; refuses " of the cheque"."""
HELD_BEHIND = re.compile(
    r"\s?(?:,[^,;]{1,80},)?\s?(?:(?:took|takes|will take|is to take) place|(?:was|is|will be|is to be) held|lasted)\b",
    re.IGNORECASE,
)
"""Behind "the signing": accepts " took place in Oslo"; refuses " surprised the market"."""
SOLEMN = re.compile(
    r"\b(?:at an? (?:\w+ )?ceremony|in a (?:\w+ )?ceremony|in the presence of|witnessed by|at an? hotel|"
    r"at (?:the )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2} (?:Palace|House|Hotel|Castle))\b"
)
OF_THE_DAY = re.compile(r"\bof $")
AT_A_MEETING = re.compile(
    r"\s?(?:on [^,;.]{3,20} )?(?:at|during|after|following) (?:the|their|a|an|this|his|her) (?:[\w’'-]+ ){0,4}?"
    r"(?:meetings?|summits?|talks|visits?|trip|negotiations|session|consultations)\b"
    r"|[^.;]{0,60}?\bwhen (?:they|he|she|the [\w-]+(?: [\w-]+)?) "
    r"(?:meets?|met|visits?|visited|travels?|comes?|arrives?)\b",
    re.IGNORECASE,
)
"""Behind "signed": accepts " at their February meeting in Lima"; refuses " at a hotel in Lima"."""
TO_COME = re.compile(r"\b(?:will|would|is to|are to|ahead of|expected|planned|scheduled|due|next|upcoming)\b", re.I)
OBJECT_REACH = 26
PLACE_REACH = 40
BEHIND_PLACE = re.compile(
    r"(?:\s\([^)]*\))?(?:,?\s(?:[A-Z][\w-]+))?\s*(?:$|[.,;:)]|\s(?:on|today|yesterday|late|early|last|this|earlier|after|"
    r"before|during|when|in the presence|by|at|in|and|between|\w+day|\d)\b)"
)
"""Behind a place at the end of what was signed there: accepts " on Tuesday", "."; refuses " port"."""
IN_OR_AT = re.compile(
    r"\b(?:in|at)\s(?:the\s)?(?:[\w-]+\s(?:capital|city|town|port|resort)\s(?:of\s)?)?$", re.IGNORECASE
)


class Signing(Allusion):
    """Who signs what with whom."""

    def _read_signing(self) -> bool:
        """Whether two sides sign a document, on a day or in a place."""
        token = self.tokens[self.first]
        if self.is_title or token.dep == "amod":
            return False
        if AT_A_MEETING.match(self._after_words(12)):
            return False  # it is the meeting that is told of
        read = {"signing": self._read_noun, "done at": self._read_formula, "inaugurate": self._read_inauguration}
        is_told = read.get(self.trigger.name, self._read_signing_verb)()
        if not is_told or len(self.cast.parties) < PAIR:
            return False
        place = self._place() or self._place_behind_document()
        if place is not None:
            self.destination = place
        return place is not None or self._has_day() or self._is_solemn()

    def _read_signing_verb(self) -> bool:
        if self._is_passive_here():
            if not self._is_document_before():
                return False
            self._add_signatories_of_document()
        else:
            if not self._is_document_behind():
                return False
            self._add_signatories()
        return len(self.cast.parties) >= PAIR or self._add_sides_of_paper(self._is_passive_here())

    def _is_passive_here(self) -> bool:
        token = self.tokens[self.first]
        words = self.mentions.words(self.span).lower()
        is_participle = token.tag == "VBN" and token.dep in {"acl", "relcl"}
        return is_participle or self._is_passive() or words.startswith(("be ", "was ", "were "))

    def _is_signed(self) -> bool:
        """Whether it is told as done ("a deal signed", "they signed"), whatever else the sentence foretells."""
        words = self.mentions.words(self.span).lower()
        is_yet = self._before_words(1).lower() in {"be", "get"} or words.startswith(("be ", "sign", "initial"))
        return words.startswith(("signed", "initialled", "initialed", "exchanged", "was ", "were ")) or not (
            is_yet or self._is_to_come_in_words()
        )

    def _is_to_come_in_words(self) -> bool:
        return TO_COME.search(self._before_words(6) + " " + self._after_words(8)) is not None

    def _read_noun(self) -> bool:
        """Whether "the signing" is that of a document ("the signing of the pact", "the signing took place")."""
        after = self._after_words(OBJECT_REACH)
        if OF_SOMETHING.match(after):
            if not OF_DOCUMENT.match(after):
                return False
        elif not HELD_BEHIND.match(after):
            return False
        for presence in self._right():
            if presence.link in {"between", "among", "by"} and presence.parties and not self._is_of_a_firm(presence):
                self.cast.add(presence)
        return len(self.cast.parties) >= PAIR or self._add_sides(set())

    def _read_formula(self) -> bool:
        """Whether it is a document's last line ("Done at Oslo on 4 May"), and whose the document is was told."""
        return self.first == self.sentence.first and self._add_sides(set(), WHOLE_DOCUMENT)

    def _read_inauguration(self) -> bool:
        """Whether people of two sides opened or unveiled something together."""
        for presence in self._subject():
            if presence.kind != "party" or presence.link == "of" or self._is_of_travellers(presence):
                self.cast.add(presence)
        return len(self.cast.parties) >= PAIR

    def _is_solemn(self) -> bool:
        """Whether it is told how or before whom it was done ("at a ceremony", "in the presence of")."""
        return SOLEMN.search(self._words(self.sentence.first, self.sentence.last)) is not None

    def _has_day(self) -> bool:
        """Whether it was on a day, and not in some year."""
        time = self._time()
        if time is not None and OF_THE_DAY.search(self.mentions.report.text, self.sentence.span.start, time.span.start):
            return False  # "the treaty of 28 March 1994"
        if time is None or time.when is None:
            return time is not None and str(time.value).startswith("XXXX-")
        return time.when.first == time.when.last

    def _is_document_behind(self) -> bool:
        if IN_ITSELF.search(self.mentions.words(self.span)):
            return True
        after = self._after_words(OBJECT_REACH)
        return THE_PAPER.match(after) is not None or OBJECT.match(after) is not None

    def _is_document_before(self) -> bool:
        words = self._words(self.sentence.first, self.first)
        return SUBJECT_DOCUMENT.search(words) is not None or BARE_PAPER.match(words + " ") is not None

    def _add_signatories(self) -> None:
        """Add those who sign, and with whom."""
        for presence in self._subject():
            if presence.link not in {"with", "between"} and not self._is_of_a_firm(presence):
                self.cast.add(presence)
        for presence in self._right():
            if presence.link == "with" and presence.parties and not self._is_of_a_firm(presence):
                self.cast.add(presence)

    def _add_signatories_of_document(self) -> None:
        """Add those between whom a document is and those by whom it is signed."""
        for presence in self.sides.within(self.sentence.first, self.first):
            if presence.link in {"between", "among", "with", "of"} and presence.parties:
                self.cast.add(presence)
        by = [one for one in self._right() if one.link in {"by", "between", "with"} and one.parties]
        by = [one for one in by if not self._is_of_a_firm(one)]
        codes = {code for one in by for code in one.parties}
        if len(codes) >= PAIR:
            self.cast.parties.clear()
            self.cast.actors.clear()
        for presence in by:
            self.cast.add(presence)
        if len(self.cast.parties) < PAIR and not by:
            self.cast.parties.clear()
            self.cast.actors.clear()

    def _is_of_a_firm(self, presence: Presence) -> bool:
        """Whether a state is named only as that of a firm or of somebody of no office ("Chile's Copec")."""
        if presence.kind != "party":
            return False
        if presence.form in {NameForm.ADJECTIVE, NameForm.DEMONYM}:
            return not self.sides.is_party_of_people(presence)
        after = [token.lower for token in self.tokens[presence.last : min(self.sentence.last, presence.last + 6)]]
        return bool(after) and after[0] in {"'s", "’s"} and not OF_TITLES & set(after)

    def _add_sides_of_paper(self, is_passive: bool) -> bool:
        """Whether those whose document it is were found in what the report tells before.

        "Kenya and Chile have an accord on milk. It was signed in Oslo on Monday", "The two ministers signed it".
        """
        before = self._words(self.sentence.first, self.first) + " "
        known = BARE_PAPER.match(before) if is_passive else THE_TWO.search(before)
        return known is not None and self._add_sides(set(self.cast.parties))

    def _add_sides(self, own: set[str], reach: int = BEFORE_IT) -> bool:
        """Whether two sides were named together in a sentence before, and no other pair after it; they are added."""
        for sentence in self._told_before(reach):
            codes = self._sides_in(sentence)
            if codes and OF_A_DOCUMENT.search(self.mentions.words(sentence.span)) is None:
                continue
            if len(codes) > PAIR:
                return False
            if len(codes) == PAIR and own <= set(codes):
                for code in codes:
                    self.cast.parties.setdefault(code, None)
                self.inferred.append(("parties", "those whose document the report tells of before it"))
                return True
        return False

    def _told_before(self, reach: int) -> Sequence[Sentence]:
        """The sentences before this one, the nearest first, and the headline last."""
        index = self.sentence.index
        near = list(reversed(self.mentions.sentences[max(0, index - reach) : index]))
        titles = [one for one in self.mentions.sentences[:index] if self._is_title(one) and one not in near]
        return [*near, *titles]

    def _sides_in(self, sentence: Sentence) -> list[str]:
        """The states and bodies that a sentence names, but for the place over the body."""
        extent = self.mentions.dateline.extent if self.mentions.dateline is not None else None
        named = mentions_within(self.mentions.parties, sentence.span)
        codes = [one.code for one in named if extent is None or not extent.overlaps(one.span)]
        return list(dict.fromkeys(codes))

    def _place_behind_document(self) -> tuple[Span, str | None] | None:
        """The place behind what was signed: "signed an accord on milk in Oslo on Monday"."""
        text, end = self.mentions.report.text, self.sentence.span.end
        for place in mentions_between(self.mentions.places, self.span.end, end):
            if place.kind not in {"city", "venue"} or IN_OR_AT.search(text, self.span.start, place.span.start) is None:
                continue
            if BEHIND_PLACE.match(text[place.span.end : min(end, place.span.end + PLACE_REACH)]):
                return place.span, place.country
        return None
