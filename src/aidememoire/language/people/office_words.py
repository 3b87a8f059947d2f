"""The words that offices are made of, as sets: for every finder of offices and persons."""

from aidememoire.knowledge.calendar_names import CALENDAR_NAMES

HYPHENS = frozenset({"-", "‐", "‑", "–"})
POSSESSIVES = frozenset({"'s", "’s", "'", "’", "`s", "´s"})
SECRETARIES = frozenset({"secretary", "secretaries"})
ARTICLES = frozenset({"the", "a", "an"})
JOINERS = frozenset({"and", ",", "&", "/"})
# "the president of the club": these are an office of a party only where no other body is named after "of".
HEADING_OFFICES = frozenset(
    {"president", "leader", "chairman", "head", "chief", "secretary general", "secretary-general", "director general"}
)
COMPANY_OFFICES = HEADING_OFFICES | {
    "director",
    "chair",
    "chairwoman",
    "chairperson",
    "chief executive",
    "ceo",
    "governor",
    "commissioner",
    "administrator",
    "undersecretary",
}
MAX_PORTFOLIO = (
    9  # words: "Minister of Foreign Affairs, International Business and Diaspora Relations"; not a whole list
)
INSTITUTIONS = frozenset(
    "ministry department council committee commission parliament assembly senate congress duma government office "
    "secretariat agency bureau service bank fund union federation court army corps command university institute "
    "administration executive board chamber house party movement republic region unit centre center foundation "
    "program programme academy association society authority organization organisation district territory college "
    "hospital museum caucus coalition initiative mission branch division directorate section command".split()
)
PRIVATE = frozenset({"association", "society", "federation", "union", "foundation", "club", "university", "college"})
# Last words of organisations' names by which they are called in short: "the League", "the Fund".
SHORT_NAMES = frozenset({"league", "commission", "union", "alliance", "agency", "bank", "fund", "tribunal", "bloc"})
MAX_SKIPPED = 4  # words between party and office: "Iran's newly appointed hardline foreign minister"; not a clause
WEEKDAYS_MONTHS = CALENDAR_NAMES | frozenset("gmt est edt bst cet today yesterday tomorrow then when while".split())
# Offices of a ministry that many states have: "Peru's MFA Political Director", of no body of that name alone.
OF_MINISTRIES = frozenset({"director", "director general", "political director", "permanent secretary"})
# Bodies that are a state's where its name stands before them as an owner's.
STATE_BODIES = frozenset(
    "forces force army navy military intelligence police directorate guard troops agency bureau regulator region "
    "province territory oblast governorate council committee commission ministry parliament senate congress service "
    "assembly duma "
    "secretariat staff mission embassy authority presidency party".split()
)
