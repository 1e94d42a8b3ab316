"""The shell proposes that somebody's data be erased; human resources or an admin decides by a press in chat."""

from core.actions.person.read_past import check_forgettable
from core.model.log import LogRow
from core.model.person import Person
from core.ports import UnitOfWork
from core.rights.action import Action
from core.rights.circumstances import Circumstances
from core.rights.may import is_theirs
from core.screens.forgetting import forgetting_card


async def propose_forgetting(person: Person, *, actor: Person, uow: UnitOfWork) -> tuple[Person, ...]:
    """Who was asked. NotAllowed with all reasons while the data must stay."""
    await check_forgettable(person, uow=uow)
    facts = {"person": person.id}
    await uow.log.write(LogRow(act="forgetting_proposed", actor_id=actor.id, facts=facts))
    there = Circumstances(site=person.site)
    everybody = [one for one in await uow.persons.where() if not one.has_left(uow.now.date())]
    asked = [one for one in everybody if is_theirs(Action.FORGET_PERSON, one, there)]
    told = [one for one in asked if await uow.outbox.tell(one, forgetting_card(person, actor.name))]
    return tuple(told)
