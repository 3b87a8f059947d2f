"""Numbering: of which standing format an occasion is one, and the how-manieth."""

import re

from aidememoire.claims.occasions.parties.participation import mentions_within
from aidememoire.claims.occasions.parties.talked_of import is_only_subject
from aidememoire.claims.occasions.words.placing import EDGE
from aidememoire.claims.occasions.words.purposes import is_purpose
from aidememoire.claims.occasions.words.towns import Towns
from aidememoire.claims.tenses import token_range
from aidememoire.knowledge.number_words import cardinals, ordinals
from aidememoire.model import DialogueMention, Span

ORDINALS = ordinals(1, 20) | {"inaugural": 1}

ORDINAL = re.compile(r"\b(?:(" + "|".join(ORDINALS) + r")|(\d{1,4})(?:st|nd|rd|th))\b", re.IGNORECASE)


def number_of(ordinal: re.Match[str]) -> int:
    """The number that a match of ``ORDINAL`` tells."""
    return ORDINALS[ordinal[1].lower()] if ordinal[1] else int(ordinal[2])


ROMAN = {
    numeral: number
    for number, numeral in enumerate(
        "II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI XXII XXIII XXIV XXV".split(), 2
    )
}
"""Before the name of a forum or summit: "the IX Andean Summit", "the XIV session"; a lone "I" is mostly a word."""

TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
"""Before a hyphen: "the twenty-first session"."""

ROUND_OF = frozenset(
    "round rounds meeting meetings session sessions convening sitting edition series gathering iteration assembly "
    "plenary conference segment".split()
)
"""Words whose number is that of what stands behind "of": "the third round of talks"; refuses "the first hour of"."""

AND_LAST = frozenset("final last closing concluding".split())
"""After "and", what is said of a round beside its number: "the third and final round"."""

WITHIN_A_TIME = re.compile(
    r"(?:\s?(?:between|of|with|by)\s(?:[\w’'.-]+\s){1,8}?|\s)?(?:this\s(?:year|month|week|decade|season)"
    r"|(?:in|within|over)\s(?:(?:just|only|less|than|under|the|past|last|space|of|as|many|an?|few|couple|half|several"
    r"|recent|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+)\s){1,5}"
    r"(?:days|weeks|months|month|year|week)\b|since\s(?:last\s|early\s|mid-|late\s|the\sstart\sof\s)?"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|spring|summer|autumn"
    r"|winter|(?:mon|tues|wednes|thurs|fri|satur|sun)day|week|month|the\syear)\b)",
    re.IGNORECASE,
)
"""Behind an occasion that is numbered within a time, and not in its series: accepts " this year", " between the two
presidents in a month", " since May"; refuses " of the group", " in Lima next week", " since the war"."""

YEARS_OWN = re.compile(r"\b(?:(?:this|last) (?:year|month|week)|the year|[12]\d{3})[’']s$", re.IGNORECASE)
"""Before a number within a time: accepts "this year’s", "2015's"; refuses "the commission’s"."""

_COUNTED = "|".join(cardinals(1, 20))
ROUND_NUMBER = re.compile(
    rf"\bround (?:(?P<word>{_COUNTED})|(?P<digits>\d{{1,3}})|(?P<roman>[IVX]{{2,6}})) of (?:the |their |its )?"
    r"(?:(?!round|session)[\w.’'&/–-]+ ){0,6}$",
    re.IGNORECASE,
)
"""Before talks: accepts "Round 46 of the Geneva ", "round three of the trade "; refuses "round of three ", "round-table
of the "."""

AS_THE_NTH = re.compile(
    r"(?:^|[\s,–—-]\s?)(?:(?:it\s|this\s)?(?:was|is|being|marking|becoming)\s)?(?:already\s)?the\s"
    rf"(?P<nth>(?!first|inaugural)(?:{'|'.join(ORDINALS)})|\d{{1,3}}(?:st|nd|rd|th))\s"
    r"(?:in\s(?:a|the|their|its)\sseries\b|(?:such\s|of\s)(?:(?:its|their)\skind\b|meeting\b|round\b|session\b"
    r"|gathering\b|summit\b))",
    re.IGNORECASE,
)
"""What numbers the occasion told of before it: accepts " was the seventh in a series", ", the sixth such meeting";
refuses ", the first such meeting", " was the seventh in Lima"."""

