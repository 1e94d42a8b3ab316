"""Read an appeal: for the sides, and for those who may hear it."""

from core.actions.appeal.open_appeal import open_appeal
from core.model.person import Person
from core.ports import UnitOfWork
from core.rights.action import Action
from core.rights.may import check_theirs
from core.rights.tie import Tie
from core.rules.appeal.appeal_file import AppealFile


async def read_appeal(appeal_id: int, *, actor: Person, uow: UnitOfWork) -> AppealFile:
    """The appeal as it stands; NotThisPerson for anybody else."""
    file = await open_appeal(appeal_id, uow=uow)
    there = file.around().tied(Tie.FREE_HEARER, tuple(person.id for person in file.hearers()))
    check_theirs(Action.READ_APPEAL, actor, there.tied(Tie.ADMITTED, (file.appeal.admitted_by,)))
    return file
