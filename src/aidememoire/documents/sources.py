"""Where reports come from: files, folders, standard input."""

import gzip
import os
import select
import stat
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from io import BufferedIOBase
from pathlib import Path
from typing import cast

from aidememoire.documents.formats import StreamFault, read_stream
from aidememoire.documents.reports import Source, unreadable_report
from aidememoire.documents.sidecars import SidecarError, with_sidecar
from aidememoire.knowledge import Knowledge
from aidememoire.model import Report

MISSING = "documents.missing"  # the rule of a file that isn't there: a slip of the pen, and no report
_JSONL_ENDINGS = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")
_MAX_COUNTED_BYTES = 200_000_000  # counting the lines of more would keep a person waiting
_PIECE_BYTES = 65_536
_PIPE_SECONDS = 10  # a named pipe that nobody writes into would keep a person waiting for ever
_TEXT_ENDINGS = (".txt", ".text", *_JSONL_ENDINGS)  # what a folder is searched for


def read_paths(paths: Iterable[str], defaults: Source, knowledge: Knowledge) -> Iterator[Report]:
    """The reports in files, folders (walked in order of name) and "-" (standard input), one after another."""
    files = list(_files(paths))
    names = _given_ids([file for file in files if file != "-"])
    for file in files:
        source = replace(defaults, given_id=names.get(file, "-"), place=file)
        yield from _read_file(file, source, knowledge)


def count_reports(paths: Iterable[str]) -> int | None:
    """How many reports there are, by lines and files; None where that can't be told without reading all of it."""
    total = 0
    for file in _files(paths):
        if file == "-" or not os.path.isfile(file):
            return None
        if file.lower().endswith(_JSONL_ENDINGS):
            if os.path.getsize(file) > _MAX_COUNTED_BYTES:
                return None
            try:
                with _opened(file) as stream:
                    lines = _lines_in(stream)
            except StreamFault:
                return None
            if lines is None:
                return None
            total += lines
        else:
            total += 1
    return total


def _lines_in(stream: BufferedIOBase) -> int | None:
    """How many lines have words, read in pieces; None where that is too much to count, compressed or not."""
    total = size = 0
    has_words = False
    while piece := stream.readline(_PIECE_BYTES):
        size += len(piece)
        if size > _MAX_COUNTED_BYTES:
            return None
        has_words = has_words or not piece.isspace()
        if piece.endswith(b"\n"):
            total, has_words = total + has_words, False
    return total + has_words


def _files(paths: Iterable[str]) -> Iterator[str]:
    for path in paths:
        if path != "-" and os.path.isdir(path):
            yield from (file for file in _walked(path) if _is_read(file))
        else:
            yield path


def _is_read(found: str) -> bool:
    """Whether what was found in a folder is read; a folder that can't be looked into is tried, and told of."""
    return found.lower().endswith(_TEXT_ENDINGS) or os.path.isdir(found)


def _walked(folder: str) -> Iterator[str]:
    """The files below the folder, in order of name, and then the folders that can't be looked into."""
    shut: list[str] = []
    for place, folders, names in os.walk(folder, onerror=lambda error: shut.append(str(error.filename))):
        folders.sort()
        yield from (os.path.join(place, name) for name in sorted(names))
    yield from sorted(shut)


def passed_over(paths: Iterable[str]) -> list[str]:
    """What in folders is not read, but for the sidecars of texts: other files, and links to folders."""
    given = [path for path in paths if path != "-" and os.path.isdir(path)]
    found = [file for path in given for file in _walked(path)]
    return [
        file
        for file in found
        if not _is_read(file) and not (file.endswith(".toml") and os.path.exists(file[: -len("toml")] + "txt"))
    ] + [link for path in given for link in _linked_folders(path)]


def _linked_folders(folder: str) -> Iterator[str]:
    for place, folders, _ in os.walk(folder):
        folders.sort()
        yield from (link for name in folders if os.path.islink(link := os.path.join(place, name)))


def _given_ids(files: list[str]) -> dict[str, str]:
    """File → its name; where two share a name, the shortest end of the path that tells them apart."""
    parts = {file: Path(file).parts for file in dict.fromkeys(files)}
    ids: dict[str, str] = {}
    for length in range(1, max((len(part) for part in parts.values()), default=0) + 1):
        ends = {file: "/".join(part[-length:]) for file, part in parts.items() if file not in ids}
        counts = Counter(ends.values())
        ids |= {file: end for file, end in ends.items() if counts[end] == 1}
    return {file: ids.get(file, file) for file in parts}


def _read_file(file: str, source: Source, knowledge: Knowledge) -> Iterator[Report]:
    if file == "-":
        yield from read_stream(cast(BufferedIOBase, sys.stdin.buffer), source, knowledge, is_jsonl=None)
        return
    is_jsonl = True if file.lower().endswith(_JSONL_ENDINGS) else None
    try:
        with _opened(file) as stream:
            yield from read_stream(stream, with_sidecar(source, file), knowledge, is_jsonl=is_jsonl)
    except SidecarError as error:
        yield unreadable_report(source, "documents.sidecar", str(error))
    except FileNotFoundError as error:
        yield unreadable_report(source, MISSING, f"can't be read: {error.strerror}")
    except StreamFault as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        if isinstance(error, gzip.BadGzipFile) and str(error).startswith("Not a gzipped"):
            reason = "not compressed with gzip, for all its name; name it without .gz"
        yield unreadable_report(source, "documents.file", f"can't be read: {reason}")


def _opened(file: str) -> BufferedIOBase:
    """The file as bytes.

    Raises OSError, also where it is a named pipe and nobody writes into it.
    """
    if file.lower().endswith(".gz"):
        return gzip.open(file, "rb")
    # A pipe under /dev is one of the shell's own, <(command): something writes into it, however late.
    if not file.startswith("/dev/") and stat.S_ISFIFO(os.stat(file).st_mode):
        return _opened_pipe(file)
    return open(file, "rb")


def _opened_pipe(file: str) -> BufferedIOBase:
    pipe = os.open(file, os.O_RDONLY | os.O_NONBLOCK)  # else the opening waits for a writer
    try:
        waiting = select.poll()
        waiting.register(pipe, select.POLLIN)
        if not waiting.poll(_PIPE_SECONDS * 1000):
            raise OSError(f"a pipe into which nothing was written for {_PIPE_SECONDS} seconds")
        os.set_blocking(pipe, True)
        return open(pipe, "rb")
    except BaseException:  # Ctrl-C while it waits, too
        os.close(pipe)
        raise
