"""The register that a command works on, and how a command begins that goes on with it."""

import shlex
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from aidememoire.register import Register

PROGRAM = "aidememoire"


def open_register(path: str | None, *, create: bool = False) -> "Register":
    """The register at the path, URL or default place.

    Raises RegisterError where there is none and ``create`` is False.
    """
    from aidememoire.config import register_place
    from aidememoire.pipeline import knowledge_in_use
    from aidememoire.register import Register, World

    return Register.open(register_place(path), create=create, world=World.of(knowledge_in_use()))


def program_with(path: str | None) -> str:
    """How a command begins that works on the same register: it is named, unless it is the usual one.

    Without the password of a URL, which has no place on a page.
    """
    from aidememoire.config import register_place

    if path is None or path == register_place(None):
        return PROGRAM
    return shlex.join([PROGRAM, "--register", _without_password(path)])


def _without_password(path: str) -> str:
    if "://" not in path:
        return path
    from sqlalchemy.engine import URL, make_url

    url = make_url(path)
    bare = URL.create(url.drivername, url.username, None, url.host, url.port, url.database, url.query)
    return bare.render_as_string() if url.password else path
