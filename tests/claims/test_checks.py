"""Sentence → why the marked deed is not asserted. The deed stands in square brackets."""

import pytest

from aidememoire.claims import checks, conditions, tenses
from aidememoire.claims.tenses import Tense
from aidememoire.language.syntax import find_syntax
from aidememoire.model import Block, BlockRole, Mentions, Nature, Report, Sentence, Span


def marked(text: str) -> tuple[Mentions, Sentence, Span]:
    """The mentions of a sentence, the sentence and the span of what stands in square brackets."""
    start, end = text.index("["), text.index("]") - 1
    plain = text.replace("[", "").replace("]", "")
    block = Block(Span("r", 0, len(plain)), BlockRole.BODY)
    report = Report(
        "r", "r", "test", plain, (block,), None, None, None, None, None, None, None, "en", Nature.UNKNOWN, ()
    )
    tokens, sentences, entities = find_syntax(report)
    mentions = Mentions(report=report, tokens=tokens, sentences=sentences, entities=entities)
    span = Span("r", start, end)
    sentence = next(sentence for sentence in sentences if sentence.span.overlaps(span))
    return mentions, sentence, span


WITHHELD = [
    # denied
    ("The two ministers did not [meet] in Vienna.", "denied"),
    ("The two ministers did not, as some papers had it, [meet] in Vienna.", "denied"),
    ("No [meeting] took place on Friday.", "denied"),
    ("The [meeting] did not take place.", "denied"),
    ("The planned [talks] were never held.", "denied"),
    ("The ministry denied that the envoys had [met].", "denied"),
    ("The premier ruled out a [meeting] with the rebels.", "denied"),
    ("The premier has ruled out [meeting] the rebels.", "denied"),
    ("Ankara refused to [meet] the delegation.", "denied"),
    ("A [meeting] between the two was ruled out by both sides.", "denied"),
    ("There are no plans for a [meeting] in Geneva.", "denied"),
    ("The ministers never [met] face to face.", "denied"),
    ("Neither president [met] the mediator.", "denied"),
    ("The sides failed to [agree] on a date.", "denied"),
    ("They left without [meeting] the mediator.", "denied"),
    ("The minister won't [travel] to Oslo.", "denied"),
    ("The sides cannot [meet] this week.", "denied"),
    ("The ministry denied that the envoys had come and the presidents had [met].", "denied"),
    ("The ministers did not come and [speak] on Friday.", "denied"),
    # conditional
    ("If the ministers [meet] in May, they will talk about fishing.", "conditional"),
    ("There will be no calm unless the two sides [meet].", "conditional"),
    ("In the event of a [meeting] the press will be told.", "conditional"),
    ("He will fly to Riga if the president [receives] him.", "conditional"),
    ("If any of the envoys [meet] him, he will talk.", "conditional"),
    ("It is unclear what happens if any envoy [leaves].", "conditional"),
    # hypothetical
    ("The leaders could [meet] in autumn.", "hypothetical"),
    ("The two leaders might [visit] the island together.", "hypothetical"),
    ("A possible [summit] was on everybody's lips.", "hypothetical"),
    ("The prospect of [talks] lifted the markets.", "hypothetical"),
    ("It would be good to see the two [meet] one day.", "hypothetical"),
    ("The leader has not ruled out a [meeting].", "hypothetical"),
    # question
    ("Will the two presidents [meet] in Bali?", "question"),
    ("It was not clear whether the ministers would [meet].", "question"),
    ("Asked if the two had [met], the spokesman smiled.", "question"),
    # wish
    ("The chancellor hopes to [meet] the president soon.", "wish"),
    ("The opposition called for [talks] with Minsk.", "wish"),
    ("The parties should [meet] without delay.", "wish"),
    ("The minister would like to [visit] Quito.", "wish"),
    ("The bishop urged the sides to [meet].", "wish"),
    # generic
    ("The two ministers regularly [meet] in Vienna.", "generic"),
    ("The committee [meets] every year in Lima.", "generic"),
    ("At [meetings] such as these nobody takes notes.", "generic"),
    ("Such [meetings] are useful.", "generic"),
    ("Any [meeting] would be welcome.", "generic"),
    ("The ministries promote [contacts] at all levels.", "generic"),
    # asserted
    ("The ministers [met] in Vienna on Tuesday.", None),
    ("The ministers not only [met] but dined.", None),
    ("The ministers will [meet] no later than Friday.", None),
    ("He said the ministers would [meet] on Friday.", None),
    ("The treaty was not signed at the [meeting].", None),
    ("They did not sign the treaty when they [met] in Rome.", None),
    ("The [talks] ended without a result.", None),
    ("The minister denied the charges after he [met] the ambassador.", None),
    ("If it rains they stay inside, but on Friday the ministers [met] outside.", None),
    ("The two [meetings] in May were short.", None),
    ("The president [visited] Oslo, which had no airport.", None),
    ("The sides did not sign anything, and the ministers [met] again in May.", None),
    ("The sides agreed to [step up] joint exercises.", None),
    ("There was no storm and the ministers [met] in Rome.", None),
    ("The envoys did not come and the ministers [met] alone.", None),
]


