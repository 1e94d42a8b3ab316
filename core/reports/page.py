"""A report for one reader: in their language, with the names of what it counts."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from msgspec import Struct

from core.model.label import Label
from core.reports.report import Report
from core.reports.rows import CaseRow


class ReportForm(StrEnum):
    """What it is set as: one picture with all, a picture of causes or of the trend, a sheet, or a paper."""

    OVERVIEW = "overview"
    PARETO = "pareto"
    TREND = "trend"
    SHEET = "sheet"
    PAPER = "paper"


TRACED: Final = (ReportForm.SHEET, ReportForm.PAPER)
"""Forms that name the cases behind each figure."""


class ReportPage(Struct, frozen=True, kw_only=True):
    """The report with the cases registered in it. `names` are words of the rulebooks (`grade.x/y`) and of the company.

    `others` are cases of other periods that stand behind a figure, where they were read.
    """

    report: Report
    cases: tuple[CaseRow, ...]
    names: Mapping[str, Label]
    site_names: Mapping[str, str]
    person_names: Mapping[str, str]
    language: str
    others: tuple[CaseRow, ...] = ()
