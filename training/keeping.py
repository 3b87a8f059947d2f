"""A long fit, kept as it goes: Ctrl-C loses nothing, and the same command goes on where the last one stopped.

What is kept of a stage is all that its steps change: weights, optimiser, schedule, random numbers. So a fit that was
stopped ends with the weights that it would have had. It is kept under the hash of what the stage starts from; other
marks, other prose or another kind of processor start anew.
"""

import hashlib
import random
import signal
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType, TracebackType
from typing import Any

import torch
from torch import nn

EVERY = 100  # steps
State = dict[str, Any]


class StoppedError(Exception):
    """Ctrl-C was pressed; everything up to the last step is kept."""


@dataclass(slots=True)
class Course:
    """What the steps of one stage change."""

    parts: dict[str, nn.Module]
    optimiser: torch.optim.Optimizer
    schedule: torch.optim.lr_scheduler.LambdaLR
    draw: random.Random
    step: int = 0
    opening: Any = None  # the state of the random numbers before the epoch's order was drawn
    losses: list[float] = field(default_factory=list)

    def state(self) -> State:
        """As it can be stored."""
        return {
            "parts": {name: part.state_dict() for name, part in self.parts.items()},
            "optimiser": self.optimiser.state_dict(),
            "schedule": self.schedule.state_dict(),
            "draw": self.draw.getstate(),
            "torch": torch.get_rng_state(),
            "step": self.step,
            "opening": self.opening,
            "losses": self.losses,
        }

    def set(self, state: State) -> None:
        """Go back to a stored state."""
        for name, part in self.parts.items():
            part.load_state_dict(state["parts"][name])
        self.optimiser.load_state_dict(state["optimiser"])
        self.schedule.load_state_dict(state["schedule"])
        self.draw.setstate(state["draw"])
        torch.set_rng_state(state["torch"])
        self.step, self.opening, self.losses = state["step"], state["opening"], state["losses"]


@dataclass(slots=True)
class Store:
    """Where the stages of one command are kept."""

    folder: Path
    has_gone_on: bool = False  # a stage went on from where an earlier command had stopped

    def clear(self) -> None:
        """Throw away what is kept: the fit is done."""
        for path in self.folder.glob("*.pt"):
            path.unlink()


class Keeper:
    """Keeps the course of one stage; without a store it keeps nothing.

    A context: inside it Ctrl-C waits for the end of the step (``StoppedError``), a second one doesn't.
    """

    def __init__(self, store: Store | None, stage: str, start: Iterable[bytes | str]) -> None:
        processor = torch.backends.cpu.get_cpu_capability()
        digest = hashlib.sha256(f"{torch.__version__} {processor} {torch.get_num_threads()}".encode())
        for part in start:
            digest.update(part.encode() if isinstance(part, str) else part)
        self._store = store
        self._path = store.folder / f"{stage}.pt" if store else None
        self._key = digest.hexdigest()
        self._is_asked = False
        self._handler: Any = None

    def __enter__(self) -> "Keeper":
        self._handler = signal.signal(signal.SIGINT, self._ask) if self._path else None
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._path:
            signal.signal(signal.SIGINT, self._handler)

    def _ask(self, number: int, frame: FrameType | None) -> None:
        if self._is_asked:
            raise KeyboardInterrupt
        self._is_asked = True
        print("stopping after this step", file=sys.stderr, flush=True)

    def resume(self, course: Course) -> None:
        """Set the course to what is kept of it, if it is this one's."""
        if self._store and self._path and self._path.exists():
            kept = torch.load(self._path, weights_only=True)
            if kept["key"] == self._key:
                course.set(kept)
                self._store.has_gone_on = True
                print(f"{self._path.stem}: going on after step {course.step}", flush=True)

    def after_step(self, course: Course, steps: int) -> None:
        """Keep every so often, at the end of the stage, and when asked to stop.

        Raises:
            StoppedError: Ctrl-C was pressed.
        """
        if self._path and (self._is_asked or course.step % EVERY == 0 or course.step == steps):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            new = self._path.with_suffix(".new")
            torch.save({"key": self._key, **course.state()}, new)
            new.replace(self._path)
        if self._is_asked:
            raise StoppedError


def weights_in(model: nn.Module) -> Iterable[bytes]:
    """The bytes of a model's weights."""
    for name, weights in model.state_dict().items():
        yield name.encode()
        yield weights.contiguous().numpy().tobytes()
