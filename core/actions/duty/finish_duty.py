"""A duty is done: by one person, or by one and then a second."""

from dataclasses import replace

from core.actions.corrective.tell_of_action import tell_of_action
from core.actions.duty.change_duty import change_duty, check_version
from core.actions.duty.read_duty import read_duty
from core.actions.remedy.check_not_by_remedy import check_not_by_remedy
from core.errors import SomebodyWasFirst, WrongStage
from core.model.log import LogRow
from core.model.person import Person
from core.ports import UnitOfWork
from core.rights.action import Action
from core.rights.may import check_theirs
from core.rules.corrective.agreed_actions import to_be_verified
from core.rules.duty.duty_file import DutyFile
from core.rules.duty.duty_rights import (
    check_complete,
    check_entitled,
    check_fillable,
    check_not_apart,
    check_not_by_payroll,
    check_still_asked,
)


async def finish_duty(duty_id: int, version: int, *, actor: Person, uow: UnitOfWork) -> DutyFile:
    """The duty done; where two persons must agree, it now waits for the second. A second tap changes nothing.

    NotThisPerson for anybody whose it is not, or who did what it is to be kept apart from; NotAllowed with all
    that is missing; SomebodyWasFirst on an older state, or if somebody else has finished it.
    """
    file = await read_duty(duty_id, actor=actor, uow=uow)
    if file.duty.finished_by == actor.id:
        return file
    check_fillable(file, actor)
    check_not_apart(file, actor)
    check_version(file, version)
    check_not_by_payroll(file)
    check_complete(file)
    await check_not_by_remedy(file, uow=uow)
    finished = replace(file.duty, finished_at=uow.now, finished_by=actor.id)
    if not file.rule.two_persons:
        finished = replace(finished, done_at=uow.now, done_by=actor.id)
    finished = to_be_verified(finished)
    file = await change_duty(file, finished, LogRow(act="duty_finished"), actor=actor, uow=uow)
    await tell_of_action(file, actor=actor, uow=uow)
    return file


async def second_duty(duty_id: int, version: int, *, actor: Person, uow: UnitOfWork) -> DutyFile:
    """The duty done, since a second person agrees to what the first has finished; raises as `finish_duty` does."""
    file = await read_duty(duty_id, actor=actor, uow=uow)
    if file.duty.done_by == actor.id:
        return file
    check_entitled(file, actor)
    check_still_asked(file)
    check_not_apart(file, actor)
    _check_second(file, actor)
    check_version(file, version)
    done = replace(file.duty, done_at=uow.now, done_by=actor.id)
    file = await change_duty(file, done, LogRow(act="duty_seconded"), actor=actor, uow=uow)
    await tell_of_action(file, actor=actor, uow=uow)
    return file


def _check_second(file: DutyFile, actor: Person) -> None:
    if file.duty.done_by is not None:
        raise SomebodyWasFirst(
            "duty_finished_already",
            name=file.roster.name(file.duty.done_by),
            at=file.duty.done_at,
            site=file.duty.site,
        )
    if not file.waits_for_second():
        raise WrongStage("duty_not_finished")
    check_theirs(Action.AGREE_TO_DUTY, actor, file.around(), names=file.names())
