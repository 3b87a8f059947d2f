"""Mentions of one short text, made by hand: real syntax, parties by a short list, so that a rule is tested alone."""

import re
from functools import cache

from aidememoire.language.syntax import find_syntax
from aidememoire.model import (
    Block,
    BlockRole,
    Mentions,
    NameForm,
    Nature,
    PartyMention,
    Report,
    Span,
)

NAMES = {
    "NAME": """Norway=NOR Poland=POL Chile=CHL Peru=PER Kenya=KEN Uganda=UGA India=IND Japan=JPN Italy=ITA Sweden=SWE
        Canada=CAN Germany=DEU France=FRA Ghana=GHA Togo=TGO Turkey=TUR Finland=FIN Serbia=SRB Egypt=EGY Brazil=BRA
        Paraguay=PRY Spain=ESP Morocco=MAR Austria=AUT Haiti=HTI Nepal=NPL Estonia=EST Cuba=CUB Angola=AGO Malta=MLT
        Libya=LBY Oman=OMN Qatar=QAT Romania=ROU Iran=IRN Chad=TCD Yemen=YEM Iceland=ISL Laos=LAO Georgia=GEO
        Greece=GRC Mali=MLI Niger=NER Vietnam=VNM Cyprus=CYP Jordan=JOR Syria=SYR Sudan=SDN Kuwait=KWT Russia=RUS
        Ukraine=UKR Iraq=IRQ Israel=ISR Gabon=GAB Bolivia=BOL Ecuador=ECU Belarus=BLR Latvia=LVA""",
    "ADJECTIVE": """Polish=POL Danish=DNK Hungarian=HUN Japanese=JPN Spanish=ESP American=USA Turkish=TUR Syrian=SYR
        Greek=GRC Iranian=IRN French=FRA Russian=RUS Israeli=ISR Kenyan=KEN Peruvian=PER Chilean=CHL Indian=IND
        Norwegian=NOR""",
    "METONYM": """Budapest=HUN Ankara=TUR Oslo=NOR Quito=ECU Madrid=ESP Hanoi=VNM Seoul=KOR Minsk=BLR Kyiv=UKR Cairo=EGY
        Rome=ITA Tripoli=LBY Lisbon=PRT Sofia=BGR Accra=GHA Manila=PHL Khartoum=SDN Lima=PER Riga=LVA Moscow=RUS
        Tehran=IRN Washington=USA Athens=GRC Havana=CUB Damascus=SYR""",
    "ABBREVIATION": "UN=UN EU=EU DPRK=PRK NATO=NATO",
}
LONG = {"the United States": "USA", "North Korea": "PRK", "Arab League": "Arab League", "Security Council": "UN"}


@cache
def _codes() -> dict[str, tuple[str, NameForm]]:
    found = {
        name: (code, NameForm[form])
        for form, pairs in NAMES.items()
        for name, code in (pair.split("=") for pair in pairs.split())
    }
    found.update({name: (code, NameForm.NAME) for name, code in LONG.items()})
    found["The United States"] = ("USA", NameForm.NAME)
    return found


@cache
def _pattern() -> re.Pattern[str]:
    names = sorted(_codes(), key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(map(re.escape, names)) + r")\b")


def report_of(text: str, side: str | None = None) -> Report:
    """A report with a block for each line."""
    blocks = tuple(
        Block(Span("r", match.start(), match.end()), BlockRole.BODY) for match in re.finditer(r"\S[^\n]*", text)
    )
    return Report(
        id="r",
        given_id="r",
        source="test",
        text=text,
        blocks=blocks,
        title=None,
        outlet=None,
        side=side,
        url=None,
        published=None,
        today=None,
        published_ground=None,
        language="en",
        nature=Nature.PUBLISHED,
        problems=(),
    )


def mentions_of(text: str, side: str | None = None) -> Mentions:
    """Syntax and parties of the text."""
    report = report_of(text, side)
    tokens, sentences, entities = find_syntax(report)
    parties = []
    for match in _pattern().finditer(text):
        code, form = _codes()[match.group()]
        parties.append(PartyMention(Span("r", match.start(), match.end()), code, (), form))
    return Mentions(report=report, tokens=tokens, sentences=sentences, entities=entities, parties=tuple(parties))
