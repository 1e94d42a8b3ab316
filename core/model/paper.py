"""A document (单据) to be printed or kept: which form, in which language, and what fills it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class PaperKind(StrEnum):
    """Which form; the value is the name of its templates."""

    NOTICE = "notice"
    INCIDENT_REPORT = "incident_report"
    COMPLAINT_RECORD = "complaint_record"
    DISPOSITION_REPORT = "disposition_report"
    CORRECTIVE_ACTIONS = "corrective_actions"
    EIGHT_D = "eight_d"
    DOSSIER = "dossier"
    STATEMENT = "statement"
    PAYROLL_SUMMARY = "payroll_summary"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """One document before words; the same data in the same language give the same bytes.

    `number` is that of the case or notice, and goes into the file's name; `copies` are how many sheets.
    """

    kind: PaperKind
    language: str
    number: str
    case_id: int = 0
    data: Mapping[str, object] = field(default_factory=dict)
