"""A table of the request under its JSON path: takes out values, gathers faults."""

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Final, TypeVar

from core.model.fault import Fault
from core.rules.intake.scalars import NotAllowed

Read = TypeVar("Read")
_LONGEST: Final = 60


def shown(value: object) -> str:
    """Show a found value as JSON would, cut where it is long."""
    if isinstance(value, str):
        text = value if value.isprintable() and value.strip() == value and value else json.dumps(value)
    else:
        text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"


class Sheet:
    """One JSON object: `take` reads a key if it is there; what nobody took is a fault at the end."""

    __slots__ = ("faults", "path", "table")

    def __init__(self, table: object, path: str, faults: list[Fault]) -> None:
        self.path, self.faults = path, faults
        self.table: Mapping[str, object] = {}
        if isinstance(table, Mapping):
            self.table = table
        else:
            self.fault("", table, "allowed is an object")

    def take(self, key: str, reader: Callable[[object], Read]) -> Read | None:
        """Read the value of `key`; None if absent or faulty."""
        if key not in self.table:
            return None
        try:
            return reader(self.table[key])
        except NotAllowed as fault:
            self.fault(key, self.table[key], str(fault))
            return None

    def demand(self, key: str, reader: Callable[[object], Read]) -> Read | None:
        """Read the value of `key`, which must be there."""
        if key not in self.table:
            self.missing(key)
        return self.take(key, reader)

    def choose(self, key: str, allowed: Iterable[str]) -> str | None:
        """Read a value which must be one of `allowed`."""
        return self.take(key, lambda value: one_of(value, allowed))

    def missing(self, key: str, why: str = "") -> None:
        """Note that a key is needed."""
        self.faults.append(Fault(self.at(key), "nothing is given,", why or "a value is needed"))

    def fault(self, key: str, found: object, allowed: str) -> None:
        """Note a fault at `key`."""
        self.faults.append(Fault(self.at(key), f"found is {shown(found)};", allowed))

    def refuse_others(self, allowed: Iterable[str]) -> None:
        """Note every key that is not in the vocabulary."""
        known = allowed if isinstance(allowed, (set, frozenset, Mapping)) else tuple(allowed)
        for key in self.table:
            if key not in known:
                self.faults.append(
                    Fault(self.at(str(key)), "is not a known key;", f"allowed are {', '.join(sorted(known))}")
                )

    def at(self, key: str) -> str:
        """Return the JSON path of a key."""
        return f"{self.path}.{key}" if self.path and key else self.path or key or "request"


def one_of(value: object, allowed: Iterable[str]) -> str:
    """Read one of the allowed ids; raises NotAllowed."""
    if isinstance(value, str) and value in allowed:
        return value
    raise NotAllowed(f"allowed are {', '.join(sorted(allowed))}")


def rows(sheet: Sheet, key: str) -> list[tuple[str, object]]:
    """Return the entries of a list under `key` with their paths."""
    value = sheet.table.get(key)
    if value is None and key not in sheet.table:
        return []
    if not isinstance(value, (list, tuple)):
        sheet.fault(key, value, "allowed is a list")
        return []
    return [(f"{key}[{place}]", entry) for place, entry in enumerate(value)]
