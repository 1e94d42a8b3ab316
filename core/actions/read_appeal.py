"""Read an appeal: for the sides, and for those who may hear it."""

from core.actions.open_appeal import open_appeal
from core.errors import NotThisPerson
from core.model.person import Person
from core.ports import UnitOfWork
from core.rules.appeal_file import AppealFile


async def read_appeal(appeal_id: int, *, actor: Person, uow: UnitOfWork) -> AppealFile:
    """The appeal as it stands; NotThisPerson for anybody else."""
    file = await open_appeal(appeal_id, uow=uow)
    readers = file.speakers() | {person.id for person in file.hearers()} | {file.appeal.admitted_by}
    if actor.id not in readers:
        raise NotThisPerson("appeal_of_sides", number=file.notice.number)
    return file
