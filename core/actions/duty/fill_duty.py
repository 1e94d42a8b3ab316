"""Fill one field of a duty's form."""

from collections.abc import Mapping
from dataclasses import replace

from core.actions.duty.change_duty import change_duty, check_version
from core.actions.duty.read_duty import read_duty
from core.errors import NoSuchThing
from core.model.log import LogRow
from core.model.person import Person
from core.ports import UnitOfWork
from core.rulebook.duty_rules import FormField
from core.rules.duty.duty_answers import form_value
from core.rules.duty.duty_file import DutyFile
from core.rules.duty.duty_form import field_at
from core.rules.duty.duty_rights import check_fillable


async def fill_duty(
    duty_id: int, version: int, place: int, text: str, *, actor: Person, uow: UnitOfWork
) -> DutyFile:
    """The duty with that field filled; an empty text clears it. The same answer again changes nothing.

    NotThisPerson for anybody whose it is not, NotAllowed for an answer of the wrong kind, SomebodyWasFirst on an
    older state, NoSuchThing for a field that is not there or is not typed, or in which people sign.
    """
    file = await read_duty(duty_id, actor=actor, uow=uow)
    check_fillable(file, actor)
    name, field = typed_field(file, place)
    if field.type == "people":
        raise NoSuchThing("thing_unknown")
    kept = {key: value for key, value in file.duty.answers.items() if key != name}
    if text:
        kept[name] = _value(file, field, text)
    return await _keep(file, version, name, kept, actor, uow)


async def name_in_duty(
    duty_id: int, version: int, place: int, person_id: int, *, actor: Person, uow: UnitOfWork
) -> DutyFile:
    """The duty with a member of staff in that field; raises as `fill_duty` does."""
    file = await read_duty(duty_id, actor=actor, uow=uow)
    check_fillable(file, actor)
    name, field = typed_field(file, place)
    person = file.roster.staff.get(person_id)
    if field.type != "person" or person is None or person.has_left(file.roster.day):
        raise NoSuchThing("person_unknown")
    return await _keep(file, version, name, {**file.duty.answers, name: person.id}, actor, uow)


def typed_field(file: DutyFile, place: int) -> tuple[str, FormField]:
    """The field at that place; NoSuchThing if there is none, or nobody fills it, since it is computed."""
    found = field_at(file.rule, place)
    if found is None or found[1].type == "ratio":
        raise NoSuchThing("thing_unknown")
    return found


def _value(file: DutyFile, field: FormField, text: str) -> object:
    if field.type == "choice" and text.isdecimal() and int(text) < len(field.choices):
        text = tuple(field.choices)[int(text)]
    return form_value(field, text, file.now, file.zone)


async def _keep(
    file: DutyFile,
    version: int,
    name: str,
    answers: Mapping[str, object],
    actor: Person,
    uow: UnitOfWork,
) -> DutyFile:
    if answers == file.duty.answers:
        return file
    check_version(file, version)
    row = LogRow(act="duty_filled", facts={"field": name}, words={"answer": str(answers.get(name, ""))})
    return await change_duty(file, replace(file.duty, answers=answers), row, actor=actor, uow=uow)