ITS_NTH = re.compile(
    rf"\s?[,–—]\s(?:its|their)\s(?P<nth>(?!first|inaugural)(?:{'|'.join(ORDINALS)})|\d{{1,3}}(?:st|nd|rd|th))"
    r"(?:\s(?:such|bilateral|formal|official|face-to-face|in-person|regular))?"
    r"(?:\s(?:meeting|summit|session|round|encounter)\b(?=\s?(?:since|[,.;–—]|$))|\s(?=since\b))",
    re.IGNORECASE,
)
"""What numbers the occasion told of before it: accepts ", its fourth since the war", ", their sixth meeting."; refuses
", their second in Lima", ", their first meeting"."""
NTH_REACH = 24  # tokens

ENDS_NAME = frozenset({",", "in", "at", "on", "by", "with", "and"})
"""Words that never stand between a number and the noun that it counts."""

OF_MANY = frozenset("foreign overseas diplomatic international regional major".split())

OWN_FIRST = re.compile(
    r"\s*(?:(?:that|which)\s(?:I|we|he|she|they)\b|(?:I|we|he|she|they)(?:['’]|\s)"
    r"|(?:to the region|abroad|overseas|as\b|since\b)"
    r"|(?:[\w’'.-]+\s){0,9}?(?:in|for)\s(?:[\w-]+\s){1,3}(?:years|decades|months)\b"
    r"|(?:[\w’'.-]+\s){0,9}?since\s)",
    re.IGNORECASE,
)
"""After "first meeting": accepts "that I’m taking in", "as secretary", "to Chile since the war", "in ten years";
refuses "of the group", "to Chile"."""

FIRST_REACH = 14
APPOSITION_REACH = 14

IN_APPOSITION = re.compile(
    r"\s?[,(–—-]\s(?:his|her|their|its)\s(?:(?P<word>" + "|".join(ORDINALS) + r")|(?P<digits>\d{1,2})(?:st|nd|rd|th))"
    r"\s(?:as|since|there|to|in)\b",
    re.IGNORECASE,
)
"""After a visit: accepts "– his first as president", ", her 3rd since May"; refuses ", his first foreign trip"."""

NEAR_FORMAT, FAR_FORMAT = 14, 34
"""Tokens from a trigger to the name of its format behind it; farther where it is said to be part of it."""

PART_OF = re.compile(
    r"\b(?:as (?:a )?part of|in the framework of|within the framework of|under)"
    r" (?:(?:the|their|our|regular|annual|ongoing|yearly|continuing) ){0,2}$"
)
"""Before a format's name: accepts "in Lima, as part of the ", "as part of regular "; refuses "ahead of the "."""

MEETS_SO = re.compile(
    r"\s(?:consultations|talks|meetings?|format|mechanism|process|dialogue|summit|sessions?|framework)\b"
)
"""Behind a body's name that is a format here: accepts " consultations"; refuses " mission", " forces"."""

HOLDS_ITS = re.compile(
    r"(?:\([^)]{1,60}\) )?(?:(?:will|would|is|are|was|were|to|has|have|had|due|also|again|set|expected|scheduled"
    r"|jointly"
    r"|recently) ){0,4}(?:h[eo]ld(?:s|ing)?|open(?:s|ed)?|beg[iau]ns?|conven(?:es?|ed|ing)|conclude[sd]?|complete[sd]?"
    r"|ended) (?:its|their|the|an?) ",
    re.IGNORECASE,
)
"""From a format's name to its session: accepts "will hold its ", "opened the "; refuses "praised its ", "said the "."""

OF_OTHERS = re.compile(r"\b(?:to|of|in|at|for|from|with|on|by|near) (?:the |an? )?$", re.IGNORECASE)
"""Before a name that others hold something by: accepts "the envoys to the "; refuses "on Monday the "."""

SECOND_NAME = re.compile(r"[^\W_][\s]?\([“\"«„‘']?$")
"""Before a name in brackets, which is another name of what stands before it: 'Consultative Committee ("'."""

WHICH = re.compile(r",?\s?(?:which|that)(?:\s(?:last|first|next|will|again|also|has|had|is|was|to|due|set)){0,4}", re.I)
"""Between a format's name and its verb: accepts ", which last"; refuses ", which said"."""

FAR_NUMBER = 11
"""Tokens from a number to its noun: "the first Chile-Peru Clean Water Partnership (CPCWP) meeting" is in reach."""

SIGNS = frozenset("- ( ) / ‑ – ’s 's".split())

BY_ITS_TIME = re.compile(
    r"\b(?:ahead of|before|after|following|prior to|on the eve of|at the (?:end|conclusion|close) of)"
    r" (?:the |their |its |an? |today[’']s )?(?:[\w’'.-]+ ){0,6}$"
)
"""Between those who met and a format, where it but tells when: accepts "ahead of the second "; refuses "for the "."""

