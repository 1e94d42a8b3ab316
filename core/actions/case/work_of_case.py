"""What a case's rulebook demands beside it, as its screen counts it for somebody."""

from core.actions.investigation.record_event import events_of
from core.model.case import Case
from core.model.person import Person
from core.ports import UnitOfWork
from core.rights.action import Action
from core.rights.bar import Bar
from core.rights.circumstances import around_case
from core.rights.may import is_theirs, may
from core.rights.tie import Tie
from core.screens.case_work import Work


async def work_of(case: Case, *, reader: Person, uow: UnitOfWork) -> Work:
    """Its duties, open and all that have not fallen away, and what else of it is the reader's to see."""
    duties = [duty for duty in await uow.duties.where(case_id=case.id) if duty.has_card]
    asked = [duty for duty in duties if not duty.has_fallen_away]
    may_tell = may(Action.RECORD_EVENT, reader, around_case(case))
    sees_customer = bool(case.rulebook) and is_theirs(Action.READ_REMEDY, reader, around_case(case))
    return Work(
        open_duties=sum(duty.is_open for duty in asked),
        duties=len(asked),
        tells_events=may_tell and bool(events_of(case, uow=uow)),
        sees_customer=sees_customer,
        remedy=await uow.remedies.one(case_id=case.id) if sees_customer else None,
        sees_corrective=bool(case.rulebook) and await _sees_corrective(case, reader, uow),
    )


async def _sees_corrective(case: Case, reader: Person, uow: UnitOfWork) -> bool:
    parties = await uow.parties.where(case_id=case.id)
    plans = await uow.corrective_plans.latest(1, by="round", case_id=case.id)
    there = around_case(case).barring(Bar.NAMED, {party.person_id for party in parties})
    team = plans[0].team if plans else ()
    return may(Action.READ_CORRECTIVE, reader, there.tied(Tie.TEAM, team))
