"""Ask people to sign for themselves in a field of a duty's form, one by one or everybody of the site."""

from collections.abc import Sequence
from dataclasses import replace

from core.actions.deadline.start_clock import follow_duty, run_clock
from core.actions.duty.change_duty import change_duty, check_version
from core.actions.duty.fill_duty import typed_field
from core.actions.duty.read_duty import open_duty, read_duty
from core.errors import NoSuchThing
from core.model.duty import Duty
from core.model.log import LogRow
from core.model.person import Person
from core.ports import UnitOfWork
from core.rulebook.duty_rules import FormField
from core.rules.deadline.own_limits import signature_clock, signature_due
from core.rules.duty.duty_file import DutyFile
from core.rules.duty.duty_rights import check_fillable
from core.rules.duty.signatures import people_in, signature_key, signature_row
from core.screens.signature import signature_asked


async def ask_signature(
    duty_id: int, version: int, place: int, person_id: int, *, actor: Person, uow: UnitOfWork
) -> DutyFile:
    """The duty with that person asked to sign there, who is told; without them if they were asked already.

    Raises as `fill_duty` does.
    """
    file, name, field = await _field(duty_id, place, actor, uow)
    person = file.roster.staff.get(person_id)
    named = people_in(file.duty, name)
    if person is None or (person.has_left(file.roster.day) and person_id not in named):
        raise NoSuchThing("person_unknown")
    check_version(file, version)
    if person_id in named:
        await _withdraw(file.duty, name, person_id, uow)
        return await _keep(file, name, [one for one in named if one != person_id], actor, uow)
    return await _ask(file, name, field, (person,), actor, uow)


async def ask_everybody(
    duty_id: int, version: int, place: int, *, actor: Person, uow: UnitOfWork
) -> DutyFile:
    """The duty with everybody employed at its site asked to sign there; who was asked before is not asked again."""
    file, name, field = await _field(duty_id, place, actor, uow)
    check_version(file, version)
    named = set(people_in(file.duty, name))
    people = [one for one in file.roster.employed() if one.site == file.duty.site and one.id not in named]
    return await _ask(file, name, field, people, actor, uow)


async def _field(duty_id: int, place: int, actor: Person, uow: UnitOfWork) -> tuple[DutyFile, str, FormField]:
    file = await read_duty(duty_id, actor=actor, uow=uow)
    check_fillable(file, actor)
    name, field = typed_field(file, place)
    if field.type != "people":
        raise NoSuchThing("thing_unknown")
    return file, name, field


async def _ask(
    file: DutyFile, name: str, field: FormField, people: Sequence[Person], actor: Person, uow: UnitOfWork
) -> DutyFile:
    for person in people:
        due_at = signature_due(file.now, file.duty.site, uow.company, file.duty.due_at)
        row = signature_row(file, name, field, person, due_at)
        known = await uow.duties.one(key=row.key)
        asked = await (uow.duties.add(row) if known is None else uow.duties.put(_anew(known, row)))
        if asked.is_open:
            await run_clock(signature_clock(asked, uow.company, due_at), uow=uow)
            await uow.outbox.tell(person, signature_asked(asked, by=actor.name))
    named = [*people_in(file.duty, name), *(one.id for one in people)]
    return await _keep(file, name, named, actor, uow)


def _anew(known: Duty, row: Duty) -> Duty:
    """Asked again after it fell away, with the time for it anew; who has signed has signed."""
    if not known.has_fallen_away:
        return known
    return replace(known, done_at=None, opened_at=row.opened_at, due_at=row.due_at)


async def _withdraw(duty: Duty, name: str, person_id: int, uow: UnitOfWork) -> None:
    asked = await uow.duties.one(key=signature_key(duty, name, person_id))
    if asked is not None and asked.is_open:
        await follow_duty(await uow.duties.put(replace(asked, done_at=uow.now)), uow=uow)


async def _keep(file: DutyFile, name: str, named: list[int], actor: Person, uow: UnitOfWork) -> DutyFile:
    answers = {**file.duty.answers, name: named} if named else _without(file.duty, name)
    row = LogRow(act="duty_filled", facts={"field": name, "people": named})
    kept = await change_duty(file, replace(file.duty, answers=answers), row, actor=actor, uow=uow)
    return await open_duty(kept.duty, uow=uow)


def _without(duty: Duty, name: str) -> dict[str, object]:
    return {key: value for key, value in duty.answers.items() if key != name}
