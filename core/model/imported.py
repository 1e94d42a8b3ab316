"""What was brought in from earlier records, so that it can be taken back."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class ImportKind(StrEnum):
    """What a file holds."""

    COMPLAINTS = "complaints"
    CUSTOMERS = "customers"
    PRODUCTS = "products"


@dataclass(frozen=True, slots=True)
class Filled:
    """One thing that was there already and had empty fields filled: by field, what was put there."""

    thing_id: int
    fields: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Import:
    """One import. `added` are ids of new cases or names; `sha256` is the hash of the file's bytes.

    Undone, it keeps what it had brought, so that the log can be read beside it.
    """

    id: int = 0
    kind: ImportKind
    file_name: str
    sha256: str
    added: tuple[int, ...] = ()
    filled: tuple[Filled, ...] = ()
    skipped: int = 0
    made_at: datetime
    undone_at: datetime | None = None
