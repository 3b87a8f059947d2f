"""The draft as an HTML page: what is asserted is marked, and each mark leads to what the register says.

One file without scripts, pictures or anything from elsewhere; every word of the draft and of reports is escaped, and
the page forbids the browser to run or load anything. It can be read with the keyboard alone, and on paper.
"""

from collections.abc import Iterator, Sequence
from html import escape
from itertools import pairwise

from aidememoire.views.checking.findings import Check, Evidence, Finding
from aidememoire.views.checking.forms import IN_WORDS, NOT_CHECKED, evidence_in_words, summary
from aidememoire.views.page import coverage_lines

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_STYLE = """
:root { color-scheme: light dark; --good: #1a7f37; --bad: #b42318; --soft: #8a6100; }
body { font: 1rem/1.55 system-ui, sans-serif; margin: 0 auto; max-width: 72rem; padding: 1rem; }
main { display: grid; gap: 2rem; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); }
@media (max-width: 60rem), print { main { display: block; } }
.skip { position: absolute; left: -999rem; } .skip:focus { position: static; }
.draft { white-space: pre-wrap; overflow-wrap: anywhere; }
mark { background: none; color: inherit; border-bottom: 0.2rem solid; padding-bottom: 0.05rem; }
mark.supported { border-color: var(--good); }
mark.unsupported { border-color: var(--bad); border-bottom-style: double; }
a { color: inherit; } mark a { text-decoration: none; }
mark sup { font-size: 0.7em; font-weight: 700; }
:focus-visible, :target { outline: 0.2rem solid #0969da; outline-offset: 0.15rem; }
ol.findings, ul.left { list-style: none; padding: 0; }
mark.left { border-color: var(--soft); border-bottom-style: dotted; }
ol.findings > li { border-left: 0.3rem solid; margin: 0 0 1.2rem; padding-left: 0.8rem; }
ol.findings > li.supported { border-left-color: var(--good); }
ol.findings > li.unsupported { border-left: 0.3rem double var(--bad); }
h3 { font-size: 1rem; margin: 0; }
blockquote { margin: 0.3rem 0 0.3rem 1rem; overflow-wrap: anywhere; }
.source { font-size: 0.9em; opacity: 0.85; }
del { color: var(--bad); } ins { color: var(--good); } .omit { opacity: 0.6; }
"""


def check_html(checks: Sequence[Check]) -> str:
    """One page on all the drafts."""
    title = checks[0].id if len(checks) == 1 else f"{len(checks)} drafts"
    body = "\n".join(part for number, check in enumerate(checks, 1) for part in _draft(check, number))
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<meta name="referrer" content="no-referrer">
<title>Check: {escape(title)}</title>
<style>{_STYLE}</style>
</head>
<body>
{body}
</body>
</html>
"""


def _draft(check: Check, number: int) -> Iterator[str]:
    anchor = f"d{number}"
    yield f"<header><h1>{escape(check.id)}</h1><p>{escape(summary(check))}.</p>"
    yield f'<a class="skip" href="#{anchor}-findings">Skip to the findings</a>'
    for problem in check.problems:
        yield f"<p><strong>{escape(problem.severity.value)}:</strong> {escape(problem.message)}</p>"
    yield "<p>What is not marked asserts nothing of the kinds that can be looked up.</p></header>"
    yield f'<main id="{anchor}"><section aria-label="The draft" class="draft">{_marked(check, anchor)}</section>'
    yield f'<section id="{anchor}-findings" aria-label="Findings"><h2>What the register says</h2><ol class="findings">'
    for index, finding in enumerate(check.findings, 1):
        yield _finding(finding, index, anchor)
    yield "</ol>"
    if check.unchecked:
        yield '<h2>Not checked</h2><ul class="left">'
        for item in check.unchecked:
            words = escape(_short(check.text[item.start : item.end]))
            yield f"<li><blockquote>{words}</blockquote><p>{escape(item.why)}.</p></li>"
        yield "</ul>"
    yield "</section></main><footer><h2>What the register has read</h2>"
    for line in coverage_lines(check.coverage):
        yield f"<p>{escape(line.cited)}</p>"
    yield "</footer>"


def _class(finding: Finding) -> str:
    return "supported" if finding.is_supported else "unsupported"


def _marked(check: Check, anchor: str) -> str:
    """The draft's text with its marks; where assertions overlap, the narrower one is marked inside the wider."""
    numbered = sorted(enumerate(check.findings, 1), key=lambda pair: pair[1].start)
    left = {(item.start, item.end) for item in check.unchecked}
    places = [*((finding.start, finding.end) for _, finding in numbered), *left]
    cuts = sorted({0, len(check.text), *(cut for place in places for cut in place)})
    pieces: list[str] = []
    open_now: list[tuple[int, Finding]] = []
    for start, end in pairwise(cuts):
        open_now = [pair for pair in open_now if pair[1].end > start]
        while numbered and numbered[0][1].start <= start:
            open_now.append(numbered.pop(0))
        if (start, end) in left:
            pieces.append(f'<mark class="left" title="{NOT_CHECKED}">{escape(check.text[start:end])}</mark>')
        else:
            pieces.append(_piece(check.text[start:end], open_now, start, anchor))
    return "".join(pieces)


