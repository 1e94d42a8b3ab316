"""Multiplies the rows of the original cases: ids move on, people change places with their team, time goes on."""

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Date,
    MetaData,
    Table,
    and_,
    case,
    cast,
    func,
    insert,
    literal,
    null,
    or_,
    select,
)
from sqlalchemy import String as Words

from bench.scale.copies import copies
from bench.scale.founding import OFFICES, PARTS
from bot.storage import tables
from bot.storage.all_tables import metadata
from bot.storage.columns import Instant

Cell = ColumnElement[Any]
Special = Callable[[Table], Cell]
ORIGINALS = "originals"
_attached = MetaData()
INSTANT, DAY = "%Y-%m-%d %H:%M:%f", "%Y-%m-%d"
CUSTOMERS, PARTS_OF_PRODUCT = 830, 250
PEOPLE = {
    "person_id", "reporter_id", "owner_id", "named_by", "done_by", "finished_by", "put_by", "received_by", "hearer_id",
}  # fmt: skip
REFUSED = "refused"
AUDITOR = OFFICES[-1]
SUBJECTS = {"case": tables.cases, "duty": tables.duties, "party": tables.parties, "notice": tables.notices}


def _numbered(table: Table, name: str) -> Cell:
    return table.c[name].concat("-").concat(cast(copies.c.round, Words))


def _one_of(table: Table, name: str, count: int) -> Cell:
    """So many different ones come of each original."""
    return case(
        (table.c[name] == "", ""),
        else_=table.c[name].concat(cast((copies.c.id * 7919 + copies.c.team) % count, Words)),
    )


def _unless_open(table: Table, name: str, otherwise: Cell) -> Cell:
    return case(
        (copies.c.is_open, _later(table.c[name])), else_=func.coalesce(_later(table.c[name]), otherwise)
    )


def _later(column: Cell, form: str = INSTANT) -> Cell:
    at = func.strftime(form, column, cast(copies.c.later, Words).concat(" seconds"))
    return at.concat("000") if form == INSTANT else at


SPECIAL: Mapping[tuple[str, str], Special] = {
    ("cases", "number"): lambda _: literal("B").concat(cast(copies.c.id, Words)),
    ("cases", "customer"): lambda it: _one_of(it, "customer", CUSTOMERS),
    ("cases", "part_no"): lambda it: _one_of(it, "part_no", PARTS_OF_PRODUCT),
    ("cases", "order_no"): lambda it: _numbered(it, "order_no"),
    ("cases", "stage"): lambda it: case(
        (or_(copies.c.is_open, it.c.stage == REFUSED), it.c.stage), else_="closed"
    ),
    ("cases", "replied_at"): lambda it: _unless_open(it, "replied_at", _later(it.c.registered_at)),
    ("notices", "number"): lambda it: _numbered(it, "number"),
    # of those still open, four in five are heard by the auditor
    ("appeals", "state"): lambda it: case((copies.c.is_open, it.c.state), else_="decided"),
    ("appeals", "hearer_id"): lambda _: case((copies.c.id % 5 > 0, AUDITOR), else_=null()),
    ("duties", "key"): lambda it: _numbered(it, "key"),
    ("duties", "done_at"): lambda it: _unless_open(it, "done_at", _later(it.c.opened_at)),
    ("duties", "done_by"): lambda it: case(
        (and_(it.c.done_by.is_(None), copies.c.is_open), null()), else_=func.coalesce(it.c.done_by, 1)
    ),
    ("deadline_clocks", "stopped_at"): lambda it: _unless_open(it, "stopped_at", _later(it.c.due_at)),
}


class Copying:
    """Copies on one connection, beside which the originals' database is attached."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._highest: dict[tuple[str, str], int] = {}

    def highest(self, table: Table) -> int:
        """The highest id of the originals: by it the ids of each round of copies move on."""
        return self.highest_of(table, "id")

    def highest_of(self, table: Table, name: str) -> int:
        """The same of any number."""
        if (table.name, name) not in self._highest:
            found = self._connection.execute(select(func.max(of_originals(table).c[name]))).scalar()
            self._highest[table.name, name] = int(found or 0)
        return self._highest[table.name, name]

    def copy(self, table: Table, case_id: str = "case_id") -> int:
        """Copy the rows of that table that belong to cases; how many came of it."""
        original = of_originals(table)
        cells = {column.name: self._cell(original, column) for column in table.columns}
        rows = (
            select(*cells.values())
            .select_from(copies)
            .join(original, original.c[case_id] == copies.c.original)
            .order_by(copies.c.id)
        )
        return self._connection.execute(insert(table).from_select(list(cells), rows)).rowcount

    def moved(self, column: Cell, table: Table) -> Cell:
        """An id in that table, as the copy has it."""
        return column + copies.c.round * self.highest(table)

    def _cell(self, original: Table, column: Column[Any]) -> Cell:
        here = original.c[column.name]
        if special := SPECIAL.get((original.name, column.name)):
            return special(original)
        if column.name in PEOPLE:
            return in_team(here)
        if column.name == "subject_id":
            of = ((original.c.subject == name, self.moved(here, table)) for name, table in SUBJECTS.items())
            return case(*of)
        if isinstance(column.type, Instant):
            return _later(here)
        if isinstance(column.type, Date):
            return _later(here, DAY)
        referred = self._refers_to(original, column.name)
        return here if referred is None else self.moved(here, referred)

    def _refers_to(self, original: Table, name: str) -> Table | None:
        if name == "id":
            return metadata.tables[original.name]
        if name == "case_id" or (original.name, name) == ("evidence", "holder_id"):
            return tables.cases
        return {"notice_id": tables.notices, "replaced_by": tables.notices}.get(name)


def in_team(person: Cell) -> Cell:
    """Who has that place in the copy's team."""
    return case(
        (or_(person.is_(None), person.in_((0, *OFFICES))), person), else_=copies.c.team * PARTS + person
    )


def of_originals(table: Table) -> Table:
    """The same table in the database that was attached."""
    known = _attached.tables.get(f"{ORIGINALS}.{table.name}")
    return table.to_metadata(_attached, schema=ORIGINALS) if known is None else known
