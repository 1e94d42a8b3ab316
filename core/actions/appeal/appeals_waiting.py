"""Appeals that wait for a person: to be heard or admitted, to be answered, to be decided."""

from collections.abc import AsyncIterator
from datetime import date

from core.actions.appeal.check_hearer import is_free
from core.actions.appeal.open_appeal import open_appeal
from core.model.brief import BriefAppeal, HeardAppeal, PartTakers
from core.model.notice import AppealState
from core.model.person import Person
from core.ports import UnitOfWork
from core.rights.action import Action
from core.rights.circumstances import around_brief_appeal, around_dossier
from core.rights.may import barred, is_theirs
from core.rights.tie import Tie
from core.rules.appeal.appeal_file import AppealFile
from core.rules.appeal.who_hears import Hearers
from core.rules.deadline.waiting_entry import Entry

_UNSETTLED = (AppealState.LATE, AppealState.OPEN)


async def appeals_waiting(actor: Person, uow: UnitOfWork) -> AsyncIterator[Entry]:
    """Each with the time until which the other side may answer, once somebody hears it."""
    waiting: list[tuple[BriefAppeal | HeardAppeal, str]] = [
        (one, "appeal_to_hear") for one in await _to_hear(actor, uow)
    ]
    waiting += [(one, _asked_of(one, actor)) for one in await uow.waits.appeals_of(actor.id)]
    for appeal, kind in sorted(waiting, key=lambda one: one[0].id):
        if kind:
            yield Entry(kind=kind, case_id=appeal.case_id, due_at=appeal.due_at)


async def appeals_of_case(case_id: int, *, actor: Person, uow: UnitOfWork) -> tuple[AppealFile, ...]:
    """The unsettled appeals of a case that ask something of the actor."""
    appeals = await uow.appeals.where(case_id=case_id, state=_UNSETTLED)
    files = [await open_appeal(appeal.id, uow=uow) for appeal in appeals]
    return tuple(file for file in files if _what_is_asked(file, actor))


async def _hearers(uow: UnitOfWork) -> dict[str, Hearers]:
    """Of each site, on its day."""
    staff = {person.id: person for person in await uow.persons.where()}
    days: dict[date, Hearers] = {}
    return {
        site.id: days.setdefault(day, Hearers(staff, uow.company, day))
        for site in uow.company.sites
        for day in (uow.today(site.id),)
    }


async def _to_hear(actor: Person, uow: UnitOfWork) -> list[BriefAppeal]:
    """Who had a part in the case is looked up only where the actor could hear the appeal at all."""
    hearers = await _hearers(uow)
    sites = tuple(site for site, those in hearers.items() if those.may_hear_at(site, actor))
    unheard = await uow.waits.appeals_unheard(sites) if sites else ()
    routes = {(one.office, one.rulebook, one.site) for one in unheard}
    theirs = {route for route in routes if hearers[route[-1]].may_hear(actor, *route)}
    may_be = [one for one in unheard if (one.office, one.rulebook, one.site) in theirs]
    people = await uow.waits.part_takers(tuple({one.case_id for one in may_be})) if may_be else {}
    return [one for one in may_be if _is_free(one, people[one.case_id], actor, hearers[one.site])]


def _is_free(appeal: BriefAppeal, people: PartTakers, actor: Person, hearers: Hearers) -> bool:
    without = barred(Action.TAKE_APPEAL, around_brief_appeal(appeal, people))
    free = hearers.free(appeal.office, appeal.rulebook, appeal.site, without)
    return any(person.id == actor.id for person in free)


def _asked_of(appeal: HeardAppeal, actor: Person) -> str:
    if appeal.hearer_id == actor.id:
        return "appeal_to_decide"
    return "" if appeal.is_answered else "appeal_to_answer"


def _what_is_asked(file: AppealFile, actor: Person) -> str:
    appeal = file.appeal
    if appeal.hearer_id is None:
        return "appeal_to_hear" if is_free(file, actor) else ""
    hearing = around_dossier(file.dossier).tied(Tie.HEARER, (appeal.hearer_id,))
    if is_theirs(Action.READ_APPEAL, actor, hearing):
        return "appeal_to_decide"
    is_other_side = actor.id == file.dossier.case.owner_id and not file.is_answered()
    return "appeal_to_answer" if is_other_side else ""