@pytest.mark.parametrize(("text", "expected"), WITHHELD, ids=[text for text, _ in WITHHELD])
def test_why_withheld(text: str, expected: str | None) -> None:
    assert checks.why_withheld(*marked(text)) == expected


TENSES = [
    ("The ministers [met] in Vienna.", Tense.PAST),
    ("The ministers have [met] in Vienna.", Tense.PERFECT),
    ("The ministers are [meeting] in Vienna.", Tense.ONGOING),
    ("The ministers [meet] in Vienna.", Tense.PRESENT),
    ("The ministers will [meet] in Vienna.", Tense.FUTURE),
    ("The ministers are to [meet] in Vienna.", Tense.FUTURE),
    ("The ministers are scheduled to [meet] in Vienna.", Tense.FUTURE),
    ("The ministers are going to [meet] in Vienna.", Tense.FUTURE),
    ("The ministers would [meet] in Vienna.", Tense.CONDITIONAL),
    ("The ministers agreed to [meet] in Vienna.", Tense.FUTURE),
    ("The [meeting] was held in Vienna.", Tense.PAST),
    ("The [meeting] will be held in Vienna.", Tense.FUTURE),
    ("The [talks] are taking place in Vienna.", Tense.ONGOING),
]


@pytest.mark.parametrize(("text", "expected"), TENSES, ids=[text for text, _ in TENSES])
def test_tense_of(text: str, expected: Tense) -> None:
    assert tenses.tense_of(*marked(text)) is expected


CONDITIONAL = [
    ("If the truce holds, the ministers will [meet] in May.", True),
    ("The ministers will [meet] in May.", False),
    ("Even if it rains the ministers will [meet] in May.", False),
    # "if any" stands for no clause of its own
    ("What quotas if any the ministers will [set] is their affair.", False),
    ("Few ministers, if any, will [meet] in May.", False),
    ("Few ministers will [meet] in May if any of them falls ill.", True),
    ("If any truce holds, the ministers will [meet] in May.", True),
    # without "if"
    ("Should Finland apply, its president will [travel] to Riga.", True),
    ("Should the ministers, with so little to say, [meet]?", False),
    ("Had the truce held, the ministers would [meet] in May.", True),
    ("Were there 20 ships, as he said, the ministers would [meet] in May.", True),
    ("Shoulder to shoulder, the ministers will [meet] in May.", False),
]


@pytest.mark.parametrize(("text", "expected"), CONDITIONAL, ids=[text for text, _ in CONDITIONAL])
def test_is_conditional(text: str, expected: bool) -> None:
    assert conditions.is_conditional(*marked(text)) is expected
