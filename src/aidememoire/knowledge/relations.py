"""Relations: who is named only to say whose wife, envoy, deputy or predecessor somebody else is.

"The wife of the Chilean president, Ana Poe" is no president, and where "the envoy of President Roe, Juan Poe," came,
the president didn't.
"""

import re

_KIN = (
    r"(?:wife|husband|spouse|widow(?:er)?|fianc[eé]e?|partner|(?:half-|step)?(?:brother|sister|mother|father|son|daughter)"
    r"(?:-in-law)?|grand(?:father|mother|son|daughter)|uncle|aunt|cousin|nephew|niece)"
)
_SERVING = (
    r"(?:envoy|emissary|deputy|aide|advis[eo]r|assistant|spokes(?:man|woman|person)|representative|secretary|messenger"
    r"|negotiator|translator|interpreter|chief of staff|lawyer|stand-in)"
)
_HOUSE = r"(?:head|chief|director) of the (?:press (?:service|office)|secretariat|administration|office)"
_PREDECESSOR = r"(?:predecessor|successor|former boss|namesake|rival|challenger)"

_AIDING = r"(?:aide|advis[eo]r|assistant|chief of staff) (?:(?:for|on) (?:[\w-]+,? ){1,5})?to"

WHOSE = re.compile(
    rf"\b(?:(?P<kin>{_KIN}) of|(?P<serving>{_SERVING} of|{_AIDING})|{_PREDECESSOR} of|{_HOUSE} of)"
    r" (?:the |his |her )?(?:late |honou?rable )?$",
    re.IGNORECASE,
)
"""Before an office or a name: accepts "the wife of the (Chilean president)", "the head of the press office of the ",
"Adviser for Trade and Industry to the Honourable (Prime Minister)"; refuses "the head of the ", "envoy to the "."""

HIS_OWN = re.compile(
    rf"(?:['’]s?)? (?:(?!and\b|met\b|with\b|who\b)[\w-]+ ){{0,3}}?(?:{_KIN}|{_SERVING}|{_PREDECESSOR})\b"
    r"(?! (?:of|for) state\b)",
    re.IGNORECASE,
)
"""Behind a name, or "his": accepts "’s special envoy", " predecessor"; refuses "’s secretary of state", "’s talks"."""

OF_KIN = re.compile(
    rf"\b(?:his|her|their) (?:late |elder |younger |own )?(?:{_KIN}|{_PREDECESSOR}),? (?:(?:dr|mr|mrs|ms|prof)\.? )?$",
    re.IGNORECASE,
)
"""Before an office with a name, or a name: accepts "his father, (former president X)", "her husband, Dr (X)"; refuses
"his counterpart, "."""

RELATED = frozenset(
    "wife husband spouse widow brother sister mother father son daughter grandfather grandson uncle aunt cousin nephew "
    "niece predecessor successor".split()
)
"""Words that may stand between "his" and a name: "his father, Juan Poe"."""

REACH = 80  # code points before an office in which such words stand


def relation_before(text: str, start: int) -> re.Match[str] | None:
    """The words before an office or name that make it but tell whose relation another is; None where none do."""
    return WHOSE.search(text[max(0, start - REACH) : start])


def is_of_kin(text: str, start: int) -> bool:
    """Whether an office and name are those of another's father, wife or predecessor: "his father, President X"."""
    return OF_KIN.search(text[max(0, start - REACH) : start]) is not None


def is_only_whose(text: str, start: int, end: int) -> bool:
    """Whether somebody, from his office to his name's end, is named only to say whose envoy or wife another is."""
    if relation_before(text, start) is not None:
        return True
    return HIS_OWN.match(text, end) is not None and text[end : end + 1] in "'’"


def is_whose_own(text: str, end: int) -> bool:
    """Whether "his" before the words is said of one related to him: "his (predecessor)"."""
    return HIS_OWN.match(text, end) is not None
