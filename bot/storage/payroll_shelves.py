"""The shelves of payroll: batches, their lines, sealed wages, agreed plans."""

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage import tables
from bot.storage.deadline_shelves import DeadlineShelves
from bot.storage.shelf import TableShelf
from core.payroll.batch import Batch, BatchLine, Plan, SealedWage
from core.shelf import Shelf


class PayrollShelves(DeadlineShelves):
    """What keeps payroll, beside the deadlines."""

    def __init__(self, connection: AsyncConnection) -> None:
        super().__init__(connection)
        self.batches: Shelf[Batch] = TableShelf(connection, tables.batches, Batch)
        self.batch_lines: Shelf[BatchLine] = TableShelf(connection, tables.batch_lines, BatchLine)
        self.wages: Shelf[SealedWage] = TableShelf(connection, tables.wages, SealedWage)
        self.plans: Shelf[Plan] = TableShelf(connection, tables.plans, Plan)
