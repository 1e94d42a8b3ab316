"""What the database itself forbids: rewriting the log, its words and the figures that were put to people."""

from collections.abc import Iterator

FORBIDDEN = (
    ("log", "UPDATE"),
    ("log", "DELETE"),
    ("log_words", "UPDATE"),
    ("figures", "UPDATE"),
    ("figures", "DELETE"),
)


def trigger_name(table: str, act: str) -> str:
    """The name of the trigger that forbids that."""
    return f"{table}_forbids_{act.lower()}"


def creating() -> Iterator[str]:
    """The statements that create every trigger; a migration that rebuilds a table runs them again."""
    for table, act in FORBIDDEN:
        yield (
            f"CREATE TRIGGER IF NOT EXISTS {trigger_name(table, act)} BEFORE {act} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        )


def dropping() -> Iterator[str]:
    """The statements that drop every trigger."""
    return (f"DROP TRIGGER IF EXISTS {trigger_name(table, act)}" for table, act in FORBIDDEN)
