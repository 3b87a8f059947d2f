"""Whose office a name, a line of a letterhead or a host is: for texts whose outlet is in no table."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any
from urllib.parse import urlsplit

from aidememoire.knowledge.parties import Parties
from aidememoire.knowledge.tables import rows_of

_CHOICE = re.compile(r"\[([^\]]+)\]")
_MAX_LINE = 120  # characters of a line that may be a letterhead
_MAX_PLACE = 10  # words: "the United Nations Office and other International Organizations in Geneva"
_SMALL = frozenset({"the", "of", "and", "other", "in", "to", "at", "for"})
_OF = r"(?:\s*[,|:]\s*|\s+(?:of|for)\s+)(?:the\s+)?"
_SUFFIX = re.compile(
    r"(?:\s*[-–—,|(]\s*|\s+)(?:official (?:web)?site|website|press (?:service|office)|news|press)\)?$", re.I
)


@dataclass(frozen=True, slots=True)
class OfficialName:
    """The office that a name stands for."""

    party: str  # code of the state or organisation whose office it is
    words: str  # the words that say so


class OfficialNames:
    """Tells states' and organisations' offices by their names and hosts."""

    def __init__(self, parties: Parties) -> None:
        self._parties = parties
        lists = _lists()
        self._press = frozenset(lists["press"])
        self._organs: dict[str, str] = lists["organisation_offices"]
        self._hosts: dict[str, str] = lists["hosts"]
        self._labels = frozenset(lists["host_labels"].split())
        self._zones = frozenset(lists["government_zones"].split())
        self._own, self._sent_of, self._sent, self._held = _patterns()
        self._issued = re.compile(rf"^(?:{'|'.join(re.escape(one) for one in lists['issued'])})\s+(?:the\s+)?", re.I)

    def of_publisher(self, name: str) -> OfficialName | None:
        """Whose office a publisher's name is; a holder's title may be one: "President of X"."""
        return self.of_line(name) or self._named(name, (self._held,))

    def of_title(self, title: str) -> OfficialName | None:
        """Whose account a title says that it is: "Statement by the Ministry of Foreign Affairs of X"."""
        words = " ".join(title[: 2 * _MAX_LINE].split())
        return self.of_line(words) if self._issued.match(words) else None

    def of_line(self, name: str) -> OfficialName | None:
        """Whose office a line of a letterhead is; None for the press, for no office and for two parties'.

        "Ministry of Foreign Affairs of the Republic of X", "X Foreign Ministry", "Embassy of X in Y" (X's).
        """
        return self._named(name, (self._sent_of, self._sent, self._own))

    def _named(self, name: str, patterns: tuple[re.Pattern[str], ...]) -> OfficialName | None:
        words = " ".join(name[: 2 * _MAX_LINE].replace("’", "'").split()).strip(" .*|-–—")
        if not words or len(words) > _MAX_LINE or words.lower().startswith(("joint ", "opposition ")):
            return None
        words = self._issued.sub("", words)
        words = _SUFFIX.sub("", words).strip()
        bare = words.casefold().removeprefix("the ")
        if bare in self._organs:
            return OfficialName(self._organs[bare], words)
        if not self._press.isdisjoint(re.findall(r"[\w']+", bare)):
            return None
        for pattern in patterns:
            found = pattern.fullmatch(words)
            party = self._party(found) if found is not None else None
            if party is not None:
                return OfficialName(party, words)
        return None

    def of_host(self, address: str) -> OfficialName | None:
        """Whose pages lie at an address: "mfa.gov.xy", "gov.uk"; None for a town's, a province's and anybody's."""
        host = _host(address)
        labels = host.split(".")
        for index in range(len(labels) - 1):
            domain = ".".join(labels[index:])
            if domain in self._hosts:
                party = self._hosts[domain]
                is_own = domain != "gov.uk" or index == 0  # "leeds.gov.uk" is a town's
                return OfficialName(party, host) if party and is_own else None
        labels = [label for label in labels if label not in {"www", "en", "eng", "english", "old", "archive", "web"}]
        code = _domains().get(labels[-1]) if labels else None
        if code is None or len(labels) < 2 or len(labels) > 3:
            return None
        is_zone = labels[-2] in self._zones
        is_whole = is_zone and len(labels) == 2
        is_named = len(labels) == 3 and is_zone and labels[0] in self._labels
        is_office = len(labels) == 2 and labels[0] in {"mfa", "mofa", "mzv", "president", "presidency"}
        return OfficialName(code, host) if is_whole or is_named or is_office else None

    def _party(self, found: re.Match[str]) -> str | None:
        """The one party that the match's words before or behind the office name in full; None for none and for two."""
        groups = found.groupdict()
        place = (groups.get("place") or "").split()
        if len(place) > _MAX_PLACE or any(word[:1].islower() and word not in _SMALL for word in place):
            return None  # "X's embassy in London did not reply" is a sentence
        said = [words.strip(" ,()") for words in (groups.get("before"), groups.get("behind")) if words]
        codes = set()
        for words in said:
            party = self._parties.find(words.removeprefix("Royal ").removeprefix("ROYAL "))
            if party is None:
                return None
            codes.add(party.code)
        code = codes.pop() if len(codes) == 1 else None
        if code is None:
            return None
        is_public = self._parties.is_state(code) or self._parties.is_body(code)
        return code if is_public and not self._parties.is_movement(code) else None


@cache
def _lists() -> dict[str, Any]:
    return tomllib.loads(files("aidememoire.knowledge").joinpath("data/official_names.toml").read_text("utf-8"))


@cache
def _domains() -> dict[str, str]:
    """Top-level domain of a country → its code."""
    return {row["domain"]: row["code"] for row in rows_of("country_domains.tsv")}


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """Patterns of an office with its state before or behind it; of "Embassy of X in Y", "X Embassy"; of holders."""
    offices, missions, holders = (
        "|".join(_choices(one) for one in sorted(_lists()[name], key=len, reverse=True))
        for name in ("state_offices", "missions", "holders")
    )
    place = r"(?:(?:\s+(?:in|to|at|with)\s+|\s*[,–—-]\s*)(?P<place>.+))?"
    own = rf"(?:the\s+)?(?:(?P<before>[^,]+?)(?:'s)?\s+)??(?:{offices})(?:{_OF}(?P<behind>.+?))?"
    sent_of = rf"(?:the\s+)?(?:{missions})\s+of\s+(?:the\s+)?(?P<behind>.+?){place}"
    sent = rf"(?:the\s+)?(?P<before>.+?)(?:'s)?\s+(?:{missions}){place}"
    held = rf"(?:the\s+)?(?:{holders}){_OF}(?P<behind>.+)"
    return tuple(re.compile(pattern, re.I) for pattern in (own, sent_of, sent, held))


def _choices(name: str) -> str:
    """A name with its choices as a pattern."""
    parts = _CHOICE.split(name)
    return "".join(
        f"(?:{part})" if index % 2 else re.escape(part).replace(r"\ ", r"\s+") for index, part in enumerate(parts)
    )


def _host(address: str) -> str:
    words = address.strip().lower()
    if not words or " " in words or "." not in words:
        return ""
    try:
        return (urlsplit(words if "//" in words else f"//{words}").hostname or "").removeprefix("www.")
    except ValueError:
        return ""
