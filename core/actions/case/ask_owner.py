"""Relay a question to whoever leads a case."""

from core.actions.case.may_see_case import check_may_see
from core.actions.case.people_of_case import owner_or_quality
from core.actions.case.tell_in_charge import tell_in_charge
from core.errors import NotAllowed
from core.model.case import Case
from core.model.log import LogRow
from core.model.person import Person
from core.model.relay import Relay
from core.ports import UnitOfWork
from core.screens.relay import question_told


async def ask_owner(case: Case, question: str, *, actor: Person, uow: UnitOfWork) -> Relay:
    """The question on its way; while nobody leads the case, to the site's first quality person who can be reached.

    NoSuchThing if the case is not the actor's to see; NotAllowed if there is nobody to ask but the actor.
    """
    await check_may_see(case, actor=actor, uow=uow)
    owner = next(
        (one for one in await owner_or_quality(case, uow=uow) if one.id != actor.id and one.can_be_told()),
        None,
    )
    if owner is None:
        raise NotAllowed("nobody_to_ask", number=case.number)
    relay = await uow.relays.add(
        Relay(case_id=case.id, asker_id=actor.id, owner_id=owner.id, question=question, asked_at=uow.now)
    )
    await uow.log.write(
        LogRow(
            act="owner_asked",
            case_id=case.id,
            actor_id=actor.id,
            facts={"relay": relay.id, "owner": owner.id},
            words={"question": question},
        )
    )
    await tell_in_charge(owner, question_told(relay, case, actor), case, uow=uow)
    return relay
