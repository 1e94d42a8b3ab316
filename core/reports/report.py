"""A report: its figures, each with the cases behind it, made of rows by one pure function."""

from collections.abc import Callable, Mapping
from typing import Final

from msgspec import Struct

from core.reports.indicators import Indicator, indicators
from core.reports.pareto import UNKNOWN, Bar, pareto
from core.reports.period import ReportPeriod
from core.reports.rows import CaseRow, Material

CauseOf = Callable[[CaseRow], str]
"""The key of the class that a case's cause counts as; empty while nobody has named it."""

NUMBERS: Final = ("registered", "closed", "open", "overdue", "refused", "recurred")
"""What is counted, in the order shown."""
MONEY: Final = ("loss", "charged", "borne", "spent")
"""What is added up, in fen, in the order shown."""
COMES_BACK: Final = 2
"""From how many cases on a product counts as one that comes back."""


class Report(Struct, frozen=True, kw_only=True):
    """One period of the sites a reader may see. `counts` are the cases behind each number, `sums` are fen.

    `groups` are bars by site, department, product, customer and grade; `history` counts the cases registered in the
    periods before and in this one. `charges` (fen by employee number) are empty for who may not see persons.
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

    @property
    def is_empty(self) -> bool:
        """Whether nothing happened, and nothing is open."""
        return not any(self.counts.values()) and not any(self.sums.values())

    def cases_of(self, figure: str) -> tuple[int, ...]:
        """The cases behind a figure: `registered`, `timely`, or `cause.method`, `product.P-300` …; empty for no figure."""
        if figure in self.counts:
            return self.counts[figure]
        measured = {indicator.id.value: indicator.cases for indicator in self.indicators}
        if figure in measured:
            return measured[figure]
        group, _, key = figure.partition(".")
        bars = self.causes if group == "cause" else self.groups.get(group, ())
        return next((bar.cases for bar in bars if bar.key == key), ())

    def coming_back(self) -> tuple[Bar, ...]:
        """Products with more than one case."""
        return tuple(bar for bar in self.groups["product"] if bar.count >= COMES_BACK and bar.key)


def report_of(period: ReportPeriod, sites: tuple[str, ...], material: Material, cause_of: CauseOf) -> Report:
    """The report; what was refused stands in its own number and in no other figure."""
    counted = [case for case in material.registered if case.counts]
    return Report(
        period=period,
        sites=sites,
        counts=_counts(material),
        sums=_sums(material, counted),
        indicators=indicators(material),
        causes=pareto(counted, lambda case: (cause_of(case),)),
        groups={
            "site": pareto(counted, lambda case: (case.site,)),
            "department": pareto(counted, lambda case: case.departments or (UNKNOWN,)),
            "product": pareto(counted, lambda case: (case.product,)),
            "customer": pareto(counted, lambda case: (case.customer,)),
            "grade": pareto(
                counted, lambda case: (f"{case.rulebook}/{case.grade}" if case.grade else UNKNOWN,)
            ),
        },
        costs=_costs(material),
        history=material.history,
        charges=_charges(material),
    )


def _counts(material: Material) -> dict[str, tuple[int, ...]]:
    late = dict.fromkeys(clock.case_id for clock in material.clocks if not clock.is_met)
    return {
        "registered": tuple(case.id for case in material.registered),
        "closed": material.closed,
        "open": material.open,
        "overdue": tuple(late),
        "refused": tuple(case.id for case in material.registered if not case.counts),
        "recurred": material.recurrences,
    }


def _sums(material: Material, counted: list[CaseRow]) -> dict[str, int]:
    return {
        "loss": sum(case.loss or 0 for case in counted),
        "charged": sum(case.charged or 0 for case in counted),
        "borne": sum(case.borne or 0 for case in counted),
        "spent": sum(cost.fen for cost in material.costs),
    }


def _costs(material: Material) -> dict[str, int]:
    found: dict[str, int] = {}
    for cost in material.costs:
        found[cost.cost_class] = found.get(cost.cost_class, 0) + cost.fen
    return found


def _charges(material: Material) -> dict[str, int]:
    found: dict[str, int] = {}
    for charge in material.charges:
        found[charge.person] = found.get(charge.person, 0) + charge.fen
    return dict(sorted(found.items(), key=lambda one: (-one[1], one[0])))
