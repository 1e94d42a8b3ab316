"""The shelves of deadlines: clocks, reminders, working days."""

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage import tables
from bot.storage.customer_shelves import CustomerShelves
from bot.storage.shelf import TableShelf
from core.model.calendar_year import CalendarYear
from core.model.duty_clock import DutyClock
from core.model.reminder import Reminder
from core.shelf import Shelf


class DeadlineShelves(CustomerShelves):
    """What keeps deadlines, beside what is done for customers."""

    def __init__(self, connection: AsyncConnection) -> None:
        super().__init__(connection)
        self.duty_clocks: Shelf[DutyClock] = TableShelf(connection, tables.duty_clocks, DutyClock)
        self.reminders: Shelf[Reminder] = TableShelf(connection, tables.reminders, Reminder)
        self.calendar_years: Shelf[CalendarYear] = TableShelf(connection, tables.calendar_years, CalendarYear)
