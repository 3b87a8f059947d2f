"""Rule sets that other packages add, through the entry point group ``aidememoire.rules``.

A rule set is a callable ``(Mentions, Knowledge) → Iterable[Proposal | Refusal]``. What it gives is held against the
report before it counts: a faulty plugin becomes a Problem, never a crash and never a claim without words.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from itertools import islice
from typing import Any

import msgspec

from aidememoire.model import (
    VALUES_OF,
    ClaimKind,
    Mentions,
    Problem,
    Proposal,
    Refusal,
    Severity,
    Span,
    Values,
)

GROUP = "aidememoire.rules"
# A rule set that never ends must not stop a thousand reports; so many claims has no report.
MOST_PROPOSALS = 10_000

# The second argument is aidememoire.knowledge.Knowledge, which this module passes on and never looks into.
RuleSet = Callable[[Mentions, Any], Iterable[Proposal | Refusal]]

# Who held an office is no rule set's to say: that rests on the tables.
_VALUES_OF: dict[ClaimKind, type[Values]] = {
    kind: values for kind, values in VALUES_OF.items() if kind is not ClaimKind.TENURE
}
# Fields that hold the report's own words: a value that doesn't stand in the text is made up.
_VERBATIM: dict[ClaimKind, tuple[str, ...]] = {
    ClaimKind.MEETING: ("format", "sidelines"),
    ClaimKind.STATEMENT: ("content", "cue", "occasion", "addressee"),
    ClaimKind.COMMITMENT: ("content", "due_words"),
    ClaimKind.STATUS: ("subject", "cause"),
    ClaimKind.DIALOGUE: ("name",),
    ClaimKind.EVENT: (),
    ClaimKind.ACT: ("what",),
}
# Fields that need words of their own, or a sentence that says from what they were inferred.
_GROUNDED = (
    "parties participants date place ordinal format host topics speaker speaker_party content cue made_by due "
    "due_words conditions subject since cause causes who what source target name initiative sidelines"
).split()


@dataclass(frozen=True, slots=True)
class Plugin:
    """One rule set that a package offers."""

    name: str  # of the entry point; stands in the rule of every claim that it makes
    value: str  # "module:object"
    package: str | None  # distribution that offers it
    version: str | None  # of the distribution
    rules: RuleSet | None  # None: it could not be loaded
    fault: str | None  # why not

    def __str__(self) -> str:
        return f"{self.name} ({self.package} {self.version})" if self.package else self.name


class _JunkError(Exception):
    """What a rule set gave can't be kept, and why."""

    def __init__(self, why: str, span: Span | None = None) -> None:
        super().__init__(why)
        self.span = span


@cache
def installed() -> tuple[Plugin, ...]:
    """The rule sets of all installed packages, in order of name; those that can't be loaded say why."""
    found: list[Plugin] = []
    for point in sorted(entry_points(group=GROUP), key=lambda point: (point.name, _package(point) or "")):
        plugin = _load(point)
        if any(plugin.name == other.name for other in found):
            plugin = replace(plugin, rules=None, fault="another package offers a rule set of this name")
        found.append(plugin)
    return tuple(found)


def signature() -> str:
    """The loaded rule sets with their versions, to name a reading by: "" without any.

    A report that was read without a rule set is due to be read again with it.
    """
    return ", ".join(f"{plugin.name} {plugin.version or '?'}" for plugin in installed() if plugin.rules)


def proposals(
    mentions: Mentions, knowledge: Any, plugins: Sequence[Plugin] | None = None
) -> tuple[list[Proposal | Refusal], list[Problem]]:
    """What the rule sets propose and refuse in one report, and what is wrong with them.

    Whatever a plugin does, this returns: what it gave before it failed is kept if it is sound.
    """
    found: list[Proposal | Refusal] = []
    problems: list[Problem] = []
    for plugin in installed() if plugins is None else plugins:
        if plugin.rules is None:
            message = f"the plugin {plugin} could not be loaded: {plugin.fault}"
            problems.append(Problem(Severity.NOTICE, mentions.report.source, None, "plugins.load", message))
            continue
        given, faults = _ask(plugin, plugin.rules, mentions, knowledge)
        found += given
        problems += faults
    return found, problems


def _package(point: EntryPoint) -> str | None:
    return point.dist.name if point.dist else None


def _load(point: EntryPoint) -> Plugin:
    version = point.dist.version if point.dist else None
    fault = None
    rules: Any = None
    try:
        rules = point.load()
    except (Exception, SystemExit) as error:  # another's module may do anything when it is imported
        fault = f"{type(error).__name__}: {error}"
    else:
        if not callable(rules):
            rules, fault = None, f"{point.value} is no callable but {_named(rules)}"
    return Plugin(point.name, point.value, _package(point), version, rules, fault)


def _ask(
    plugin: Plugin, rules: RuleSet, mentions: Mentions, knowledge: Any
) -> tuple[list[Proposal | Refusal], list[Problem]]:
    """The sound part of what the rule set gives, and its faults."""
    given: list[Any] = []
    faults: list[Problem] = []
    try:
        for item in islice(rules(mentions, knowledge), MOST_PROPOSALS + 1):
            given.append(item)
    except (Exception, SystemExit) as error:  # another's code: one report must not stop a thousand others
        why = f"it failed ({type(error).__name__}: {error})"
        faults.append(_problem(plugin, mentions, "plugins.fault", why))
    if len(given) > MOST_PROPOSALS:
        given.pop()
        faults.append(_problem(plugin, mentions, "plugins.fault", f"it gave more than {MOST_PROPOSALS} proposals"))
    sound: dict[str, Proposal] = {}
    refusals: list[Refusal] = []
    for item in given:
        try:
            if isinstance(item, Refusal):
                refusals.append(_checked_refusal(item, plugin, mentions))
            else:
                proposal = _checked(item, plugin, mentions)
                if proposal.key in sound:
                    raise _JunkError(f"it gave two proposals with the key {item.key!r}", proposal.evidence[0])
                sound[proposal.key] = proposal
        except _JunkError as junk:
            faults.append(_problem(plugin, mentions, "plugins.junk", str(junk), junk.span))
    return [*sound.values(), *refusals], faults


