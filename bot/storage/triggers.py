"""What the database itself forbids: rewriting the log, its words, figures put to people and the ledger."""

from collections.abc import Iterator

FORBIDDEN = (
    ("log", "UPDATE"),
    ("log", "DELETE"),
    ("log_words", "UPDATE"),
    ("figures", "UPDATE"),
    ("figures", "DELETE"),
    ("ledger", "UPDATE"),
    ("ledger", "DELETE"),
)


def trigger_name(table: str, act: str) -> str:
    """The name of the trigger that forbids that."""
    return f"{table}_forbids_{act.lower()}"


def creating(*tables: str) -> Iterator[str]:
    """The statements that create the triggers of these tables, or all; what rebuilds a table runs them again."""
    for table, act in FORBIDDEN:
        if tables and table not in tables:
            continue
        yield (
            f"CREATE TRIGGER IF NOT EXISTS {trigger_name(table, act)} BEFORE {act} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        )


def dropping() -> Iterator[str]:
    """The statements that drop every trigger."""
    return (f"DROP TRIGGER IF EXISTS {trigger_name(table, act)}" for table, act in FORBIDDEN)
