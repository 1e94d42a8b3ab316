"""Applies migrations and takes them back, by Alembic."""

from importlib.resources import as_file, files

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection


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
