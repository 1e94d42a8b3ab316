"""What reports need of a unit of work."""

from datetime import datetime
from typing import Protocol

from core.model.evidence import Evidence
from core.model.month_figure import MonthFigure
from core.model.subscription import Subscription
from core.reports.page import ReportForm, ReportPage
from core.reports.rows import Asked, CaseRow, Material
from core.shelf import Shelf


class Statistics(Protocol):
    """Counts over all cases, as this unit of work sees them."""

    async def material(self, asked: Asked) -> Material:
        """Everything that was asked for, without a history."""
        ...

    async def registered(self, begins: datetime, ends: datetime, sites: tuple[str, ...]) -> int:
        """How many cases were registered between two instants."""
        ...

    async def registered_ids(
        self, begins: datetime, ends: datetime, sites: tuple[str, ...], most: int
    ) -> tuple[int, ...]:
        """Which they are, by id, at most so many."""
        ...

    async def rows(self, ids: tuple[int, ...]) -> tuple[CaseRow, ...]:
        """These cases, by id, whenever they were registered."""
        ...


class Drawing(Protocol):
    """Reports as files."""

    async def draw(self, page: ReportPage, form: ReportForm) -> Evidence:
        """Set it, keep its bytes, and give it as a piece of evidence."""
        ...


class ReportShelves(Protocol):
    """What is counted, what was entered, who wants to have it."""

    @property
    def statistics(self) -> Statistics:
        """Counts over all cases."""
        ...

    @property
    def drawing(self) -> Drawing:
        """Reports as files."""
        ...

    @property
    def month_figures(self) -> Shelf[MonthFigure]:
        """Orders and budgets."""
        ...

    @property
    def subscriptions(self) -> Shelf[Subscription]:
        """Who gets reports sent."""
        ...
