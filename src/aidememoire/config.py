"""Settings: where things are kept."""

import os
from pathlib import Path

from platformdirs import user_data_path


def register_place(given: str | None) -> str:
    """The register's path or URL: as given, else a file in the user's data folder."""
    return given or str(_folder() / "register.sqlite")


def user_tenures_path() -> Path | None:
    """The table of tenures that the user imported, laid over the shipped one when it exists; None: none is wanted.

    ``AIDEMEMOIRE_TENURES`` names another file, or nothing for none.
    """
    given = os.environ.get("AIDEMEMOIRE_TENURES")
    if given is not None:
        return Path(given) if given else None
    return _folder(make=False) / "tenures.csv"


def _folder(*, make: bool = True) -> Path:
    folder = Path(user_data_path("aidememoire", appauthor=False))
    if make:
        folder.mkdir(parents=True, exist_ok=True)
    return folder
