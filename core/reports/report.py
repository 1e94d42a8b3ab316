"""A report: its figures, each with the cases behind it, made of rows by one pure function."""

from collections.abc import Callable, Mapping
from typing import Final

from msgspec import Struct

from core.reports.amounts import COST, MONEY, PERSON, Amounts, amounts, totals
from core.reports.indicators import Indicator, indicators
from core.reports.pareto import UNKNOWN, Bar, pareto
from core.reports.period import ReportPeriod
from core.reports.rows import CaseRow, Material

CauseOf = Callable[[CaseRow], str]
"""The key of the class that a case's cause counts as; empty while nobody has named it."""

NUMBERS: Final = ("registered", "closed", "open", "overdue", "refused", "recurred")
"""What is counted, in the order shown."""
IMPORTED: Final = "imported"
"""Of those registered: taken over from earlier records."""
COMES_BACK: Final = 2
"""From how many cases on a product counts as one that comes back."""


class Report(Struct, frozen=True, kw_only=True):
    """One period of the sites a reader may see. `counts` are the cases behind each number, `sums` are fen.

    `groups` are bars by site, department, product, customer and grade; `history` counts the cases registered in the
    periods before and in this one, `earlier` are those of the periods before, where they were read. `charges` (fen by
    employee number) are empty for whoever may not see persons. `amounts` say which case adds what to a sum.
    """

    period: ReportPeriod
    sites: tuple[str, ...]
    counts: Mapping[str, tuple[int, ...]]
    sums: Mapping[str, int]
    indicators: tuple[Indicator, ...]
    causes: tuple[Bar, ...]
    groups: Mapping[str, tuple[Bar, ...]]
    costs: Mapping[str, int]
    history: tuple[int, ...]
    charges: Mapping[str, int]
    amounts: Amounts
    earlier: tuple[tuple[int, ...], ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing happened, and nothing is open."""
        return not any(self.counts.values()) and not any(self.sums.values())

    def coming_back(self) -> tuple[Bar, ...]:
        """Products with more than one case."""
        return tuple(bar for bar in self.groups["product"] if bar.count >= COMES_BACK and bar.key)


def report_of(period: ReportPeriod, sites: tuple[str, ...], material: Material, cause_of: CauseOf) -> Report:
    """The report; what was refused stands in its own number and in no other figure."""
    counted = [case for case in material.registered if case.counts]
    added = amounts(material, counted)
    return Report(
        period=period,
        sites=sites,
        counts=_counts(material),
        sums={name: sum(added[name].values()) for name in MONEY},
        indicators=indicators(material),
        causes=pareto((cause_of(case), case) for case in counted),
        groups={
            "site": pareto((case.site, case) for case in counted),
            "department": pareto((one, case) for case in counted for one in case.departments or (UNKNOWN,)),
            "product": pareto((case.product, case) for case in counted),
            "customer": pareto((case.customer, case) for case in counted),
            "grade": pareto((_grade_of(case), case) for case in counted),
        },
        costs=totals(added, COST),
        history=material.history,
        charges=_most_first(totals(added, PERSON)),
        amounts=added,
    )


def _counts(material: Material) -> dict[str, tuple[int, ...]]:
    late = dict.fromkeys(clock.case_id for clock in material.clocks if not clock.is_met)
    return {
        "registered": tuple(case.id for case in material.registered),
        "closed": material.closed,
        "open": material.open,
        "overdue": tuple(late),
        "refused": tuple(case.id for case in material.registered if not case.counts),
        "recurred": tuple(dict.fromkeys(material.recurrences)),
        IMPORTED: tuple(case.id for case in material.registered if case.is_imported),
    }


def _grade_of(case: CaseRow) -> str:
    return f"{case.rulebook}/{case.grade}" if case.grade else UNKNOWN


def _most_first(fen: Mapping[str, int]) -> dict[str, int]:
    return dict(sorted(fen.items(), key=lambda one: (-one[1], one[0])))
