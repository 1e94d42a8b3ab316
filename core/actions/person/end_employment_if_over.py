"""At the end of somebody's last day, their rights end."""

from core.actions.person.end_employment import end_employment
from core.model.person import Person
from core.ports import UnitOfWork


async def end_employment_if_over(person: Person, *, uow: UnitOfWork) -> None:
    """End the employment of somebody who has left; who stays after all, or longer, is left alone."""
    today = uow.today(person.site)
    if person.has_left(today):
        await end_employment(person, uow=uow)
