"""Where the marks and the texts are: ``../shared`` beside the checkout, or as given."""

import gzip
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, Any

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
GOLD = SHARED / "gold" / "dev.json"
GENRES = SHARED / "gold" / "genres.json"
CORPORA = SHARED / "corpora"
PARALLEL = SHARED / "bench" / "mt_parallel"

Json = dict[str, Any]


class MissingMaterialError(Exception):
    """The marks or texts are not here; evaluation is skipped with this message."""


def read_marks(path: Path) -> list[Json]:
    """The marked reports, from a JSON list or JSON Lines."""
    if not path.exists():
        raise MissingMaterialError(f"no marks at {path.name}: evaluation needs the shared material beside the checkout")
    text = path.read_text(encoding="utf-8")
    return (
        json.loads(text) if text.lstrip().startswith("[") else [json.loads(line) for line in text.splitlines() if line]
    )


# The fields of a mark that are words of the text, and are kept as offsets; no other pair of numbers is one.
WORD_FIELDS = frozenset(
    "evidence evidence_more format place name content cue speaker occasion subject cause agency".split()
)


def to_words(mark: Json, text: str) -> Json:
    """The mark with its words, as the guidelines have it."""

    def restored(value: Any, field: str) -> Any:
        if isinstance(value, dict):
            return {name: restored(item, name) for name, item in value.items()}
        if not isinstance(value, list):
            return value
        if field in WORD_FIELDS and len(value) == 2 and all(type(item) is int for item in value):
            return text[value[0] : value[1]]
        return [restored(item, field) for item in value]

    out: Json = restored(mark, "")
    return out


def read_genres() -> dict[str, str]:
    """Report id → genre; empty where the file is absent."""
    return json.loads(GENRES.read_text(encoding="utf-8")) if GENRES.exists() else {}


def read_corpus(paths: Iterable[Path]) -> Iterator[Json]:
    """The reports in JSON Lines files, gzipped or not."""
    for path in paths:
        with _opened(path) as stream:
            for line in stream:
                if line.strip():
                    yield json.loads(line)


def corpus_paths() -> list[Path]:
    """All corpora that marks may be on."""
    if not CORPORA.exists():
        raise MissingMaterialError("no corpora: evaluation needs the shared material beside the checkout")
    return sorted(CORPORA.glob("*.jsonl.gz"))


def _opened(path: Path) -> IO[str]:
    return gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8")
