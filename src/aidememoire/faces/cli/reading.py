"""Commands that read reports: ``read`` (into a register), ``claims``, ``text``, ``times``."""

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import click

from aidememoire.faces.cli.opening import open_register, program_with
from aidememoire.faces.cli.output import Form, form_of, json_line, shown, text_option
from aidememoire.faces.cli.progress import with_progress
from aidememoire.model import Problem, ReaderChoice, Report, Severity, UsageError

Command = Callable[..., Any]


def report_options(function: Command) -> Command:
    """What may be said of all the reports named."""
    for option in (
        click.option("--side", metavar="CODE", help="Party whose government's account they are, e.g. RUS."),
        click.option("--outlet", metavar="NAME", help="Who published them, e.g. TASS."),
        click.option("--published", metavar="DATE", help="Date or moment of publication, ISO 8601."),
        click.argument("paths", nargs=-1, required=True, metavar="FILE..."),
    ):
        function = option(function)
    return function


readers_option = click.option(
    "--readers",
    type=click.Choice([str(choice) for choice in ReaderChoice]),
    default="both",
    show_default=True,
    help="Which readers to ask.",
)


def reports_at(paths: tuple[str, ...], published: str | None, outlet: str | None, side: str | None) -> Iterator[Report]:
    """The reports under the paths, of which is said what the options say; raises UsageError for no date, no party."""
    from aidememoire.faces.cli.asking import party_code
    from aidememoire.pipeline import Source, knowledge_in_use, read_paths

    _check_moment(published)
    side = party_code(side) if side else None
    return read_paths(paths, Source("", "", published=published, outlet=outlet, side=side), knowledge_in_use())


def _check_moment(published: str | None) -> None:
    from datetime import datetime

    try:
        datetime.fromisoformat(published or "2000-01-01")
    except ValueError as error:
        raise UsageError(f"--published {published}", "not a date or moment", "Write it as 2017-03-19.") from error


class _Totals:
    """Reports and problems counted while they pass."""

    def __init__(self) -> None:
        self.reports = 0
        self.unread = 0
        self.problems: list[Problem] = []

    def add(self, problems: tuple[Problem, ...]) -> None:
        self.reports += 1
        self.unread += any(problem.severity is Severity.ERROR for problem in problems)
        for problem in problems:
            if problem.severity is not Severity.NOTICE:
                click.echo(shown(str(problem)), err=True)
        self.problems += problems

    def finish(self, what: str) -> None:
        """Print the totals and leave with the exit code they call for."""
        of_rule = {problem.rule: problem for problem in self.problems if problem.severity is Severity.NOTICE}
        counts = Counter(problem.rule for problem in self.problems if problem.severity is Severity.NOTICE)
        for rule, problem in sorted(of_rule.items()):
            times = "once" if counts[rule] == 1 else f"{counts[rule]} times"
            click.echo(shown(f"notice, {times}: {problem.message} [{rule}]"), err=True)
        notices = counts.total()
        refusals = sum(problem.severity is Severity.REFUSAL for problem in self.problems)
        from aidememoire.views.wording import reports_in_words

        click.echo(
            f"{reports_in_words(self.reports)}: {what}; {self.unread} could not be read, "
            f"{refusals} {'passage' if refusals == 1 else 'passages'} refused, "
            f"{notices} {'notice' if notices == 1 else 'notices'}",
            err=True,
        )
        sys.exit(1 if self.unread else 0)


@click.command()
@report_options
@click.option("--json", "is_json", is_flag=True, help="JSON Lines, one object a report.")
@text_option
@readers_option
@click.option("--jobs", type=click.IntRange(1, 64), default=1, show_default=True, help="Processes.")
def claims(
    paths: tuple[str, ...],
    published: str | None,
    outlet: str | None,
    side: str | None,
    is_json: bool,
    is_text: bool,
    readers: str,
    jobs: int,
) -> None:
    """Print what each report asserts. Touches no register.

    \b
    Example:
      aidememoire claims examples/reports/01-wire-sydney-2012.txt --published 2012-09-14 --json
    """
    from aidememoire.pipeline import read_all
    from aidememoire.views.readings import claims_json

    choice, form = checked_readers(readers), form_of(is_json=is_json, is_text=is_text)
    totals, found = _Totals(), 0
    for read in read_all(reports_at(paths, published, outlet, side), choice, jobs):
        totals.add(read.reading.problems)
        found += len(read.reading.claims)
        value = claims_json(read.report, read.reading)
        click.echo(json_line(value) if form is Form.JSON else shown(_readable(value)))
    tell_passed_over(paths)
    totals.finish(f"{found} claims")