def _problem(plugin: Plugin, mentions: Mentions, rule: str, why: str, span: Span | None = None) -> Problem:
    return Problem(Severity.REFUSAL, mentions.report.source, span, rule, f"the plugin {plugin}: {why}")


def _named(value: object) -> str:
    return f"a {type(value).__name__}"


def _checked_refusal(item: Refusal, plugin: Plugin, mentions: Mentions) -> Refusal:
    _check_spans((item.span,), mentions)
    if item.kind not in set(ClaimKind) or not isinstance(item.why, str) or not item.why:
        raise _JunkError("it gave a Refusal without a known kind or a reason", item.span)
    return replace(item, kind=str(item.kind), rule=_rule(plugin, item.rule))


def _checked(item: object, plugin: Plugin, mentions: Mentions) -> Proposal:
    """The proposal with its values in order, its plugin in its key and rule; raises _JunkError where it is unsound."""
    if not isinstance(item, Proposal):
        raise _JunkError(f"it gave {_named(item)}, which is no Proposal or Refusal")
    if not isinstance(item.key, str) or item.kind not in _VALUES_OF:
        raise _JunkError("it gave a Proposal without a key in words or a known kind")
    evidence, spans, inferred = _checked_places(item, mentions)
    values = _checked_values(item, plugin, mentions, evidence[0])
    if not isinstance(item.confidence, (int, float)) or not 0 <= item.confidence <= 1:
        raise _JunkError(f"it gave the confidence {item.confidence!r}, which is not between 0 and 1", evidence[0])
    grounded = {name for name, _ in (*spans, *inferred)}
    bare = [name for name in _GROUNDED if getattr(values, name, None) and name not in grounded]
    return Proposal(
        key=_key(plugin, item.key),
        kind=ClaimKind(item.kind),
        values=values,
        evidence=evidence,
        spans=spans,
        inferred=(*inferred, *((name, f"the plugin {plugin.name} names no words for it") for name in bare)),
        attributed_to=item.attributed_to if isinstance(item.attributed_to, str) else None,
        confidence=float(item.confidence),
        rule=_rule(plugin, item.rule),
    )


Fields = tuple[tuple[str, tuple[Span, ...]], ...]


def _checked_places(item: Proposal, mentions: Mentions) -> tuple[tuple[Span, ...], Fields, tuple[tuple[str, str], ...]]:
    """Evidence, spans by field and reasons of what was inferred, each of the right shape and within the report."""
    try:
        evidence = tuple(item.evidence)
        spans = tuple((str(name), tuple(places)) for name, places in item.spans)
        inferred = tuple((str(name), str(why)) for name, why in item.inferred)
    except (TypeError, ValueError) as error:
        raise _JunkError(f"it gave spans of another shape than the model's ({error})") from error
    if not evidence:
        raise _JunkError("it gave a Proposal without evidence: no words, no entry")
    _check_spans(evidence, mentions)
    for _, places in spans:
        _check_spans(places, mentions)
    return evidence, tuple((name, places) for name, places in spans if places), inferred


def _check_spans(spans: Iterable[object], mentions: Mentions) -> None:
    report = mentions.report
    for span in spans:
        if not isinstance(span, Span):
            raise _JunkError(f"it gave {_named(span)} where a Span is due")
        if span.report != report.id or span.end > len(report.text):
            raise _JunkError(f"it gave the span [{span.start}, {span.end}), which lies outside the report")


def _checked_values(item: Proposal, plugin: Plugin, mentions: Mentions, where: Span) -> Values:
    """The values, of the types and closed sets of the model, their words verbatim, their links the plugin's own."""
    wanted = _VALUES_OF[ClaimKind(item.kind)]
    if not isinstance(item.values, wanted):
        raise _JunkError(f"it gave {_named(item.values)} for a {item.kind}", where)
    try:
        values: Any = msgspec.convert(msgspec.to_builtins(item.values), wanted)
    except (TypeError, ValueError) as error:  # msgspec.ValidationError is a ValueError
        raise _JunkError(f"it gave values that are not the model's ({error})", where) from error
    for name in _VERBATIM.get(ClaimKind(item.kind), ()):
        words = getattr(values, name)
        if words and words not in mentions.report.text:
            raise _JunkError(f"it gave words for {name} that do not stand in the report: {words[:80]!r}", where)
    for name in ("parties", "made_by", "who"):
        if hasattr(values, name):
            values = replace(values, **{name: tuple(sorted(set(getattr(values, name))))})
    for name in ("part_of", "made_at"):
        if linked := getattr(values, name, None):
            values = replace(values, **{name: _key(plugin, linked)})
    checked: Values = values
    return checked


def _key(plugin: Plugin, key: str) -> str:
    return f"plugin.{plugin.name}.{key}"


def _rule(plugin: Plugin, rule: object) -> str:
    return f"plugin.{plugin.name}.{rule}" if rule else f"plugin.{plugin.name}"
