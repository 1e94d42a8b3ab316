"""What of every table belongs to one person: whole rows that are about them or came from them, and what they did."""

from collections.abc import Iterator
from typing import Final

from sqlalchemy import BigInteger, Column, Integer, Table

from bot.storage.all_tables import metadata

# rows about the person, or that the person sent: given whole
OWN: Final = frozenset(
    {
        ("account_readings", "person_id"),
        ("appeals", "person_id"),
        ("batch_lines", "person_id"),
        ("corrections", "person_id"),
        ("deadline_clocks", "person_id"),
        ("decisions", "person_id"),
        ("deputyships", "person_id"),
        ("dialogues", "person_id"),
        ("drafts", "person_id"),
        ("duties", "owner_id"),
        ("earlier_files", "person_id"),
        ("edition_receipts", "person_id"),
        ("evidence", "received_by"),
        ("inbox", "chat_id"),
        ("invitations", "person_id"),
        ("ledger", "person_id"),
        ("log", "actor_id"),
        ("notices", "person_id"),
        ("outbox", "person_id"),
        ("parties", "person_id"),
        ("persons", "id"),
        ("plans", "person_id"),
        ("proposed_editions", "person_id"),
        ("records_exports", "person_id"),
        ("reminders", "person_id"),
        ("searches", "person_id"),
        ("statements", "person_id"),
        ("subscriptions", "person_id"),
        ("timers", "person_id"),
        ("wages_uploads", "person_id"),
    }
)
# who did something with a row that is about something else: only that they did, and when
DOERS: Final = frozenset(
    {"reporter_id", "owner_id", "hearer_id", "for_id", "deputy_id", "asker_id", "reader_id", "decider_id"}
)
# the account that opened an invitation is no person's id; wages are sealed and opened apart
NOBODY: Final = frozenset({("invitations", "opened_by"), ("wages", "person_id")})
# nothing in them is about somebody, or nobody can tell about whom
IMPERSONAL: Final = frozenset(
    {
        "bonuses",
        "calendar_years",
        "cards",
        "import_parts",
        "numbers",
        "shown",
        "remembered",
        "ticks",
        "tip_letters",
        "tip_marks",
        "tip_pieces",
        "tips",
    }
)
# read with what they belong to: words with the log, own parts of figures with the case, wages with their key
ELSEWHERE: Final = frozenset({"log_words", "figures", "wages"})
SECRET: Final = frozenset({"secret_hash"})


def own_columns() -> Iterator[tuple[Table, Column[int]]]:
    """Columns by which a row is the person's own."""
    for table in metadata.sorted_tables:
        for column in table.columns:
            if (table.name, column.name) in OWN:
                yield table, column


def doing_columns() -> Iterator[tuple[Table, Column[int]]]:
    """Columns that say that the person did something."""
    for table in metadata.sorted_tables:
        for column in table.columns:
            place = (table.name, column.name)
            if place not in OWN | NOBODY and _is_doer(column):
                yield table, column


def _is_doer(column: Column[int]) -> bool:
    is_number = isinstance(column.type, BigInteger | Integer)
    return is_number and (column.name in DOERS or column.name.endswith("_by"))