def tell_passed_over(paths: tuple[str, ...]) -> None:
    """Say what in folders was not read."""
    from aidememoire.pipeline import passed_over

    if others := passed_over(paths):
        kinds = Counter(Path(name).suffix.lower() or "no ending, or a linked folder" for name in others)
        listed = ", ".join(f"{kind} {count}" for kind, count in kinds.most_common(8))
        files = "1 file of another kind" if len(others) == 1 else f"{len(others)} files of other kinds"
        click.echo(shown(f"{files} passed over ({listed}), e.g. {others[0]}"), err=True)


def checked_readers(readers: str) -> ReaderChoice:
    """The readers asked for; refused, or said aloud, where the tagger's weights aren't installed."""
    from aidememoire.pipeline import has_tagger

    choice = ReaderChoice(readers)
    if choice is ReaderChoice.TAGGER and not has_tagger():
        raise UsageError("--readers tagger", "this installation has no weights for it", "Use --readers rules.")
    if choice is ReaderChoice.BOTH and not has_tagger():
        click.echo("the tagger's weights are not installed here: the rules read alone", err=True)
    return choice


# list of the JSON → the name of one of its items, its first line
_HEADS: tuple[tuple[str, str, Callable[[dict[str, Any]], str]], ...] = (
    ("meetings", "meeting", lambda v: " ".join(filter(None, _meeting_head(v)))),
    ("statements", "statement", lambda v: f"{v['speaker'] or 'unknown speaker'} ({v['kind']}, {v['cue'] or 'turn'})"),
    ("commitments", "commitment", lambda v: f"{v['strength']} by {', '.join(v['made_by']) or 'nobody named'}"),
    ("statuses", "status", lambda v: f"{v['status']}: {v['subject']}"),
    ("dialogues", "dialogue", lambda v: f"{v['name']} {'–'.join(v['parties'])}"),
    ("events", "event", lambda v: f"{v['event']} {v['source'] or '?'} → {v['target'] or '?'}"),
    ("acts", "act", lambda v: f"{', '.join(v['who']) or '?'}"),
    ("doubtful", "doubtful", lambda v: f"{v['words']!r}: {_proposal(v['proposed'])} ({v['why']})"),
    ("withheld", "withheld", lambda v: f"{v['kind']}: {v['why']}"),
)


def _meeting_head(value: dict[str, Any]) -> tuple[str | None, ...]:
    place = f"in {value['place']}" if value["place"] else None
    return value["state"], value["kind"], value["date"] or "date unknown", "–".join(value["parties"]), place


def _proposal(proposed: str | None) -> str:
    return f"perhaps {proposed}" if proposed else "nobody is proposed"


def _readable(value: dict[str, Any]) -> str:
    """The claims of one report for a person: a line each, then its words."""
    lines = [f"── {value['id']} " + "─" * 40]
    for kind, name, head in _HEADS:
        for item in value[kind]:
            words = item.get("content") or item.get("what") or item.get("evidence") or item.get("words") or ""
            lines.append(f"{name:>12}  {head(item)}")
            lines.append(f"{'':>14}“{' '.join(words.split())}”")
    return "\n".join(lines) + "\n"


