"""What every table of a rulebook file obeys: unknown keys are faults, nothing changes after reading."""

from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, InstanceOf, StringConstraints

from core.model.decimal_text import NotADecimal
from core.model.money import Money
from core.model.rate import millionths, percent, signed_percent


class Chapter(BaseModel):
    """A table of the file, read strictly and frozen."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


def as_list(value: object) -> object:
    """Let one entry stand without brackets where several may stand."""
    return value if isinstance(value, list) else [value]


def _money(text: object) -> Money:
    if not isinstance(text, str) or "." not in text:
        raise ValueError("money is a text with two places, such as '500.00'")
    return Money.of(text)


def _percent(text: object) -> int:
    if not isinstance(text, str) or not text.endswith("%"):
        raise ValueError("a rate is a text with a percent sign, such as '40%'")
    try:
        return percent(text[:-1])
    except NotADecimal:
        raise ValueError("a rate has at most four places and no sign") from None


def _points(text: object) -> int:
    if not isinstance(text, str) or not text.endswith("%"):
        raise ValueError("percentage points are a text with a percent sign, such as '-5%'")
    try:
        return signed_percent(text[:-1])
    except NotADecimal:
        raise ValueError("percentage points have at most four places") from None


def _decimal(text: object) -> int:
    if not isinstance(text, str):
        raise ValueError("a decimal is a text, such as '0.8'")  # noqa: TRY004 (pydantic gathers ValueErrors)
    try:
        return millionths(text)
    except NotADecimal:
        raise ValueError("a decimal has at most six places and no sign") from None


Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
"""A key of the vocabulary: small letters, digits, underscores."""
Path = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)?$")]
"""A fact, a field of a record (`vehicle.repair`) or of a person (`person.level`)."""
Clause = Annotated[str, StringConstraints(min_length=1)]
"""The stable key of a clause; screens drop what follows `#`."""
Ids = Annotated[tuple[Id, ...], BeforeValidator(as_list)]
"""One id, or several in brackets."""
Paths = Annotated[tuple[Path, ...], BeforeValidator(as_list)]
"""One fact, or several in brackets."""
Yuan = Annotated[Money, InstanceOf(), BeforeValidator(_money)]
Rate = Annotated[int, BeforeValidator(_percent)]
"""Millionths, written as a percentage."""
Points = Annotated[int, BeforeValidator(_points)]
"""Percentage points in millionths, signed."""
Decimal = Annotated[int, BeforeValidator(_decimal)]
"""Millionths, written as a decimal."""


__all__ = [
    "Chapter",
    "Clause",
    "Decimal",
    "Field",
    "Id",
    "Ids",
    "Path",
    "Paths",
    "Points",
    "Rate",
    "Yuan",
    "as_list",
]
