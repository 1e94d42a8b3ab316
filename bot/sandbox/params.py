"""The parameters of one call, however they came: JSON, query, form or multipart."""

import json
from dataclasses import dataclass, field

from bot.sandbox.faults import bad_request
from bot.sandbox.wire import Json

TRUE = {"true", "1", "yes"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """A file part of a multipart body."""

    name: str
    mime: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Params:
    """Named values and uploads; unknown ones are simply never asked for, as Telegram ignores them."""

    values: Json = field(default_factory=dict)
    uploads: dict[str, Upload] = field(default_factory=dict)

    def has(self, name: str) -> bool:
        """Whether the parameter was given and is not empty."""
        return self.values.get(name) not in (None, "")

    def text(self, name: str) -> str:
        """As text; empty when absent."""
        value = self.values.get(name)
        return "" if value is None else str(value)

    def number(self, name: str, default: int = 0) -> int:
        """As a whole number; the default when absent or unreadable, as Telegram does."""
        try:
            return int(self.text(name))
        except ValueError:
            return default

    def flag(self, name: str) -> bool:
        """As yes or no."""
        return self.text(name).lower() in TRUE

    def structure(self, name: str) -> Json:
        """As an object; empty when absent."""
        value = self._parsed(name)
        if value is not None and not isinstance(value, dict):
            raise bad_request(f"can't parse {name.replace('_', ' ')} JSON object")
        return value or {}

    def items(self, name: str) -> list[Json]:
        """As a list of objects; empty when absent."""
        value = self.values_of(name)
        if any(not isinstance(item, dict) for item in value):
            raise bad_request(f"can't parse {name.replace('_', ' ')}: expected an Array of Objects")
        return [item for item in value if isinstance(item, dict)]

    def values_of(self, name: str) -> list[object]:
        """As a list; empty when absent."""
        value = self._parsed(name)
        if value is not None and not isinstance(value, list):
            raise bad_request(f"can't parse {name.replace('_', ' ')}: expected an Array")
        return list(value or [])

    def _parsed(self, name: str) -> object:
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        if not value.strip():
            return None
        try:
            parsed: object = json.loads(value)
        except ValueError:
            raise bad_request(f"can't parse {name.replace('_', ' ')} JSON object") from None
        return parsed
