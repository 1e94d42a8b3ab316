"""The shelves of the customer's side of a case."""

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage import tables
from bot.storage.report_shelves import ReportShelves
from bot.storage.shelf import TableShelf
from core.model.negotiation import Round, Survey
from core.model.remedy import Remedy, Undertaking
from core.shelf import Shelf


class CustomerShelves(ReportShelves):
    """Plans, what they hold, what was said with the customer and how the customer took it, beside reports."""

    def __init__(self, connection: AsyncConnection) -> None:
        super().__init__(connection)
        self.remedies: Shelf[Remedy] = TableShelf(connection, tables.remedies, Remedy)
        self.undertakings: Shelf[Undertaking] = TableShelf(connection, tables.undertakings, Undertaking)
        self.rounds: Shelf[Round] = TableShelf(connection, tables.rounds, Round)
        self.surveys: Shelf[Survey] = TableShelf(connection, tables.surveys, Survey)
