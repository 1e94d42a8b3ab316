"""What a draft says, and what was only read in it."""

from collections.abc import Mapping
from typing import Final

from core.model.draft import Draft

# without these nobody could take a complaint on, whatever the rulebook
ALWAYS: Final = ("customer", "subject", "happened", "demand")
SUBJECT: Final = ("product", "order_no", "part_no")
FIELDS: Final = (
    "customer",
    "product",
    "order_no",
    "part_no",
    "occurred_on",
    "quantity",
    "defective",
    "happened",
    "demand",
    "phone",
)
UNKNOWN: Final = "unknown"
_LONGEST: Final[Mapping[str, int]] = {"happened": 5000, "demand": 500}
_USUAL_LONGEST: Final = 100


def value_of(draft: Draft, field: str) -> str:
    """What a person gave for that field, else what was found; empty if neither."""
    if field in draft.fields:
        return draft.fields[field]
    return draft.found.get(field, {}).get("value", "")


def is_found(draft: Draft, field: str) -> bool:
    """Whether the value was read in a text and nobody has given another."""
    return field not in draft.fields and field in draft.found


def has_content(draft: Draft) -> bool:
    """Whether anything was sent for it or answered in it; a draft only begun has just its site."""
    return draft.settles_at is not None or bool(draft.found) or draft.fields.keys() != {"site"}


def longest(field: str) -> int:
    """How many characters an answer to that field may have."""
    return _LONGEST.get(field, _USUAL_LONGEST)
