"""Whoever did a duty takes that back, as long as its case is not closed."""

from core.actions.duty.change_duty import change_duty
from core.actions.duty.read_duty import read_duty, rules_of
from core.errors import NotAllowed
from core.model.log import LogRow
from core.model.person import Person
from core.ports import UnitOfWork
from core.rights.action import Action
from core.rights.may import check_theirs
from core.rules.corrective.agreed_actions import to_be_done_again
from core.rules.duty.duty_file import DutyFile
from core.rules.duty.duty_rights import check_case_open, check_still_asked


async def undo_duty(duty_id: int, *, actor: Person, uow: UnitOfWork) -> DutyFile:
    """The duty open again, with its form as it was. A second tap changes nothing.

    NotThisPerson for anybody who had no hand in doing it; WrongStage once the case is closed; NotAllowed if
    something was done since that builds on it.
    """
    file = await read_duty(duty_id, actor=actor, uow=uow)
    check_case_open(file)
    check_still_asked(file)
    if not file.duty.doers():
        return file
    names = tuple(file.roster.name(one) for one in sorted(file.duty.doers()))
    check_theirs(Action.UNDO_DUTY, actor, file.around(), names=names)
    since = file.done_since(rules_of(file.duty, uow=uow))
    if since is not None:
        raise NotAllowed("duty_built_upon", label=since.label)
    reopened = to_be_done_again(file.duty)
    return await change_duty(file, reopened, LogRow(act="duty_undone"), actor=actor, uow=uow)
