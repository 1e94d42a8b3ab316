"""The body of a control request, with kind answers where something is missing."""

import json
from dataclasses import dataclass

from aiohttp import web

from bot.sandbox.faults import ControlFault
from bot.sandbox.person import Person
from bot.sandbox.wire import Json
from bot.sandbox.world import World


@dataclass(frozen=True, slots=True)
class Body:
    """A JSON object's fields, typed."""

    values: Json

    def number(self, name: str) -> int:
        """A whole number that must be there."""
        value = self.values.get(name)
        if isinstance(value, bool) or not isinstance(value, int):
            raise ControlFault(f"{name} must be a whole number")
        return value

    def optional_number(self, name: str) -> int | None:
        """A whole number, or None when absent."""
        return None if self.values.get(name) is None else self.number(name)

    def text(self, name: str) -> str:
        """A text; empty when absent."""
        value = self.values.get(name) or ""
        if not isinstance(value, str):
            raise ControlFault(f"{name} must be a text")
        return value

    def needed_text(self, name: str) -> str:
        """A text that must be there."""
        if not self.text(name):
            raise ControlFault(f"{name} is missing")
        return self.text(name)

    def flag(self, name: str) -> bool:
        """Yes or no; no when absent."""
        return self.values.get(name) is True

    def numbers(self, name: str) -> list[int]:
        """A list of whole numbers; empty when absent."""
        return [Body({name: item}).number(name) for item in self._list(name)]

    def items(self, name: str) -> list["Body"]:
        """A list of objects; empty when absent."""
        items = self._list(name)
        if any(not isinstance(item, dict) for item in items):
            raise ControlFault(f"{name} must be a list of objects")
        return [Body(item) for item in items]

    def person(self, world: World, name: str = "from") -> Person:
        """The person whose id stands in a field."""
        return world.directory.person(self.number(name))

    def _list(self, name: str) -> list[Json]:
        value = self.values.get(name) or []
        if not isinstance(value, list):
            raise ControlFault(f"{name} must be a list")
        return value


async def body_of(request: web.Request) -> Body:
    """The request's JSON object."""
    try:
        values = json.loads(await request.text() or "{}")
    except ValueError:
        raise ControlFault("the body must be JSON") from None
    if not isinstance(values, dict):
        raise ControlFault("the body must be a JSON object")
    return Body(values)


def query_number(request: web.Request, name: str, default: int) -> int:
    """A whole number from the address."""
    value = request.query.get(name, "")
    try:
        return int(value) if value else default
    except ValueError:
        raise ControlFault(f"{name} must be a whole number") from None


def query_seconds(request: web.Request, name: str, default: float, *, most: float) -> float:
    """Seconds from the address, 0 to `most`."""
    value = request.query.get(name, "")
    try:
        return min(max(float(value), 0.0), most) if value else default
    except ValueError:
        raise ControlFault(f"{name} must be a number of seconds") from None
