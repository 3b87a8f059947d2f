"""Rule sets of other packages: what is sound counts, what is not becomes a Problem, nothing crashes."""

import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from aidememoire import plugins
from aidememoire.knowledge import shipped
from aidememoire.model import (
    ActValues,
    ClaimKind,
    CommitmentValues,
    MeetingKind,
    MeetingState,
    MeetingValues,
    Mentions,
    Proposal,
    Refusal,
    Severity,
    Span,
    StatementValues,
    Strength,
)
from aidememoire.plugins import MOST_PROPOSALS, Plugin
from tests.claims.by_hand import mentions_of, report_of

TEXT = "Norway and Chile agreed to plant ten thousand trees on the border of the Antarctic."
Install = Callable[..., None]

GOOD_RULES = """
from aidememoire.model import ClaimKind, CommitmentValues, Proposal, Strength


def find_trees(mentions, knowledge):
    text = mentions.report.text
    for sentence in mentions.sentences:
        words = mentions.words(sentence.span)
        start = words.find("plant ")
        if start < 0:
            continue
        content = mentions.report.span(sentence.span.start + start, sentence.span.end)
        yield Proposal(
            key="trees",
            kind=ClaimKind.COMMITMENT,
            values=CommitmentValues(mentions.words(content), ("NOR", "CHL"), Strength.AGREED),
            evidence=(sentence.span,),
            spans=(("content", (content,)),),
            rule="planting",
        )
"""


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Install]:
    """Installs a package as pip leaves it: a module and a ``dist-info`` with entry points."""
    monkeypatch.syspath_prepend(str(tmp_path))

    def install_it(name: str, code: str, points: str, version: str = "1.0") -> None:
        (tmp_path / f"{name}.py").write_text(code, encoding="utf-8")
        info = tmp_path / f"{name}-{version}.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n", encoding="utf-8")
        (info / "entry_points.txt").write_text(f"[aidememoire.rules]\n{points}\n", encoding="utf-8")
        plugins.installed.cache_clear()

    before = set(sys.modules)
    yield install_it
    plugins.installed.cache_clear()
    for name in set(sys.modules) - before:
        if str(getattr(sys.modules[name], "__file__", "")).startswith(str(tmp_path)):
            del sys.modules[name]


def meeting(**changes: Any) -> Proposal:
    """A sound proposal, but for what is changed."""
    fields: dict[str, Any] = {
        "key": "m",
        "kind": ClaimKind.MEETING,
        "values": MeetingValues(MeetingKind.TALKS, MeetingState.HELD, ("NOR", "CHL")),
        "evidence": (Span("r", 0, 16),),
        "spans": (("parties", (Span("r", 0, 6), Span("r", 11, 16))),),
        "rule": "talks",
    }
    return Proposal(**{**fields, **changes})


def asked(*given: object) -> tuple[list[Proposal | Refusal], list[str]]:
    """What is kept of what a plugin gives, and the messages of its faults."""

    def rules(mentions: Mentions, knowledge: object) -> Iterable[Any]:
        return given

    plugin = Plugin("trees", "trees:find", "trees", "1.0", rules, None)
    found, problems = plugins.proposals(Mentions(report_of(TEXT)), shipped(), [plugin])
    assert all(problem.severity is Severity.REFUSAL for problem in problems)
    return found, [problem.message for problem in problems]


# Loading.


def test_an_installed_package_adds_its_rules(install: Install) -> None:
    install("forest_rules", GOOD_RULES, "forest = forest_rules:find_trees")
    (plugin,) = plugins.installed()
    assert (plugin.name, plugin.package, plugin.version, plugin.fault) == ("forest", "forest_rules", "1.0", None)
    assert plugins.signature() == "forest 1.0"
    found, problems = plugins.proposals(mentions_of(TEXT), shipped())
    assert not problems
    (proposal,) = found
    assert isinstance(proposal, Proposal)
    assert proposal.rule == "plugin.forest.planting"
    assert proposal.key == "plugin.forest.trees"
    assert isinstance(proposal.values, CommitmentValues)
    assert proposal.values.made_by == ("CHL", "NOR")  # in order of code, as everywhere
    assert dict(proposal.inferred) == {"made_by": "the plugin forest names no words for it"}


