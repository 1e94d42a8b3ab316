"""Record when an event of a case happened that the bot cannot see by itself: goods came back, a form was received."""

from collections.abc import Mapping
from dataclasses import replace

from core.actions.case.may_see_case import check_may_see
from core.actions.duty.open_rulebook_duties import open_rulebook_duties
from core.actions.rulebook.rulebook_of import rulebook_of
from core.errors import NoSuchThing, SomebodyWasFirst
from core.model.case import Case
from core.model.label import Label
from core.model.log import LogRow
from core.model.person import Person
from core.ports import UnitOfWork
from core.rights.action import Action
from core.rights.circumstances import around_case
from core.rights.may import check_right
from core.rules.case.case_moments import events_to_tell


async def record_event(
    case_id: int, event: str, at: str, *, actor: Person, uow: UnitOfWork, is_anew: bool = False
) -> Case:
    """The case with that event at that time, in ISO form; clocks that it starts run from there.

    `is_anew` allows another instant for an event that is recorded already: a correction, which the log shows.
    NoSuchThing for an event the rulebook does not know or the bot records itself; NotThisPerson for anybody
    but investigator, reporter and quality; SomebodyWasFirst if it is recorded already.
    """
    case = await open_for_events(case_id, actor=actor, uow=uow)
    if event not in events_of(case, uow=uow):
        raise NoSuchThing("thing_unknown")
    earlier = case.events.get(event, "")
    if earlier and not is_anew:
        raise SomebodyWasFirst("event_recorded", at=earlier, site=case.site)
    await uow.cases.put(replace(case, events={**case.events, event: at}))
    await uow.log.write(
        LogRow(
            act="event_recorded",
            case_id=case.id,
            actor_id=actor.id,
            facts={"event": event, "at": at, "instead_of": earlier},
        )
    )
    return await open_rulebook_duties(case.id, uow=uow)


async def open_for_events(case_id: int, *, actor: Person, uow: UnitOfWork) -> Case:
    """The case, for whoever may record its events while it is not closed; else raises why not."""
    case = await uow.cases.get(case_id)
    await check_may_see(case, actor=actor, uow=uow)
    check_right(Action.RECORD_EVENT, actor, around_case(case))
    return case


def events_of(case: Case, *, uow: UnitOfWork) -> Mapping[str, tuple[Label, str]]:
    """The events of its rulebook that people record, with their words and type; none while it has no rulebook."""
    return events_to_tell(rulebook_of(case, uow=uow).edition) if case.rulebook else {}
