"""The database: a file, a URL or memory, with our tables of our version in it; and what its errors mean."""

import time
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import StaticPool

from aidememoire.model import RegisterError
from aidememoire.register import schema

BUSY_SECONDS = 30


def engine_for(url: str) -> Engine:
    """The engine of the database; SQLite's set up so that writers wait for each other."""
    if not url.startswith("sqlite"):
        return create_engine(url)
    if url == "sqlite://":
        engine = create_engine(url, poolclass=StaticPool, connect_args={"check_same_thread": False})
    else:
        engine = create_engine(url, connect_args={"timeout": BUSY_SECONDS})

    # SQLAlchemy's recipe for SQLite: sqlite3 must not begin transactions by itself, or it commits before each DDL.
    @event.listens_for(engine, "connect")
    def _on_connect(connection: Any, _: Any) -> None:
        connection.isolation_level = None
        cursor = connection.cursor()
        cursor.execute("PRAGMA journal_mode=WAL")
        cursor.execute("PRAGMA synchronous=NORMAL")
        cursor.execute("PRAGMA foreign_keys=ON")
        cursor.close()

    @event.listens_for(engine, "begin")
    def _on_begin(connection: Connection) -> None:
        # A writer that first reads must hold the file from the start, or another's commit in between is its failure.
        is_writing = connection.get_execution_options().get("is_writing")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if is_writing else "BEGIN")

    return engine


def database_error(error: DatabaseError, place: str = "the register") -> RegisterError:
    """What the database said, as an error that says what to do."""
    cause = str(error.orig).strip() or "it can't be opened"
    if "locked" in cause:
        return RegisterError(place, "another command is writing to it", "Wait until that has finished, and try again.")
    if "readonly" in cause or "read-only" in cause:
        return RegisterError(place, "it may not be written to", "Copy it, or ask for the right to write.")
    if "full" in cause:
        return RegisterError(place, "there is no room for it", "Make room on the disk, and give the command again.")
    return RegisterError(place, cause, "Name another file, or move this one away.")


def prepare_in_turn(engine: Engine, place: str, *, create: bool) -> None:
    """``_prepare``, again and again while another command is making the same register."""
    for _ in range(BUSY_SECONDS * 2):
        try:
            return _prepare(engine, place, create=create)
        except DatabaseError as error:
            if not any(word in str(error.orig) for word in ("locked", "already exists")):
                raise
            time.sleep(0.5)
    return _prepare(engine, place, create=create)


def _prepare(engine: Engine, place: str, *, create: bool) -> None:
    """Make the tables of a new register, or see that those there are ours and of our version."""
    names = set(inspect(engine).get_table_names())
    if "alembic_version" in names and "readings" in names:
        with engine.connect() as connection:
            found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()
        if found == schema.REVISION:
            return
        if found is not None and found > schema.REVISION:
            raise RegisterError(place, f"it is of a newer version ({found})", "Update aidememoire.")
        from aidememoire.register.migrations import upgrade

        upgrade(engine)
        return
    if names:
        raise RegisterError(place, "it is a database of something else", "Name another file.")
    if not create:
        raise RegisterError(place, "there is no register", "Read something into it first: aidememoire read PATH.")
    with engine.begin() as connection:
        schema.METADATA.create_all(connection)
        for view in schema.VIEWS:
            connection.execute(text(view))
        connection.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)"))
        connection.execute(text(f"INSERT INTO alembic_version VALUES ('{schema.REVISION}')"))