def test_the_example_of_the_documentation(install: Install) -> None:
    page = (Path(__file__).parent.parent / "docs" / "how-to" / "add-a-rule-set.md").read_text(encoding="utf-8")
    code = page.split("```python\n")[1].split("```")[0]
    install("forest_rules", code, "forest = forest_rules:find_trees")
    (proposal,), problems = plugins.proposals(mentions_of(TEXT), shipped())
    assert not problems
    assert isinstance(proposal, Proposal)
    assert isinstance(proposal.values, CommitmentValues)
    assert proposal.values.made_by == ("CHL", "NOR")
    assert proposal.values.content.startswith("plant ten thousand trees")
    assert not proposal.inferred


def test_without_plugins_nothing_is_added() -> None:
    plugins.installed.cache_clear()
    assert plugins.proposals(Mentions(report_of(TEXT)), shipped(), []) == ([], [])


@pytest.mark.parametrize(
    ("code", "point", "message"),
    [
        ("import no_such_module_at_all", "x = broken_rules:find", "ModuleNotFoundError"),
        ("raise RuntimeError('no licence')", "x = broken_rules:find", "RuntimeError: no licence"),
        ("import sys; sys.exit(3)", "x = broken_rules:find", "SystemExit: 3"),
        ("find = 7", "x = broken_rules:find", "no callable but a int"),
        ("", "x = broken_rules:find", "AttributeError"),
        ("def find(:", "x = broken_rules:find", "SyntaxError"),
        ("", "x = no_such_rules:find", "ModuleNotFoundError"),
    ],
)
def test_what_cannot_be_loaded_is_a_notice(install: Install, code: str, point: str, message: str) -> None:
    install("broken_rules", code, point)
    (plugin,) = plugins.installed()
    assert message in str(plugin.fault)
    assert plugins.signature() == ""
    found, (problem,) = plugins.proposals(Mentions(report_of(TEXT)), shipped())
    assert not found
    assert problem.severity is Severity.NOTICE
    assert message in problem.message


def test_two_packages_of_one_name_do_not_both_count(install: Install) -> None:
    install("first_rules", "def find(mentions, knowledge): return []", "same = first_rules:find")
    install("second_rules", "def find(mentions, knowledge): return []", "same = second_rules:find")
    first, second = plugins.installed()
    assert (first.package, first.fault) == ("first_rules", None)
    assert second.rules is None
    assert "another package" in str(second.fault)


# What a rule set gives.


def test_a_rule_set_that_fails_keeps_what_it_gave_before() -> None:
    def rules(mentions: Mentions, knowledge: object) -> Iterator[Proposal]:
        yield meeting()
        raise ZeroDivisionError("no trees")

    plugin = Plugin("trees", "trees:find", None, None, rules, None)
    found, (problem,) = plugins.proposals(Mentions(report_of(TEXT)), shipped(), [plugin])
    assert len(found) == 1
    assert "ZeroDivisionError: no trees" in problem.message
    assert problem.rule == "plugins.fault"


@pytest.mark.parametrize("given", [None, 7, "words"])
def test_a_rule_set_that_gives_no_list(given: Any) -> None:
    plugin = Plugin("trees", "trees:find", None, None, lambda mentions, knowledge: given, None)
    found, problems = plugins.proposals(Mentions(report_of(TEXT)), shipped(), [plugin])
    assert not found
    assert problems


def test_a_rule_set_that_never_ends() -> None:
    def rules(mentions: Mentions, knowledge: object) -> Iterator[Proposal]:
        number = 0
        while True:
            number += 1
            yield meeting(key=str(number))

    plugin = Plugin("trees", "trees:find", None, None, rules, None)
    found, (problem,) = plugins.proposals(Mentions(report_of(TEXT)), shipped(), [plugin])
    assert len(found) == MOST_PROPOSALS
    assert "more than" in problem.message


