"""Ctrl-C loses nothing, and the same command goes on from there."""

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from aidememoire.register import Register
from tests.faces.conftest import ROOT, Run

COPIES = 12


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_interrupted_reading_goes_on(tmp_path: Path, jobs: str) -> None:
    archive = tmp_path / "archive.jsonl"
    texts = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "examples" / "reports").glob("*.txt"))]
    with archive.open("w", encoding="utf-8") as out:
        for copy in range(COPIES):
            for number, text in enumerate(texts):
                day = f"2015-01-{copy + 1:02}"
                out.write(json.dumps({"id": f"{copy}-{number}", "text": text, "published": day}) + "\n")
    register = tmp_path / "r.sqlite"
    command = [sys.executable, "-m", "aidememoire", "--register", str(register), "read", str(archive), "--jobs", jobs]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, preexec_fn=_heed_interrupts) as process:
        _wait_for_some(register)
        process.send_signal(signal.SIGINT)
        _, talk = process.communicate(timeout=60)
    assert process.returncode == 130, talk
    assert "the same command goes on" in talk
    with Register.open(register, create=False) as kept:
        some = kept.coverage().reports
    assert 0 < some < COPIES * len(texts)
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert f"{some} known already" in done.stderr
    with Register.open(register, create=False) as kept:
        assert kept.coverage().reports == COPIES * len(texts)


def test_ctrl_c_outside_of_reading_has_its_own_exit_code(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("aidememoire.plugins.installed", stop)
    result = run("plugins", "--json")
    assert (result.exit_code, result.stderr.strip()) == (130, "stopped")


def _heed_interrupts() -> None:
    """Undo what a shell does to what it starts in the background: Ctrl-C passes it by."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def _wait_for_some(register: Path) -> None:
    """Until a report is kept."""
    for _ in range(600):
        time.sleep(0.05)
        if register.exists():
            try:
                with Register.open(register, create=False) as kept:
                    if kept.report_ids():
                        return
            except Exception:  # it is being made just now
                continue
    raise AssertionError("nothing was read in 30 seconds")
