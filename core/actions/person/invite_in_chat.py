"""HR or an admin asks in chat for somebody's one-time link, to be handed to them in person."""

from core.actions.person.invite_person import invite_person
from core.actions.person.read_staff import staff_person
from core.model.message import Message
from core.model.person import Person
from core.ports import UnitOfWork
from core.rights.action import Action
from core.rules.staff.invitations import VALID_FOR, link_of
from core.screens.staff import staff_invited


async def invite_in_chat(person_id: int, *, actor: Person, uow: UnitOfWork) -> Message:
    """The message with the link; NotThisPerson without a role for it at their site, else what `invite_person` refuses.

    Of the link only a hash is kept; the message is erased with all others that were sent.
    """
    person = await staff_person(person_id, Action.INVITE, actor=actor, uow=uow)
    secret = await invite_person(person, actor=actor, uow=uow)
    return staff_invited(person, link_of(uow.bot_name, secret), uow.now + VALID_FOR)
