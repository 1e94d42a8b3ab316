"""Brings the database to the newest form, with the migrations that ship in the package."""

from importlib.resources import files

from sqlalchemy import Connection, inspect, text

from bot.storage.engine import Database
from bot.trouble import DatabaseIsNewer

NEWEST = "head"


async def migrate(database: Database, revision: str = NEWEST) -> None:
    """Apply what is missing up to that revision, all or nothing; DatabaseIsNewer if there is more than we know."""
    async with database.writing() as connection:
        await connection.run_sync(_migrate, revision)


def _migrate(connection: Connection, revision: str) -> None:
    stands, known = _stands_at(connection), revisions()
    if stands and stands not in known:
        raise DatabaseIsNewer(stands)
    if (stands, revision) == (known[-1], NEWEST):
        return
    # Only here: nearly every start finds nothing to do, and Alembic takes a tenth of it to load.
    from bot.storage.migrating import upgrade  # noqa: PLC0415 - see above

    upgrade(connection, revision)


def revisions() -> tuple[str, ...]:
    """Every revision that ships: the numbers that the files of migrations begin with; the highest is the newest."""
    names = (file.name for file in (files("bot.storage") / "migrations" / "versions").iterdir())
    return tuple(sorted(name.partition("_")[0] for name in names if name[0].isdigit()))


def _stands_at(connection: Connection) -> str:
    """The revision of the database; empty if it has none."""
    if not inspect(connection).has_table("alembic_version"):
        return ""
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar() or ""
