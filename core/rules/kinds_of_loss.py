"""Which kinds of loss a rulebook speaks of."""

from collections.abc import Iterator, Mapping
from typing import Final

from core.rulebook.edition import Edition

ALL_KINDS: Final = (
    "customer_compensation", "discount", "material", "next_process", "rework", "scrap", "property", "freight",
    "return_freight", "demurrage", "own_vehicle_repair", "third_party", "labour", "vehicle", "other", "indirect",
)  # fmt: skip
PRICED: Final = frozenset({"labour", "vehicle"})


def kinds_spoken_of(edition: Edition) -> tuple[str, ...]:
    """The kinds that its rules name, in the usual order; all that need no price, if it names none."""
    named = set(_named(edition.model_dump(mode="json"))) | {row.loss for row in edition.pricing}
    return tuple(kind for kind in ALL_KINDS if kind in named) or tuple(
        kind for kind in ALL_KINDS if kind not in PRICED
    )


def kinds_to_enter(edition: Edition) -> tuple[str, ...]:
    """Every kind that can be entered: hours only where the rulebook prices them."""
    priced = {row.loss for row in edition.pricing}
    return tuple(kind for kind in ALL_KINDS if kind not in PRICED or kind in priced)


def _named(part: object) -> Iterator[str]:
    if isinstance(part, list):
        for entry in part:
            yield from _named(entry)
    if not isinstance(part, Mapping):
        return
    for key, value in part.items():
        if key == "loss":
            yield from (value if isinstance(value, list) else [value])
        else:
            yield from _named(value)
