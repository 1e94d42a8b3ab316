"""The employees of the sample company, by their numbers."""

from bot.storage.unit_of_work import SqlUnitOfWork
from core.model.person import Person


async def person_of(employee_no: str, uow: SqlUnitOfWork) -> Person:
    """The employee with that number."""
    (found,) = await uow.persons.where(employee_no=employee_no)
    return found
