"""The tables of the machinery: inbox, outbox, what stands in chats, counters."""

from sqlalchemy import BigInteger, Column, Index, Integer, Table, Text, UniqueConstraint, text

from bot.storage.columns import Instant
from bot.storage.metadata import metadata

# what is to be emptied one day: soon nearly all is empty, and not looked at again
STILL_RAW = "state = 'done' AND raw <> ''"
STILL_WORDED = "state <> 'waiting' AND payload <> ''"

inbox = Table(
    "inbox",
    metadata,
    Column("update_id", BigInteger, primary_key=True, autoincrement=False),
    Column("chat_id", BigInteger, nullable=False),
    Column("raw", Text, nullable=False),
    Column("received_at", Instant, nullable=False),
    Column("state", Text, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("fault", Text, nullable=False),
    Index(None, "state", "update_id"),
    Index("ix_inbox_still_raw", "state", "received_at", sqlite_where=text(STILL_RAW)),
)
outbox = Table(
    "outbox",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("chat_id", BigInteger, nullable=False),
    Column("method", Text, nullable=False),
    Column("payload", Text, nullable=False),
    Column("card", Text, nullable=False),
    Column("once", Text),
    Column("urgency", Integer, nullable=False),
    Column("person_id", Integer),
    Column("case_id", Integer),
    Column("notice_id", Integer),
    Column("state", Text, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("queued_at", Instant, nullable=False),
    Column("sent_at", Instant),
    Column("message_id", BigInteger),
    Column("fault", Text, nullable=False),
    UniqueConstraint("once"),
    Index(None, "state", "id"),
    Index("ix_outbox_still_worded", "queued_at", sqlite_where=text(STILL_WORDED)),
)
cards = Table(
    "cards",
    metadata,
    Column("card", Text, primary_key=True),
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("message_id", BigInteger, nullable=False),
)
shown = Table(
    "shown",
    metadata,
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("message_id", BigInteger, primary_key=True, autoincrement=False),
    Column("case_id", Integer, nullable=False),
)
# when each loop of the machinery was last at work
ticks = Table(
    "ticks",
    metadata,
    Column("name", Text, primary_key=True),
    Column("at", Instant, nullable=False),
)
numbers = Table(
    "numbers",
    metadata,
    Column("name", Text, primary_key=True),
    Column("last", BigInteger, nullable=False),
)
