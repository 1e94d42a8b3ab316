"""The tables that are append-only, each row chained to the one before it."""

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, Table, Text

from bot.storage.columns import Instant
from bot.storage.derive import columns_of
from bot.storage.metadata import metadata
from core.ledger.posting import Entry, Ground, Posting

ledger = Table(
    "ledger",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("posting", BigInteger, nullable=False),
    *columns_of(Posting, without=("id", "ground", "entries")),
    *columns_of(Entry),
    *columns_of(Ground, without=("notice_id",)),
    # 0 where there is none: what is owed is added up by it
    Column("notice_id", BigInteger, nullable=False),
    Column("previous", Text, nullable=False),
    Column("hash", Text, nullable=False),
    Index(None, "case_id"),
    Index(None, "person_id"),
    Index(None, "batch_id"),
    Index(None, "posting"),
)
log = Table(
    "log",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("at", Instant, nullable=False),
    Column("act", Text, nullable=False),
    Column("case_id", Integer),
    Column("actor_id", Integer),
    Column("facts", Text, nullable=False),
    Column("words_hash", Text, nullable=False),
    Column("previous", Text, nullable=False),
    Column("hash", Text, nullable=False),
    Index(None, "case_id"),
)
log_words = Table(
    "log_words",
    metadata,
    Column("seq", Integer, ForeignKey("log.seq"), primary_key=True, autoincrement=False),
    Column("salt", Text, nullable=False),
    Column("words", Text, nullable=False),
)
