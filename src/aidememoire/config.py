"""Settings: where things are kept."""

from pathlib import Path

from platformdirs import user_data_path


def register_place(given: str | None) -> str:
    """The register's path or URL: as given, else a file in the user's data folder."""
    if given:
        return given
    folder = user_data_path("aidememoire", appauthor=False)
    Path(folder).mkdir(parents=True, exist_ok=True)
    return str(folder / "register.sqlite")