def _piece(text: str, around: Sequence[tuple[int, Finding]], start: int, anchor: str) -> str:
    """A stretch of the text with the numbers of what begins there."""
    words = escape(text)
    if not around:
        return words
    index, finding = min(around, key=lambda pair: (pair[1].is_supported, pair[1].end - pair[1].start))
    begun = [number for number, one in around if one.start == start]
    links = "".join(
        f'<sup><a id="{anchor}-m{number}" href="#{anchor}-f{number}" aria-label="Finding {number}">{number}</a></sup>'
        for number in begun
    )
    return f'<mark class="{_class(finding)}" title="{index}: {escape(IN_WORDS[finding.status])}">{links}{words}</mark>'


def _finding(finding: Finding, index: int, anchor: str) -> str:
    rows = [
        f'<li id="{anchor}-f{index}" class="{_class(finding)}"><h3><a href="#{anchor}-m{index}">{index}</a>. '
        f"{escape(str(finding.asserted).capitalize())}: {escape(IN_WORDS[finding.status])}"
        + (f" (likeness {finding.score:.2f})" if finding.score is not None else "")
        + "</h3>",
        f"<blockquote>{escape(_short(finding.words))}</blockquote>",
    ]
    rows += [f"<p>{escape(fault.why)}.</p>" for fault in finding.faults]
    if finding.diff:
        rows.append(f"<p>{_diff(finding)}</p>")
    rows += [_evidence(item) for item in finding.evidence]
    rows += [f'<p class="source">{escape(note)}.</p>' for note in finding.notes]
    rows.append("</li>")
    return "\n".join(rows)


def _diff(finding: Finding) -> str:
    """The words of the report that are gone, and those that the draft has instead."""
    pieces = []
    for change in finding.diff:
        if change.op == "equal":
            pieces.append(escape(change.draft))
        elif change.op == "omit":
            pieces.append(f'<span class="omit">[… {escape(_short(change.source))} …]</span>')
        else:
            pieces.append(f"<del>{escape(change.source)}</del>" if change.source else "")
            pieces.append(f"<ins>{escape(change.draft)}</ins>" if change.draft else "")
    return " ".join(piece for piece in pieces if piece)


def _evidence(item: Evidence) -> str:
    name = escape(evidence_in_words(item))
    if item.report is None:
        return f'<p class="source">{name}</p>'
    is_web = item.url is not None and item.url.lower().startswith(("https://", "http://"))
    link = f'<a href="{escape(item.url or "", quote=True)}" rel="noreferrer">{name}</a>' if is_web else name
    return f'<blockquote>{escape(_short(item.words))}</blockquote><p class="source">{link}</p>'


def _short(words: str, letters: int = 400) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= letters else plain[:letters].rsplit(" ", 1)[0] + " …"
