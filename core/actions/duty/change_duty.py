"""Keep a changed duty one version on, with its row in the log."""

from dataclasses import replace

from core.actions.deadline.start_clock import follow_duty
from core.errors import SomebodyWasFirst
from core.model.duty import Duty
from core.model.log import LogRow
from core.model.person import Person
from core.ports import UnitOfWork
from core.rules.duty.duty_file import DutyFile


async def change_duty(
    file: DutyFile, changed: Duty, row: LogRow, *, actor: Person, uow: UnitOfWork
) -> DutyFile:
    """The duty's file with the changed duty, kept, and `row` written in the log as this person's act on it."""
    duty = await uow.duties.put(replace(changed, version=file.duty.version + 1))
    await follow_duty(duty, uow=uow)
    facts = {"duty": duty.id, "version": duty.version, **row.facts}
    await uow.log.write(replace(row, case_id=duty.case_id, actor_id=actor.id, facts=facts))
    return replace(file, duty=duty)


def check_version(file: DutyFile, version: int) -> None:
    """SomebodyWasFirst for a press on an older state of the duty."""
    if version != file.duty.version:
        raise SomebodyWasFirst("duty_changed")
