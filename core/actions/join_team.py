"""Take a member of staff into the team that corrects a cause, or out of it."""

from dataclasses import replace
from typing import Final

from core.actions.change_plan import change_plan
from core.actions.read_corrective import corrective_to_change
from core.errors import NoSuchThing, NotAllowed
from core.model.log import LogRow
from core.model.person import Person
from core.ports import UnitOfWork
from core.rules.corrective_file import CorrectiveFile
from core.screens.corrective import team_joined

MOST: Final = 12


async def join_team(case_id: int, person_id: int, *, actor: Person, uow: UnitOfWork) -> CorrectiveFile:
    """The plan with that person in the team, who is told, or without them if they were in it.

    NoSuchThing for nobody of the staff; NotAllowed for more than twelve.
    """
    file = await corrective_to_change(case_id, actor=actor, uow=uow)
    person = file.dossier.staff.get(person_id)
    if person is None or (person.has_left(file.dossier.day) and person_id not in file.plan.team):
        raise NoSuchThing("person_unknown")
    was_in = person_id in file.plan.team
    team = tuple(one for one in file.plan.team if one != person_id) + (() if was_in else (person_id,))
    if len(team) > MOST:
        raise NotAllowed("team_is_full", most=MOST)
    row = LogRow(act="team_changed", facts={"person": person_id, "joined": not was_in})
    file = await change_plan(file, replace(file.plan, team=team), row, actor=actor, uow=uow)
    if not was_in and person_id != actor.id:
        await uow.outbox.tell(person, team_joined(file, by=actor))
    return file
