"""Lines of a text by what they are for: date lines, labels, links, turns, and ends of sentences."""

import re

from aidememoire.knowledge.calendar_names import A_MONTH, A_WEEKDAY

# A line that ends so is a whole paragraph; any other may go on in the next line.
FINISHED = re.compile(r"[.!?:;…][\"'”’“»)\]]*$|[\"”»]$")
WORD = re.compile(r"\w+", re.UNICODE)

SEE_ALSO = re.compile(
    r"(?i)^(see also|related( (stories|links|articles))?|read (more|also)|more on this story)\b.{0,20}$"
)
LINK = re.compile(
    r"(?i)^(?:(?:go|jump|back) to \w[\w ]{0,30}|(?:read|watch|listen|view|see|download|print|share|click)\b"
    r"(?: (?:more|also|here|full|the full|this|now|live|video|transcript|interview|article|text|story|pdf))+[\w ]{0,20}"
    r"|related|related (?:stories|links|articles)|more|subscribe[\w ]{0,30}|advertisement|share this[\w ]{0,20})\W*$"
)
LABEL = re.compile(
    r"(?i)^(?:office of the (?:press secretary|spokesperson)|media note|fact sheet"
    r"|press (?:release|statement|availability)|statement|remarks|readout|for immediate release"
    r"|via (?:teleconference|telephone)|background information"
    r"|the (?:following|below) (?:statement |text |readout )?(?:is|was|are) (?:attributable to|released by|issued by).*"
    r"|\W{1,9}|end|<…>|\(?as (?:delivered|prepared)[\w ]{0,20}\)?)\W*$"
)
NAME_AND_OFFICE = re.compile(  # "Jane A. Doe, Secretary of State": the signature line over a release
    r"^(?:[A-Z][\w.’'-]*\s){1,4}[A-Z][\w’'-]+,\s(?=.*(?:Secretary|Minister|Spokes|President|Director|Ambassador|Assistant"
    r"|Deputy|Envoy|Representative|Nominee|Administrator|Counsel|Coordinator|Chief|Chair))"
    r"(?:[A-Z][\w’'-]++|of|the|for|and|to|,|\s)++$"  # possessive: a word in capitals is not tried in all its parts
)
DATE_LINE = re.compile(
    rf"(?i)^(?:[A-Z][\w.' -]{{2,40}}, )?(?:{A_WEEKDAY},? )?"
    rf"(?:{A_MONTH}\s+\d{{1,2}},?\s+\d{{4}}"
    rf"|\d{{1,2}}\s+{A_MONTH}\s+\d{{4}})"
    r"(?:,? \d{1,2}:\d{2}.{0,60})?$"
)
TURN_OR_LIST = re.compile(r"^(?:[-–—•*·▪]\s|\(?\d{1,2}[.)]\s|[A-Z][A-Z .’'-]+:|Q:?\s)")


def same_words(a: str, b: str) -> bool:
    """Whether two lines say the same but for punctuation and case."""
    return [w.lower() for w in WORD.findall(a)] == [w.lower() for w in WORD.findall(b)]
