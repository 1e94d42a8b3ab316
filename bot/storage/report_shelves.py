"""The shelves of reports: what was entered for a month, and who wants to have them."""

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage import tables
from bot.storage.edition_shelves import EditionShelves
from bot.storage.shelf import TableShelf
from bot.storage.statistics import TableStatistics
from core.model.month_figure import MonthFigure
from core.model.subscription import Subscription
from core.reports.ports import Statistics
from core.shelf import Shelf


class ReportShelves(EditionShelves):
    """Figures of months, and subscriptions, beside the editions."""

    def __init__(self, connection: AsyncConnection) -> None:
        super().__init__(connection)
        self.statistics: Statistics = TableStatistics(connection)
        self.month_figures: Shelf[MonthFigure] = TableShelf(connection, tables.month_figures, MonthFigure)
        self.subscriptions: Shelf[Subscription] = TableShelf(connection, tables.subscriptions, Subscription)
