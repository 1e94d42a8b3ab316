"""Brings the database to the newest form, with the migrations that ship in the package."""

from importlib.resources import as_file, files

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from bot.storage.engine import Database
from bot.trouble import DatabaseIsNewer


async def migrate(database: Database, revision: str = "head") -> None:
    """Apply what is missing up to that revision, all or nothing; DatabaseIsNewer if there is more than we know."""
    async with database.writing() as connection:
        await connection.run_sync(_check_known)
        await connection.run_sync(upgrade, revision)


def _check_known(connection: Connection) -> None:
    stands = MigrationContext.configure(connection).get_current_revision()
    with as_file(files("bot.storage") / "migrations") as folder:
        known = ScriptDirectory.from_config(configuration(connection, str(folder)))
        if stands and stands not in {script.revision for script in known.walk_revisions()}:
            raise DatabaseIsNewer(stands)


def upgrade(connection: Connection, revision: str = "head") -> None:
    """Apply migrations on an open connection."""
    with as_file(files("bot.storage") / "migrations") as folder:
        command.upgrade(configuration(connection, str(folder)), revision)


def downgrade(connection: Connection, revision: str) -> None:
    """Take migrations back, on an open connection."""
    with as_file(files("bot.storage") / "migrations") as folder:
        command.downgrade(configuration(connection, str(folder)), revision)


def configuration(connection: Connection, folder: str) -> Config:
    """Alembic's configuration: no file, the folder of the package and this connection."""
    config = Config()
    config.set_main_option("script_location", folder)
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config
