"""Reads the list of clauses that ships, with what carries out each."""

import csv
import tomllib
from collections.abc import Iterator
from datetime import date
from functools import cache
from importlib import resources

from bot.rulebooks import ids, rulebook
from core.rulebook.clause_list import CarriedClause, ClauseRow, clause_list


@cache
def clauses() -> tuple[CarriedClause, ...]:
    """Return all clauses of all regulations, in the order of the list."""
    shared = resources.files("core.rulebook") / "shared"
    rulebooks = tomllib.loads((shared / "regulations.toml").read_text("utf-8"))
    rows = _rows((shared / "clauses.csv").read_text("utf-8"))
    editions = {name: rulebook(name, date.max).edition for name in ids()}
    return tuple(clause_list(rows, rulebooks, editions))


def _rows(text: str) -> Iterator[ClauseRow]:
    for row in csv.DictReader(text.splitlines()):
        kinds = tuple(kind.strip() for kind in row["kind"].split(","))
        yield ClauseRow(
            key=row["key"], regulation=row["regulation"], clause=row["clause"], kinds=kinds, fact=row["fact"]
        )
