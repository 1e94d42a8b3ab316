"""The figures of a case as they were put to people."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from core.model.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """One version of a case's assessment, whole: request, answer and the hash over both.

    Grade and sums stand beside the answer once more, for statistics: `charged` is what all persons owe together, None
    while one of the amounts is open.
    """

    id: int = 0
    case_id: int
    version: int
    request: Mapping[str, object]
    answer: Mapping[str, object]
    sha256: str
    put_by: int
    put_at: datetime
    grade: str = ""
    direct_loss: Money | None = None
    charged: Money | None = None
    borne: Money | None = None
