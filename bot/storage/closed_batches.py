"""What the database itself forbids about a payroll batch that is closed: its lines and its own row stand as they are.

Two things are still to come to a closed batch: what the payslips say, line by line, and that they were booked. Once
settled, nothing is.
"""

from collections.abc import Iterator
from typing import Final, NamedTuple

FINAL: Final = "('closed', 'settled')"
LINE_STANDS: Final = (
    "id",
    "batch_id",
    "person_id",
    "case_id",
    "notice_id",
    "clause",
    "owed",
    "amount",
    "hold",
)
BATCH_STANDS: Final = (
    "id",
    "month",
    "number",
    "file_sha256",
    "prepared_at",
    "made_by",
    "made_at",
    "closed_by",
    "closed_at",
    "head",
)


class Lock(NamedTuple):
    """An act on a table that is forbidden when that holds of the row."""

    table: str
    act: str
    when: str

    @property
    def name(self) -> str:
        """The name of its trigger."""
        return f"{self.table}_of_closed_forbids_{self.act.lower()}"


def _state(row: str) -> str:
    return f"(SELECT state FROM batches WHERE id = {row}.batch_id)"  # noqa: S608 - fixed words


def _changed(columns: tuple[str, ...]) -> str:
    return " OR ".join(f"NEW.{one} IS NOT OLD.{one}" for one in columns)


_REPLACES_LINE: Final = (
    "EXISTS (SELECT 1 FROM batch_lines AS line JOIN batches ON batches.id = line.batch_id"  # noqa: S608 - fixed words
    f" WHERE line.id = NEW.id AND batches.state IN {FINAL})"
)
_REPLACES_BATCH: Final = (
    f"EXISTS (SELECT 1 FROM batches WHERE state IN {FINAL} AND (id = NEW.id OR month = NEW.month))"  # noqa: S608 - fixed words
)
LOCKS: Final = (
    Lock("batch_lines", "INSERT", f"{_state('NEW')} IN {FINAL} OR {_REPLACES_LINE}"),
    Lock(
        "batch_lines",
        "UPDATE",
        f"{_state('OLD')} = 'settled' OR {_state('OLD')} = 'closed' AND ({_changed(LINE_STANDS)})"
        f" OR NEW.batch_id IS NOT OLD.batch_id AND {_state('NEW')} IN {FINAL}",
    ),
    Lock("batch_lines", "DELETE", f"{_state('OLD')} IN {FINAL}"),
    Lock("batches", "INSERT", _REPLACES_BATCH),
    Lock(
        "batches",
        "UPDATE",
        f"OLD.state = 'settled' OR OLD.state = 'closed' AND (NEW.state NOT IN {FINAL} OR {_changed(BATCH_STANDS)})",
    ),
    Lock("batches", "DELETE", f"OLD.state IN {FINAL}"),
)


def locking(*tables: str) -> Iterator[str]:
    """The statements that create the triggers of these tables, or of both; what rebuilds a table runs them again."""
    for lock in LOCKS:
        if not tables or lock.table in tables:
            yield (
                f"CREATE TRIGGER IF NOT EXISTS {lock.name} BEFORE {lock.act} ON {lock.table} WHEN {lock.when} "
                "BEGIN SELECT RAISE(ABORT, 'a closed batch is never changed'); END"
            )


def unlocking() -> Iterator[str]:
    """The statements that drop them."""
    return (f"DROP TRIGGER IF EXISTS {lock.name}" for lock in LOCKS)