OF_THE_NEXT = re.compile(
    r"\bprepar(?:ations?|ing|ed?|atory work) (?:for|of|the|an?) |\babout the (?:next|upcoming|coming) "
)
"""From an occasion to a format’s name that is but spoken of: accepts "focused on preparations for the next "."""


class Numbering(Towns):
    """What the words around a trigger say of its format and number."""

    def _format(self) -> tuple[Span | None, str | None, tuple[str, ...]]:
        """The standing dialogue that the occasion is one of, where it is named beside it."""
        best: tuple[int, DialogueMention] | None = None
        before: DialogueMention | None = None
        for dialogue in mentions_within(self.mentions.dialogues, self.sentence.span):
            first, last = token_range(self.mentions, self.sentence, dialogue.span)
            if before is not None and self._is_second_name(before, dialogue):
                continue
            before = dialogue
            gap = self._gap_to_format(dialogue, first, last)
            if gap and is_only_subject(self.mentions, self.sentence, dialogue.span):
                continue  # "the Quad will figure in our talks"
            if gap is not None and (best is None or gap < best[0]):
                best = (gap, dialogue)
        if best is None:
            return None, None, ()
        known = self.knowledge.dialogues.get(best[1].key) if best[1].key else None
        if known is not None and known.organisation:
            return best[1].span, best[1].key, (known.organisation,)
        return best[1].span, best[1].key, best[1].parties

    def _is_second_name(self, named: DialogueMention, dialogue: DialogueMention) -> bool:
        """Whether a name only stands in brackets behind a longer one ('Security Consultative Committee ("2+2")')."""
        between = self.mentions.report.text[named.span.end - 1 : dialogue.span.start]
        return SECOND_NAME.fullmatch(between) is not None and len(named.name) > len(dialogue.name)

    def _gap_to_format(self, dialogue: DialogueMention, first: int, last: int) -> int | None:
        """How many tokens lie between the trigger and a format's name; None when it isn't the trigger's."""
        if first < self.last and self.first < last:
            return 0
        if self._is_subject_name(last) or self._is_relative_subject(last) or self._is_of_what_holds_it(first, last):
            return self.first - last
        known = self.knowledge.dialogues.get(dialogue.key) if dialogue.key else None
        is_format = known is None or known.organisation is None
        is_format = is_format or MEETS_SO.match(self.mentions.report.text, dialogue.span.end) is not None
        if is_format and self._is_said_to_be_part_of(first):
            return first - self.last if first - self.last <= FAR_FORMAT else None
        if self._is_its_purpose(dialogue, first, last):
            return first - self.last if first - self.last <= FAR_FORMAT else None
        if any(start <= last and first <= end for start, end in self.others):
            return None
        if any(min(last, self.last) <= start < max(first, self.first) for start, _ in self.others):
            return None
        between = self._words(min(last, self.last), max(first, self.first)).lower() + " "
        if first >= self.last and OF_THE_NEXT.search(between) is not None:
            return None  # "the talks were about preparations for the next Strategic Dialogue"
        is_met = self.trigger.shape == "encounter" and first >= self.last
        if EDGE.search(between) is not None or (is_met and BY_ITS_TIME.search(between) is not None):
            return None
        if first >= self.last and any(token.tag in {"VBD", "VBZ", "VBP"} for token in self.tokens[self.last : first]):
            return None  # what somebody did beside: "after talks in Bern, X criticised the contact group"
        if last <= self.first:
            limit = 3 if known is not None and known.organisation else 8
            return self.first - last if self.first - last <= limit else None
        if known is not None and known.organisation:
            is_near = re.fullmatch(
                r"(?:in |within |under )?(?:the )?(?:format )?(?:of )?(?:the )?[“\"«]?", between.strip() + " "
            )
            return first - self.last if is_near else None
        return first - self.last if first - self.last <= NEAR_FORMAT else None

    def _is_said_to_be_part_of(self, first: int) -> bool:
        """Whether two people met as part of the format whose name begins at a token."""
        if self.trigger.shape != "encounter" or first < self.last:
            return False
        return PART_OF.search(self._words(self.last, first) + " ") is not None

    def _is_its_purpose(self, dialogue: DialogueMention, first: int, last: int) -> bool:
        """Whether people met or were received for the meeting whose name begins at a token."""
        if self.trigger.shape != "encounter" or first < self.last:
            return False
        if any(start < last and first < end for start, end in self.others):
            return False  # a word for a meeting in the name tells of it by itself
        return is_purpose(self._words(self.last, first) + " ", dialogue.name)

    def _is_of_what_holds_it(self, first: int, last: int) -> bool:
        """Whether a format's name is followed by the verb for holding the occasion ("the Committee will hold its").

        Not behind a preposition: in "the envoys to the talks held an informal meeting" it isn't the talks that held it.
        """
        if self.trigger.shape != "occasion" or last >= self.first:
            return False
        before = self.mentions.report.text[self.sentence.span.start : self.tokens[first].start]
        if OF_OTHERS.search(before) is not None:
            return False
        return HOLDS_ITS.match(self._words(last, self.first) + " ") is not None

    def _is_subject_name(self, last: int) -> bool:
        """Whether a format's name is the subject of the verb ("the Joint Commission of A and B met")."""
        if self.trigger.shape != "encounter" or last > self.first:
            return False
        subject = self.tokens[last - 1]
        return subject.dep == "nsubj" and self.first <= subject.head < self.last

    def _is_relative_subject(self, last: int) -> bool:
        """Whether a format's name is followed by "which met"."""
        if self.trigger.shape != "encounter" or last > self.first:
            return False
        return WHICH.fullmatch(self._words(last, self.first).strip()) is not None

    def _ordinal(self) -> tuple[int | None, Span | None]:
        """The number that the text gives the occasion ("the eighth round", "2nd meeting")."""
        number = self._ordinal_before(self.first) if self.trigger.shape in {"occasion", "visit"} else (None, None)
        if number[0] == 1 and number[1] is not None and self._is_a_first_of_ones_own(number[1]):
            return None, None
        if number[1] is not None and self._is_within_a_time(number[1]):
            return None, None
        if number[0] is None and self.trigger.shape in {"visit", "travel"}:
            number = self._ordinal_in_apposition()
        if number[0] is None and self.trigger.shape == "occasion":
            number = self._round_number()
        if number[0] is None and self.trigger.shape in {"occasion", "encounter"}:
            number = self._number_behind(AS_THE_NTH)
        if number[0] is None and self.trigger.shape in {"occasion", "encounter"}:
            number = self._number_behind(ITS_NTH)
        format_span = self._format()[0]
        if number[0] is None and format_span is not None and format_span != self.span:
            number = self._ordinal_before(token_range(self.mentions, self.sentence, format_span)[0])
        return number

    def _is_within_a_time(self, number: Span) -> bool:
        """Whether the number counts those of a year or a month only ("their third meeting this year")."""
        told = self.mentions.report.text[self.sentence.span.start : number.start].rstrip()
        if YEARS_OWN.search(told) is not None:
            return True
        return self.last < self.sentence.last and WITHIN_A_TIME.match(" " + self._after_words(FIRST_REACH)) is not None

    def _round_number(self) -> tuple[int | None, Span | None]:
        """The number behind its "round" ("Round 46 of the Geneva discussions")."""
        match = ROUND_NUMBER.search(self._before_words(FAR_NUMBER) + " ")
        if match is None:
            return None, None
        group = next(name for name in ("word", "digits", "roman") if match[name])
        start = self.tokens[max(self.sentence.first, self.first - FAR_NUMBER)].start
        begin, end = match.span(group)
        value = {"word": cardinals(1, 20), "roman": {key.lower(): number for key, number in ROMAN.items()}}.get(group)
        number = int(match[group]) if value is None else value.get(match[group].lower())
        return (number, Span(self.span.report, start + begin, start + end)) if number else (None, None)

    def _number_behind(self, pattern: re.Pattern[str]) -> tuple[int | None, Span | None]:
        """The number that is told of it behind it ("met in Oslo, the sixth such meeting", "met, their third since")."""
        if self.last >= self.sentence.last:
            return None, None
        end = min([self.sentence.last, self.last + NTH_REACH])
        words, start = self._words(self.last, end), self.tokens[self.last].start
        match = pattern.search(words)
        if match is None or WITHIN_A_TIME.match(words[match.end() :]) is not None:
            return None, None
        number = ORDINAL.fullmatch(match["nth"])
        assert number is not None
        begin, finish = match.span("nth")
        return number_of(number), Span(self.span.report, start + begin, start + finish)

    def _ordinal_in_apposition(self) -> tuple[int | None, Span | None]:
        """The number told after it ("a visit to Oslo, his second as minister")."""
        end = min(self.sentence.last, self.last + APPOSITION_REACH)
        match = IN_APPOSITION.search(self._words(self.last, end))
        if match is None or self.last >= end:
            return None, None
        start = self.tokens[self.last].start
        word, digits = match["word"], match["digits"]
        number = ORDINALS[word.lower()] if word else int(digits)
        begin, finish = match.span("word" if word else "digits")
        return number, Span(self.span.report, start + begin, start + finish + (0 if word else 2))

    def _is_a_first_of_ones_own(self, ordinal: Span) -> bool:
        """Whether it is but somebody's first of many ("his first foreign trip", "the first meeting I’m taking")."""
        between = self.mentions.report.text[ordinal.end : self.span.start].lower().split()
        if self.trigger.shape == "visit" and OF_MANY & set(between):
            return True
        return OWN_FIRST.match(self._after_words(FIRST_REACH)) is not None

    def _ordinal_before(self, end: int) -> tuple[int | None, Span | None]:
        first = self._farthest(end)
        for index in range(end - 1, first - 1, -1):
            token = self.tokens[index]
            is_joined = self.tokens[index - 1].text == "-"  # "one-on-one"
            is_verb = token.pos == "VERB" and token.text not in ROMAN
            is_both = token.lower == "and" and self.tokens[index + 1].lower in AND_LAST  # "the third and final round"
            if is_verb or (token.lower in ENDS_NAME and not is_joined and not is_both):
                return None, None
            if token.lower == "of" and self.tokens[index - 1].lower not in ROUND_OF and not self._is_in_name(index):
                return None, None
            match = ORDINAL.fullmatch(token.text)
            if match and not self._is_other_number(index):
                number = number_of(match)
                tens = self._tens_before(index)
                start = self.tokens[index - 2].start if tens else token.start
                return tens + number, Span(self.span.report, start, token.end)
            is_before_noun = self.tokens[index + 1].text[:1].isupper() or self.tokens[index + 1].lower in ROUND_OF
            if token.text in ROMAN and is_before_noun and self._is_no_name(index - 1):
                return ROMAN[token.text], Span(self.span.report, token.start, token.end)
        return None, None

    def _farthest(self, end: int) -> int:
        """The first token in which a number is looked for; signs between the words of a name don't count."""
        left, index = FAR_NUMBER, end
        while left and index > self.sentence.first:
            index -= 1
            left -= self.tokens[index].text not in SIGNS
        return index

    def _is_in_name(self, index: int) -> bool:
        """Whether the word stands within a party's name ("the first UK-Republic of Korea meeting")."""
        start = self.tokens[index].start
        within = mentions_within(self.mentions.parties, self.sentence.span)
        return any(one.span.start < start < one.span.end for one in within)

    def _tens_before(self, index: int) -> int:
        """The tens of a number in two words: the twenty of "twenty-first"; 0 where there are none."""
        if index - 2 < self.sentence.first or self.tokens[index - 1].text not in {"-", "‑", "–"}:
            return 0
        return TENS.get(self.tokens[index - 2].lower, 0)

    def _is_no_name(self, index: int) -> bool:
        """Whether a word before a Roman numeral is no king or pope who bears it ("Pius XII", "Victoria II")."""
        token = self.tokens[index]
        return not token.text[:1].isupper() or token.text.isdigit() or token.lower in {"the", "this"}

    def _is_other_number(self, index: int) -> bool:
        """Whether an ordinal is no number in a series: "first of May", "the first day", "for the first time"."""
        following = self.tokens[index + 1].lower if index + 1 < self.sentence.last else ""
        token = self.tokens[index]
        if any(
            time.span.start <= token.start < time.span.end
            for time in mentions_within(self.mentions.times, self.sentence.span)
        ):
            return True
        if self.trigger.shape == "visit" and following in {"official", "working"}:
            return False
        if following == "ever" and self.tokens[index + 2].pos in {"ADJ", "NOUN", "PROPN"}:
            return False  # "the first ever meeting"
        return following in {
            "day",
            "time",
            "such",
            "since",
            "ever",
            "half",
            "quarter",
            "lady",
            "of",
            "deputy",
            "vice",
            "stage",
            "part",
            "phase",
            "leg",
            "in",
            "anniversary",
            "working",
            "face",
            "direct",
            "public",
            "official",
        }


OF_DOCUMENT = re.compile(r"\b\d{1,5} ?\($")
"""Before the year of a numbered document. Accepts "resolution 1718 ("; refuses "talks in Oslo ("."""


def is_year_of_document(text: str, year: Span) -> bool:
    """Whether the time is but the year in brackets that tells a numbered document from others.

    >>> text = "the panel set up by resolution 1718 (2006) held talks"
    >>> is_year_of_document(text, Span("r", 37, 41))
    True
    """
    is_alone = text[year.start : year.end].isdigit() and text[year.end : year.end + 1] == ")"
    return is_alone and OF_DOCUMENT.search(text[max(0, year.start - 8) : year.start]) is not None
