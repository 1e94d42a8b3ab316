"""Which kinds of loss a rulebook speaks of."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from pydantic import BaseModel

from core.rulebook.edition import Edition

ALL_KINDS: Final = (
    "customer_compensation", "discount", "material", "next_process", "rework", "scrap", "property", "freight",
    "return_freight", "demurrage", "own_vehicle_repair", "third_party", "labour", "vehicle", "other", "indirect",
)  # fmt: skip
PRICED: Final = frozenset({"labour", "vehicle"})


def kinds_spoken_of(edition: Edition) -> tuple[str, ...]:
    """The kinds that its rules name, in the usual order; all that need no price, if it names none."""
    named = set(_named(edition)) | {row.loss for row in edition.pricing}
    return tuple(kind for kind in ALL_KINDS if kind in named) or tuple(
        kind for kind in ALL_KINDS if kind not in PRICED
    )


def kinds_to_enter(edition: Edition) -> tuple[str, ...]:
    """Every kind that can be entered: hours only where the rulebook prices them."""
    priced = {row.loss for row in edition.pricing}
    return tuple(kind for kind in ALL_KINDS if kind not in PRICED or kind in priced)


def _named(part: object) -> Iterator[str]:
    """Every kind under a key `loss`, wherever it stands."""
    if isinstance(part, BaseModel):
        for name, value in part:
            yield from _kinds(value) if name == "loss" else _named(value)
    elif isinstance(part, Mapping):
        yield from _each(part.values())
    elif isinstance(part, tuple):
        yield from _each(part)


def _each(parts: Iterable[object]) -> Iterator[str]:
    for part in parts:
        yield from _named(part)


def _kinds(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        yield from value
