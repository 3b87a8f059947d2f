"""The register that a command works on."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from aidememoire.register import Register


def open_register(path: str | None, *, create: bool = False) -> "Register":
    """The register at the path, URL or default place.

    Raises RegisterError where there is none and ``create`` is False.
    """
    from aidememoire.config import register_place
    from aidememoire.pipeline import knowledge_in_use
    from aidememoire.register import Register, World

    return Register.open(register_place(path), create=create, world=World.of(knowledge_in_use()))
