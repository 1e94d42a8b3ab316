"""Tells the company's admins what the machinery could not do by itself."""

from dataclasses import replace

from core.model.message import Message
from core.model.roles import Role
from core.ports import UnitOfWork


async def tell_admins(message: Message, *, uow: UnitOfWork) -> None:
    """Queue the message to every admin who can be reached; a `once` counts for each of them."""
    for person in await uow.persons.where(is_reachable=True):
        if person.holds_anywhere(Role.ADMIN):
            once = f"{message.once}:{person.id}" if message.once else ""
            await uow.outbox.tell(person, replace(message, once=once))
