"""A duty is done by something else that happens in the bot, and open again once that is undone."""

from collections.abc import Mapping
from dataclasses import replace

from core.actions.deadline.start_clock import follow_duty
from core.actions.duty.change_duty import change_duty
from core.model.duty import Duty
from core.model.log import LogRow
from core.model.person import Person
from core.ports import UnitOfWork
from core.rules.corrective.agreed_actions import to_be_done_again
from core.rules.duty.duty_file import DutyFile


async def done_by_itself(
    file: DutyFile, mark: str, answers: Mapping[str, object], *, actor: Person, uow: UnitOfWork
) -> None:
    """The duty done, its form filled with these as well; `mark` says by what, `actor` whose act that was."""
    duty = file.duty
    done = replace(
        duty,
        answers={**duty.answers, **answers},
        data={**duty.data, mark: True},
        finished_at=uow.now,
        finished_by=actor.id,
        done_at=uow.now,
        done_by=actor.id,
    )
    await change_duty(file, done, LogRow(act="duty_finished", facts={mark: True}), actor=actor, uow=uow)


async def asked_again(duty: Duty, mark: str, *, uow: UnitOfWork) -> None:
    """The duty open again if that did it; what somebody did by hand stays done."""
    if not duty.data.get(mark) or duty.is_open:
        return
    data = {key: value for key, value in duty.data.items() if key != mark}
    again = replace(to_be_done_again(duty), data=data, version=duty.version + 1)
    await uow.duties.put(again)
    await follow_duty(again, uow=uow)
    facts = {"duty": duty.id, "version": again.version, mark: True}
    await uow.log.write(LogRow(act="duty_undone", case_id=duty.case_id, facts=facts))
