"""Insert-or-update, the one statement whose words differ between databases."""

from collections.abc import Iterable

from sqlalchemy import ColumnElement, Table
from sqlalchemy.dialects.sqlite import Insert, insert


def insert_or_ignore(table: Table) -> Insert:
    """Insert rows, leaving alone those that are already there."""
    return insert(table).on_conflict_do_nothing()


def insert_or_update(
    table: Table,
    key: Iterable[str],
    changed: Iterable[str],
    only_if: ColumnElement[bool] | None = None,
) -> Insert:
    """Insert a row, or set `changed` of the row with the same `key` to the new values (where `only_if` holds)."""
    statement = insert(table)
    values = {name: statement.excluded[name] for name in changed}
    return statement.on_conflict_do_update(index_elements=list(key), set_=values, where=only_if)
