"""A table of the request under its JSON path: reads its values, gathers faults."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from core.model.fault import Fault
from core.rulebook.scalars import NotAllowed
from core.rules.request.shown import shown

Readers = Mapping[str, Callable[[object], Any]]


class Sheet:
    """One JSON object; what has no reader is a fault."""

    __slots__ = ("faults", "is_table", "path", "table")

    def __init__(self, table: object, path: str, faults: list[Fault]) -> None:
        self.path, self.faults = path, faults
        self.table: Mapping[str, object] = {}
        self.is_table = True
        if isinstance(table, (dict, Mapping)):  # dict first: asking for any mapping takes far longer
            self.table = table
        else:
            self.is_table = False
            faults.append(Fault(path or "request", f"found is {shown(table)};", "allowed is an object"))

    def read(self, readers: Readers) -> dict[str, Any]:
        """Return what was given and could be read, by key."""
        values: dict[str, Any] = {}
        for key, value in self.table.items():
            reader = readers.get(key)
            if reader is None:
                self.refuse(key, readers)
                continue
            try:
                values[key] = reader(value)
            except NotAllowed as fault:
                self.fault(key, value, str(fault))
        return values

    def refuse(self, key: object, known: Iterable[str]) -> None:
        """Note a key that nobody knows."""
        listed = ", ".join(sorted(known))
        allowed = f"allowed are {listed}" if listed else "none is allowed here"
        self.faults.append(Fault(self.at(shown(key)), "is not a known key;", allowed))

    def demand(self, *keys: str) -> None:
        """Note each of these keys that is not there."""
        for key in keys:
            if self.is_table and key not in self.table:
                self.missing(key, "a value is needed")

    def missing(self, key: str, why: str) -> None:
        """Note that a key is needed."""
        self.faults.append(Fault(self.at(key), "nothing is given,", why))

    def fault(self, key: str, found: object, allowed: str) -> None:
        """Note a fault at `key`."""
        self.faults.append(Fault(self.at(key), f"found is {shown(found)};", allowed))

    def at(self, key: str) -> str:
        """Return the JSON path of a key."""
        return f"{self.path}.{key}" if self.path else key

    def inner(self, key: str) -> "Sheet | None":
        """Return the table under `key`; None if it is not there."""
        return Sheet(self.table[key], self.at(key), self.faults) if key in self.table else None

    def rows(self, key: str) -> list["Sheet"]:
        """Return the tables of the list under `key`."""
        value = self.table.get(key, ())
        if not isinstance(value, (list, tuple)):
            self.fault(key, value, "allowed is a list")
            return []
        return [Sheet(entry, f"{key}[{place}]", self.faults) for place, entry in enumerate(value)]
