"""The shelves of payroll: batches, their lines, sealed wages, agreed plans."""

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage import tables
from bot.storage.deadline_shelves import DeadlineShelves
from bot.storage.shelf import TableShelf
from bot.storage.tip_shelves import TipShelves
from core.model.account_reading import AccountReading
from core.payroll.batch import Batch, BatchLine, Plan, SealedWage
from core.payroll.upload import WagesUpload
from core.shelf import Shelf


class PayrollShelves(DeadlineShelves, TipShelves):
    """What keeps payroll, beside the deadlines and tips."""

    def __init__(self, connection: AsyncConnection) -> None:
        DeadlineShelves.__init__(self, connection)
        TipShelves.__init__(self, connection)
        self.batches: Shelf[Batch] = TableShelf(connection, tables.batches, Batch)
        self.batch_lines: Shelf[BatchLine] = TableShelf(connection, tables.batch_lines, BatchLine)
        self.wages: Shelf[SealedWage] = TableShelf(connection, tables.wages, SealedWage)
        self.wages_uploads: Shelf[WagesUpload] = TableShelf(connection, tables.wages_uploads, WagesUpload)
        self.plans: Shelf[Plan] = TableShelf(connection, tables.plans, Plan)
        self.account_readings: Shelf[AccountReading] = TableShelf(
            connection, tables.account_readings, AccountReading
        )
