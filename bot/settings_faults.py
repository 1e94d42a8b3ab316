"""The faults of a configuration as values: where, what was found, what is allowed."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

KINDS = {
    "missing": "missing",
    "extra_forbidden": "unknown_key",
    "greater_than_equal": "number_bounds",
    "less_than_equal": "number_bounds",
    "string_too_short": "too_short",
    "string_too_long": "too_long",
    "too_short": "too_short",
    "choice": "choice",
    "one_of": "one_of",
    "string_pattern_mismatch": "id",
    "zone": "zone",
    "url": "url",
    "money": "money",
    "tip_key": "tip_key",
}
LONGEST_SHOWN = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingsFault:
    """One fault; `what` is the key of its words, `where` the key in the file, dotted."""

    what: str
    where: str
    found: str
    allowed: str = ""
    clause: str = ""


def faults_in(error: ValidationError) -> tuple[SettingsFault, ...]:
    """All faults of a validation, in the order of the file's keys."""
    faults = [_fault(item) for item in error.errors(include_url=False)]
    # A list whose only item is bad counts as empty too: the item's fault says it all.
    return tuple(
        fault for fault in faults if not any(other.where.startswith(f"{fault.where}.") for other in faults)
    )


def unreadable(what: str, file: Path, found: str) -> SettingsFault:
    """The fault of a file that could not be read at all."""
    return SettingsFault(what=what, where=str(file), found=found)


def _fault(item: Any) -> SettingsFault:  # noqa: ANN401 - pydantic's ErrorDetails is a loose dict
    where = ".".join(str(part) for part in item["loc"])
    context = item.get("ctx", {})
    return SettingsFault(
        what=_kind(item["type"]),
        where=where,
        found="" if "token" in where else repr(item["input"])[:LONGEST_SHOWN],
        allowed=str(context.get("allowed", _bounds(context))),
    )


def _kind(type_: str) -> str:
    known = KINDS.get(type_)
    if known is None:
        known = next(
            (word for word in ("int", "date", "string", "tuple", "dict") if type_.startswith(word)), "other"
        )
    return known


def _bounds(context: dict[str, Any]) -> str:
    words = {"ge": ">= {}", "le": "<= {}", "max_length": "<= {}", "min_length": ">= {}"}
    return ", ".join(word.format(context[key]) for key, word in words.items() if key in context)
