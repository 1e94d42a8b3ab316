"""The shelves of deadlines: clocks, reminders, working days."""

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage import tables
from bot.storage.customer_shelves import CustomerShelves
from bot.storage.shelf import TableShelf
from core.model.calendar_year import CalendarYear
from core.model.deadline_clock import DeadlineClock
from core.model.reminder import Reminder
from core.shelf import Shelf


class DeadlineShelves(CustomerShelves):
    """What keeps deadlines, beside what is done for customers."""

    def __init__(self, connection: AsyncConnection) -> None:
        super().__init__(connection)
        self.deadline_clocks: Shelf[DeadlineClock] = TableShelf(
            connection, tables.deadline_clocks, DeadlineClock
        )
        self.reminders: Shelf[Reminder] = TableShelf(connection, tables.reminders, Reminder)
        self.calendar_years: Shelf[CalendarYear] = TableShelf(connection, tables.calendar_years, CalendarYear)
