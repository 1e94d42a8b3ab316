"""Column types: money as fen, aware times in UTC, enums by value, and typed JSON."""

from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import BigInteger, DateTime, Text
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

from core.model.money import Money


class Fen(TypeDecorator[Money]):
    """Money as whole fen."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: Money | None, dialect: Dialect) -> int | None:
        """Money to fen."""
        _ = dialect
        return None if value is None else value.fen

    def process_result_value(self, value: int | None, dialect: Dialect) -> Money | None:
        """Fen to money."""
        _ = dialect
        return None if value is None else Money(value)


class Instant(TypeDecorator[datetime]):
    """An aware instant, kept in UTC; a naive one is a mistake and raises ValueError."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Aware to naive UTC."""
        _ = dialect
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(value)
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Naive UTC to aware."""
        _ = dialect
        return None if value is None else value.replace(tzinfo=UTC)


class Worded(TypeDecorator[StrEnum]):
    """An enum by its value."""

    impl = Text
    cache_ok = True

    def __init__(self, kind: type[StrEnum]) -> None:
        super().__init__()
        self.kind = kind

    def process_bind_param(self, value: StrEnum | None, dialect: Dialect) -> str | None:
        """Enum to its value."""
        _ = dialect
        return None if value is None else str(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> StrEnum | None:
        """Value to enum."""
        _ = dialect
        return None if value is None else self.kind(value)


class Json(TypeDecorator[Any]):
    """A nested value of the given type as JSON text."""

    impl = Text
    cache_ok = True

    def __init__(self, kind: Any) -> None:  # noqa: ANN401 - any type annotation
        super().__init__()
        self.kind = kind
        self.adapter: TypeAdapter[Any] = TypeAdapter(kind)

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:  # noqa: ANN401 - typed by adapter
        """Value to JSON text."""
        _ = dialect
        return None if value is None else self.adapter.dump_json(value).decode()

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:  # noqa: ANN401 - typed by adapter
        """JSON text to value."""
        _ = dialect
        return None if value is None else self.adapter.validate_json(value)
