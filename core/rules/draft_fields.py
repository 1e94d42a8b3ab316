"""What a draft says, what was only read in it, and what is still missing before it can be registered."""

from typing import Final

from core.model.draft import Draft

SUBJECT: Final = ("product", "order_no", "part_no")
REQUIRED: Final = ("customer", "subject", "happened", "demand")
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


def value_of(draft: Draft, field: str) -> str:
    """What a person gave for that field, else what was found; empty if neither."""
    if field in draft.fields:
        return draft.fields[field]
    return draft.found.get(field, {}).get("value", "")


def is_found(draft: Draft, field: str) -> bool:
    """Whether the value was read in a text and nobody has given another."""
    return field not in draft.fields and field in draft.found


def missing_in(draft: Draft) -> tuple[str, ...]:
    """The required fields that nobody has given and nothing was found for, in the order they are asked."""
    return tuple(field for field in REQUIRED if not _is_there(draft, field))


def _is_there(draft: Draft, field: str) -> bool:
    return any(value_of(draft, one) for one in (SUBJECT if field == "subject" else (field,)))
