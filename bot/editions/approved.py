"""Editions that were approved in chat, as the database keeps them: read before the bot or a command begins."""

import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Final

from bot.own_rulebooks import in_rulebook
from bot.rulebooks import loss_kinds, ready
from bot.settings_faults import SettingsFault
from core.model.fault import Fault
from core.rulebook.checked_text import checked
from core.rulebook.compiled import CompiledRulebook

APPROVED: Final = "SELECT name, text, sha256 FROM proposed_editions WHERE state = 'approved' ORDER BY id"
HAS_TABLE: Final = "SELECT 1 FROM sqlite_master WHERE name = 'proposed_editions'"


@dataclass(slots=True)
class ApprovedEditions:
    """The editions, and whatever is wrong with them."""

    books: list[CompiledRulebook] = field(default_factory=list)
    faults: list[SettingsFault] = field(default_factory=list)


def read_approved(database: Path) -> ApprovedEditions:
    """Those in that database; none where there is no database, or one from before there were any."""
    read = ApprovedEditions()
    for name, text, kept in _rows(database):
        found = checked(text, loss_kinds())
        known = sha256(text.encode()).hexdigest()
        if known != kept:
            changed = Fault("file", f"found is {known};", f"allowed is {kept}")
            read.faults.append(in_rulebook(changed, name))
        elif found.edition is None:
            read.faults.extend(in_rulebook(placed.fault, name, placed.line) for placed in found.faults)
        else:
            read.books.append(ready(found.edition, kept))
    return read


def _rows(database: Path) -> list[tuple[str, str, str]]:
    if not database.is_file():
        return []
    # a broken file is named by whoever opens it to work with it; it must not keep a backup from being restored;
    # a command that only looks must not make a database
    with (
        suppress(sqlite3.DatabaseError),
        closing(sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True)) as here,
    ):
        return here.execute(APPROVED).fetchall() if here.execute(HAS_TABLE).fetchone() else []
    return []
