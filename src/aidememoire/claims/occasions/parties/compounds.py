"""Compounds: words with a hyphen between a preposition and a state's people ("Chilean-led", "top-ranking")."""

import re

DONE_BY = re.compile(
    r"[-–](?:led|backed|brokered|sponsored|mediated|drafted|born|based|held|controlled|run|occupied|trained|funded|"
    r"proposed|educated|made|built)\b",
    re.IGNORECASE,
)
"""Behind a state’s name that only says by whom: accepts "Chilean(-led)"; refuses "Chilean(-Peruvian)"."""

HYPHENS = frozenset("-–‐‑")
OF_RANK = re.compile(
    r"(?:(?:top|high|senior|mid|middle|low|working)[-–‐‑](?:ranking|ranked|level|powered|profile)"
    r"|newly[-–‐‑](?:appointed|elected|named)|[\w]+[-–‐‑](?:member|strong|man|person))\b",
    re.IGNORECASE,
)
"""Between a preposition and a state’s people: accepts "top-ranking", "12-member"; refuses "highest-ranking"."""


def tells_a_rank(text: str, start: int) -> bool:
    """Whether a word from ``start`` (code points) tells a rank or a number of people."""
    return OF_RANK.match(text, start) is not None
