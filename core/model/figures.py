"""The figures of a case as they were put to people."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """One version of a case's assessment, whole: request, answer and the hash over both."""

    id: int = 0
    case_id: int
    version: int
    request: Mapping[str, object]
    answer: Mapping[str, object]
    sha256: str
    put_by: int
    put_at: datetime
