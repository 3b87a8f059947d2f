"""What is known of a plain text file, from a TOML file of the same name beside it.

``talks.txt`` takes title, published, outlet, side and url from the table ``[report]`` of ``talks.toml``; what was given
on the command line fills the rest. Other tables are left alone (the project's own examples keep their marks there).
"""

import tomllib
from dataclasses import replace
from pathlib import Path

from aidememoire.documents.reports import Source

_FIELDS = ("title", "published", "outlet", "side", "url")
_MAX_BYTES = 1_000_000


class SidecarError(Exception):
    """The file beside the text can't be understood; the text is not read without what it says."""


def with_sidecar(source: Source, file: str) -> Source:
    """The source with what the file beside it says; the same where there is none.

    Raises SidecarError.
    """
    beside = Path(file).with_suffix(".toml")
    if Path(file).suffix not in {".txt", ".text"} or not beside.is_file():
        return source
    try:
        if beside.stat().st_size > _MAX_BYTES:
            raise SidecarError(f"{beside.name} beside it is larger than {_MAX_BYTES:,} bytes")
        table = tomllib.loads(beside.read_text(encoding="utf-8")).get("report", {})
    except (ValueError, OSError, RecursionError) as error:
        raise SidecarError(f"{beside.name} beside it is no TOML file: {error}") from error
    if not isinstance(table, dict):
        raise SidecarError(f"{beside.name} beside it has no table [report]")
    given = {name: str(table[name]) for name in _FIELDS if table.get(name)}
    return replace(source, **given)