@click.command()
@report_options
@click.option("--json", "is_json", is_flag=True, help="JSON Lines, one object a report.")
@text_option
def text(
    paths: tuple[str, ...], published: str | None, outlet: str | None, side: str | None, is_json: bool, is_text: bool
) -> None:
    """Print the text that is read, with what is known about it; the JSON is input for the other commands.

    \b
    Example:
      aidememoire text examples/reports/01-wire-sydney-2012.txt --json
    """
    from aidememoire.pipeline import find_byline
    from aidememoire.views.readings import text_json

    totals, form = _Totals(), form_of(is_json=is_json, is_text=is_text)
    for report in reports_at(paths, published, outlet, side):
        totals.add(report.problems)
        click.echo(json_line(text_json(report, find_byline(report))) if form is Form.JSON else shown(report.text))
    tell_passed_over(paths)
    totals.finish("text printed")


@click.command()
@report_options
@click.option("--json", "is_json", is_flag=True, help="JSON Lines, one object a report.")
@text_option
def times(
    paths: tuple[str, ...], published: str | None, outlet: str | None, side: str | None, is_json: bool, is_text: bool
) -> None:
    """Print every time expression with the days it means. Touches no register.

    \b
    Example:
      aidememoire times examples/reports/01-wire-sydney-2012.txt --published 2012-09-14 --json
    """
    from aidememoire.pipeline import find_report_times
    from aidememoire.views.readings import times_json

    totals, found, form = _Totals(), 0, form_of(is_json=is_json, is_text=is_text)
    for report in reports_at(paths, published, outlet, side):
        totals.add(report.problems)
        value = times_json(report, find_report_times(report))
        found += len(value["times"])
        if form is Form.JSON:
            click.echo(json_line(value))
        else:
            for item in value["times"]:
                days = f"{item['first_day']} – {item['last_day']}" if item["first_day"] else "no calendar days"
                click.echo(
                    shown(f"{report.given_id}:{item['start']}: {item['text']!r} {item['value'] or '?'} ({days})")
                )
    tell_passed_over(paths)
    totals.finish(f"{found} time expressions")


def _tell_of_the_future(latest: str | None, program: str) -> None:
    """Say so where a report is dated after tomorrow (which it may be somewhere): every brief would be of that day."""
    from datetime import date, timedelta

    if latest and date.fromisoformat(latest) > date.today() + timedelta(days=1):
        click.echo(
            f"a report bears a day to come ({latest}), of which every brief is unless --date is given: "
            f"if it is wrong, correct it ({program} reports --csv, reports import)",
            err=True,
        )


@click.command()
@report_options
@readers_option
@click.option("--jobs", type=click.IntRange(1, 64), default=1, show_default=True, help="Processes.")
@click.pass_context
def read(
    context: click.Context,
    paths: tuple[str, ...],
    published: str | None,
    outlet: str | None,
    side: str | None,
    readers: str,
    jobs: int,
) -> None:
    """Read reports into the register: files, folders, JSON Lines (.gz), or - for standard input.

    Reports that it holds already are passed over; Ctrl-C keeps what was read, and the same command goes on from there.

    \b
    Example:
      aidememoire --register korea.sqlite read examples/reports
    """
    from aidememoire.pipeline import count_reports, read_into

    register = open_register(context.obj, create=True)
    totals = _Totals()
    counts = {"new": 0, "known": 0, "claims": 0}
    reports = reports_at(paths, published, outlet, side)
    try:
        total = count_reports(paths) if sys.stderr.isatty() else None
        for outcome in with_progress(read_into(register, reports, checked_readers(readers), jobs), "reading", total):
            totals.add(outcome.problems)
            if all(problem.severity is not Severity.ERROR for problem in outcome.problems):
                counts["new" if outcome.is_new else "known"] += 1
            counts["claims"] += outcome.claims
        if register.is_stale():
            click.echo("building the records", err=True)
            register.rebuild()
        _tell_of_the_future(register.coverage().latest, program_with(context.obj))
    except KeyboardInterrupt:
        click.echo("stopped: what was read is kept; the same command goes on from here", err=True)
        sys.exit(130)
    finally:
        register.close()
    tell_passed_over(paths)
    totals.finish(f"{counts['new']} read now, {counts['known']} known already, {counts['claims']} claims")
