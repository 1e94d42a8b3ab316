"""Note whether messages reach a person: they blocked the bot, or came back."""

from dataclasses import replace

from core.model.log import LogRow
from core.model.person import Person
from core.ports import UnitOfWork


async def note_reachability(person: Person, *, is_reachable: bool, uow: UnitOfWork) -> Person:
    """The person as noted; cases depend on it, so it is logged."""
    noted = await uow.persons.put(replace(person, is_reachable=is_reachable))
    act = "person_reached" if is_reachable else "person_unreachable"
    await uow.log.write(LogRow(act=act, actor_id=person.id))
    return noted
