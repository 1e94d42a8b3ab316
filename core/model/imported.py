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


class Doubles(StrEnum):
    """What becomes of doubles: left out, merged into what is there, or taken in all the same."""

    SKIP = "skip"
    MERGE = "merge"
    ADD = "add"


@dataclass(frozen=True, slots=True)
class Filled:
    """One thing that was there already and had empty fields filled: by field, what was put there."""

    thing_id: int
    fields: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Import:
    """One import: how many cases or names it `added`, and how many it `filled`; `sha256` is the hash of the file's bytes.

    It is taken in part by part, and is `finished_at` only after the last; what was interrupted can be gone on with, or
    undone. Undone, its parts keep what they had brought, so that the log can be read beside it. `made_by` and
    `undo_by` are who asked for it in chat; None is the shell. What has an `undo_by` is being taken back.
    """

    id: int = 0
    kind: ImportKind
    file_name: str
    sha256: str
    added: int = 0
    filled: int = 0
    skipped: int = 0
    made_at: datetime
    finished_at: datetime | None = None
    undone_at: datetime | None = None
    made_by: int | None = None
    undo_by: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPart:
    """What one transaction of an import brought; `added` are ids of new cases or names.

    Once it is undone, `stays` are the numbers or names among them that were used since, and `emptied` counts the fields
    that are empty again.
    """

    id: int = 0
    import_id: int
    added: tuple[int, ...] = ()
    filled: tuple[Filled, ...] = ()
    undone_at: datetime | None = None
    stays: tuple[str, ...] = ()
    emptied: int = 0
