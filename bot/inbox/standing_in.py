"""What is refused because of who asks is tried again in the place of whom they stand in for."""

from telegram import Update

from bot.dispatch import Dispatcher
from bot.storage.unit_of_work import SqlUnitOfWork
from core.actions.person.stand_ins import absent_for, acting_for
from core.errors import NoSuchThing, NotThisPerson, Refusal
from core.model.deputy import Deputy

# refusals that another person's right could change
OF_THE_PERSON = (NotThisPerson, NoSuchThing)


async def settled_for_absent(
    update: Update, refusal: Refusal, dispatcher: Dispatcher, uow: SqlUnitOfWork
) -> Refusal | None:
    """None if it is done now, and the log says for whom; else the refusal to be said.

    Only after the person's own right did not suffice: so the log never says that somebody acted for another where
    they could act for themself.
    """
    if not isinstance(refusal, OF_THE_PERSON):
        return refusal
    for acting in await _places(update, uow):
        try:
            async with uow.savepoint():
                with uow.records.standing_in(acting):
                    await dispatcher.handle(update, uow, acting)
        except OF_THE_PERSON:
            continue
        except Refusal as other:
            return other
        return None
    return refusal


async def _places(update: Update, uow: SqlUnitOfWork) -> tuple[Deputy, ...]:
    user = update.effective_user
    person = await uow.person_in(user.id) if user else None
    if person is None:
        return ()
    absent = await absent_for(person, uow=uow)
    return tuple([await acting_for(person, one, uow=uow) for one in absent])
