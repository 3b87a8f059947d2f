"""Progress of long work on stderr: bar, rate, time left."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from typing import TypeVar

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text

T = TypeVar("T")


def with_progress(items: Iterable[T], what: str, total: int | None) -> Iterator[T]:
    """The items, with a bar on stderr when that is a terminal."""
    progress = _bar() if sys.stderr.isatty() else None
    with progress or nullcontext():
        task = progress.add_task(what, total=total) if progress else None
        for item in items:
            yield item
            if progress and task is not None:
                progress.advance(task)


def _bar() -> Progress:
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        _Rate(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
    )


class _Rate(ProgressColumn):
    """Items a second."""

    def render(self, task: Task) -> Text:
        return Text(f"{task.speed:.1f}/s" if task.speed else "", style="dim")
