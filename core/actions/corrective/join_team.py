"""Take a member of staff into the team that corrects a cause, or out of it."""

from dataclasses import replace
from typing import Final

from core.actions.corrective.change_plan import change_plan
from core.actions.corrective.read_corrective import corrective_to_change
from core.errors import NoSuchThing, NotAllowed
from core.model.log import LogRow
from core.model.person import Person
from core.ports import UnitOfWork
from core.rules.corrective.corrective_file import CorrectiveFile
from core.screens.corrective import team_joined

MOST: Final = 12


async def join_team(case_id: int, person_id: int, *, actor: Person, uow: UnitOfWork) -> CorrectiveFile:
    """The plan with that person in the team, who is told; a second tap changes nothing.

    NoSuchThing for nobody of the staff; NotAllowed for more than twelve.
    """
    file = await corrective_to_change(case_id, actor=actor, uow=uow)
    if person_id in file.plan.team:
        return file
    person = file.dossier.staff.get(person_id)
    if person is None or person.has_left(file.dossier.day):
        raise NoSuchThing("person_unknown")
    team = (*file.plan.team, person_id)
    if len(team) > MOST:
        raise NotAllowed("team_is_full", most=MOST)
    file = await _changed(file, team, person_id, actor, uow)
    if person_id != actor.id:
        await uow.outbox.tell(person, team_joined(file, by=actor))
    return file


async def leave_team(case_id: int, person_id: int, *, actor: Person, uow: UnitOfWork) -> CorrectiveFile:
    """The plan without that person in the team; a second tap changes nothing."""
    file = await corrective_to_change(case_id, actor=actor, uow=uow)
    if person_id not in file.plan.team:
        return file
    team = tuple(one for one in file.plan.team if one != person_id)
    return await _changed(file, team, person_id, actor, uow)


async def _changed(
    file: CorrectiveFile, team: tuple[int, ...], person_id: int, actor: Person, uow: UnitOfWork
) -> CorrectiveFile:
    row = LogRow(act="team_changed", facts={"person": person_id, "joined": person_id in team})
    return await change_plan(file, replace(file.plan, team=team), row, actor=actor, uow=uow)