BAD_STATEMENT = StatementValues("Ada", None, "direct", "We shall plant forests.", "said")  # type: ignore[arg-type]
JUNK: list[tuple[object, str]] = [
    ({"kind": "meeting"}, "a dict, which is no Proposal or Refusal"),
    (None, "a NoneType"),
    (meeting(evidence=()), "no words, no entry"),
    (meeting(evidence=None), "another shape"),
    (meeting(evidence=(Span("r", 0, len(TEXT) + 1),)), "outside the report"),
    (meeting(evidence=(Span("other", 0, 5),)), "outside the report"),
    (meeting(evidence=((0, 5),)), "a tuple where a Span is due"),
    (meeting(spans=(("place", (Span("r", 80, 900),)),)), "outside the report"),
    (meeting(spans={"place": ()}), "another shape"),
    (meeting(kind="picnic"), "known kind"),
    (meeting(kind=ClaimKind.STATUS), "a MeetingValues for a status"),
    (meeting(key=3), "without a key"),
    (meeting(values=None), "a NoneType for a meeting"),
    (meeting(values=MeetingValues("picnic", MeetingState.HELD, ())), "not the model's"),  # type: ignore[arg-type]
    (meeting(values=MeetingValues(MeetingKind.TALKS, MeetingState.HELD, (7,))), "not the model's"),  # type: ignore[arg-type]
    (meeting(confidence=1.5), "not between 0 and 1"),
    (meeting(confidence="high"), "not between 0 and 1"),
    (meeting(kind=ClaimKind.STATEMENT, values=BAD_STATEMENT), "do not stand in the report"),
    (meeting(kind=ClaimKind.ACT, values=ActValues((), "trees fell")), "do not stand in the report"),
    (Refusal("picnic", Span("r", 0, 5), "generic", "x"), "without a known kind"),
    (Refusal("meeting", Span("r", 0, 5), "", "x"), "without a known kind or a reason"),
    (Refusal("meeting", Span("q", 0, 5), "generic", "x"), "outside the report"),
]


@pytest.mark.parametrize(("given", "message"), JUNK)
def test_junk_is_a_problem_and_no_claim(given: object, message: str) -> None:
    found, problems = asked(given)
    assert not found
    assert len(problems) == 1
    assert message in problems[0]
    assert problems[0].startswith("the plugin trees (trees 1.0): ")


def test_one_bad_proposal_leaves_the_good_ones() -> None:
    found, problems = asked(meeting(), 7, Refusal("meeting", Span("r", 0, 5), "generic", ""))
    assert [type(item) for item in found] == [Proposal, Refusal]
    assert [item.rule for item in found] == ["plugin.trees.talks", "plugin.trees"]
    assert len(problems) == 1


def test_a_key_given_twice_counts_once() -> None:
    found, problems = asked(meeting(), meeting())
    assert len(found) == 1
    assert "two proposals with the key 'm'" in problems[0]


def test_links_stay_within_the_plugin() -> None:
    promise = CommitmentValues("plant ten thousand trees", ("NOR",), Strength.AGREED, made_at="m")
    found, _ = asked(meeting(), meeting(key="c", kind=ClaimKind.COMMITMENT, values=promise))
    kept = found[1]
    assert isinstance(kept, Proposal)
    assert isinstance(kept.values, CommitmentValues)
    assert kept.values.made_at == "plugin.trees.m"


def test_what_was_proposed_can_become_claims() -> None:
    from aidememoire.claims.build import build_reading

    mentions = Mentions(report_of(TEXT))
    found, _ = asked(meeting())
    (claim,) = build_reading(mentions, found).claims
    assert claim.rule == "plugin.trees.talks"
    assert claim.readers == ("rules",)


def test_an_installed_rule_set_is_asked_for_every_report(install: Install) -> None:
    from aidememoire.model import ReaderChoice
    from aidememoire.pipeline import read_text, reader_version

    plain = reader_version(ReaderChoice.RULES)
    install("forest_rules", GOOD_RULES + "    raise ValueError('no more trees')\n", "forest = forest_rules:find_trees")
    _, _, reading = read_text(TEXT, published="2020-05-04", readers=ReaderChoice.RULES)
    assert "plugin.forest.planting" in {claim.rule for claim in reading.claims}
    assert [problem.rule for problem in reading.problems] == ["plugins.fault"]
    assert reader_version(ReaderChoice.RULES) == f"{plain} forest 1.0"
    _, _, reading = read_text(TEXT, published="2020-05-04", readers=ReaderChoice.TAGGER)
    assert not any(claim.rule.startswith("plugin.") for claim in reading.claims)
