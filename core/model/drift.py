"""A difference between what a case rests on and what the program at hand would say."""

from dataclasses import dataclass
from enum import StrEnum


class DriftKind(StrEnum):
    """What differs: the rulebook is gone, its text is another one, or the figures would be others."""

    RULEBOOK_GONE = "rulebook_gone"
    OTHER_TEXT = "other_text"
    OTHER_FIGURES = "other_figures"


@dataclass(frozen=True, slots=True, kw_only=True)
class Drift:
    """One difference of one case; `said` is what differs, old and new. What was put to people stands as it is."""

    kind: DriftKind
    case_id: int
    number: str
    version: int
    said: str = ""
