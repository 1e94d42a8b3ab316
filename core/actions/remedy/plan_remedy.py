"""Plan what is done for the customer: what, by whom, by when, at what cost; every change is a new version of the plan."""

from dataclasses import replace
from typing import Final

from core.actions.remedy.keep_remedy import keep_remedy
from core.actions.remedy.read_remedy import read_remedy
from core.errors import NoSuchThing, NotAllowed, SomebodyWasFirst
from core.model.person import Person
from core.model.remedy import Cost, RemedyKind, RemedyState, Undertaking
from core.ports import UnitOfWork
from core.rules.remedy.remedy_file import RemedyFile
from core.rules.remedy.remedy_rights import check_lead, check_remedy_state
from core.rules.typed.date_text import day_in
from core.rules.typed.fitting_text import fitting_text

LONGEST_LINE: Final = 300


async def open_planning(case_id: int, version: int, *, actor: Person, uow: UnitOfWork) -> RemedyFile:
    """The plan, for whoever may change it, while nobody was asked to sign; else raises why not."""
    file = await read_remedy(case_id, actor=actor, uow=uow)
    check_lead(file, actor, version)
    check_remedy_state(file, RemedyState.PLANNING)
    return file


async def add_undertaking(
    case_id: int, version: int, kind: str, what: str, *, actor: Person, uow: UnitOfWork
) -> RemedyFile:
    """The plan with one more thing to do, which the actor sees to.

    NotAllowed for a remedy that the rulebook has not, or more than 300 characters; they stand on one line, among others.
    """
    file = await open_planning(case_id, version, actor=actor, uow=uow)
    if kind not in list(RemedyKind):
        raise NoSuchThing("thing_unknown")
    if kind not in file.kinds:
        clause = file.rules.clause if file.rules else ""
        raise NotAllowed("remedy_not_in_rulebook", kind=kind, kinds=file.kinds, clause=clause)
    line = fitting_text(" ".join(what.split()), LONGEST_LINE)
    one = Undertaking(case_id=case_id, kind=RemedyKind(kind), what=line, owner_id=actor.id)
    added = await uow.undertakings.add(one)
    return await _changed(file, added, actor, uow)


async def drop_undertaking(
    case_id: int, version: int, undertaking_id: int, *, actor: Person, uow: UnitOfWork
) -> RemedyFile:
    """The plan without it."""
    file = await open_planning(case_id, version, actor=actor, uow=uow)
    return await _changed(file, replace(undertaking_in(file, undertaking_id), dropped_at=uow.now), actor, uow)


async def set_day(
    case_id: int, version: int, undertaking_id: int, text: str, *, actor: Person, uow: UnitOfWork
) -> RemedyFile:
    """The plan with the day by which that is done; NotAllowed for a day that is past."""
    file = await open_planning(case_id, version, actor=actor, uow=uow)
    day = day_in(text, file.dossier.day)
    if day < file.dossier.day:
        raise NotAllowed("day_is_past", text=text, day=day, today=file.dossier.day)
    return await _changed(file, replace(undertaking_in(file, undertaking_id), due_on=day), actor, uow)


async def hand_undertaking(
    case_id: int, version: int, undertaking_id: int, person_id: int, *, actor: Person, uow: UnitOfWork
) -> RemedyFile:
    """The plan with somebody else seeing to that."""
    file = await open_planning(case_id, version, actor=actor, uow=uow)
    person = file.dossier.staff.get(person_id)
    if person is None or person.has_left(file.dossier.day):
        raise NoSuchThing("person_unknown")
    return await _changed(file, replace(undertaking_in(file, undertaking_id), owner_id=person.id), actor, uow)


async def add_cost(
    case_id: int, version: int, undertaking_id: int, cost: Cost, *, actor: Person, uow: UnitOfWork
) -> RemedyFile:
    """The plan with one more item of cost; NotAllowed for a basis of more than 300 characters."""
    file = await open_planning(case_id, version, actor=actor, uow=uow)
    fitting_text(cost.basis, LONGEST_LINE)
    one = undertaking_in(file, undertaking_id)
    return await _changed(file, replace(one, costs=(*one.costs, cost)), actor, uow)


def undertaking_in(file: RemedyFile, undertaking_id: int) -> Undertaking:
    """That part of the plan; NoSuchThing if there is none such."""
    found = file.undertaking(undertaking_id)
    if found is None:
        raise NoSuchThing("thing_unknown")
    return found


async def _changed(file: RemedyFile, one: Undertaking, actor: Person, uow: UnitOfWork) -> RemedyFile:
    if one.done_at is not None:
        raise SomebodyWasFirst(
            "undertaking_done", name=file.dossier.name(one.done_by), at=one.done_at, site=file.case.site
        )
    await uow.undertakings.put(one)
    plan = replace(file.remedy, version=file.remedy.version + 1)
    return await keep_remedy(
        plan, "remedy_planned", actor=actor, uow=uow, undertaking=one.id, cost=one.cost.fen
    )
