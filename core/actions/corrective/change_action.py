"""An agreed action is sent back to its doer, withdrawn, or given another verifier."""

from dataclasses import replace

from core.actions.case.open_dossier import open_dossier
from core.actions.corrective.fill_plan import LONGEST_WHY
from core.actions.corrective.tell_of_action import tell_doer
from core.actions.duty.change_duty import change_duty, check_version
from core.actions.duty.read_duty import read_duty
from core.errors import NoSuchThing, WrongStage
from core.model.log import LogRow
from core.model.person import Person
from core.ports import UnitOfWork
from core.rules.corrective.agreed_actions import VERIFIER, doer_of, to_be_done_again
from core.rules.corrective.checked_action import check_verifier
from core.rules.corrective.corrective_rights import check_plans, may_plan
from core.rules.duty.duty_file import DutyFile
from core.rules.duty.duty_rights import check_entitled, check_still_asked
from core.rules.typed.fitting_text import fitting_text


async def send_back_action(
    duty_id: int, version: int, reason: str, *, actor: Person, uow: UnitOfWork
) -> DutyFile:
    """The action as nobody has done it yet, since its verifier found that it is not; the doer is told why.

    NotThisPerson for anybody but the verifier, WrongStage unless it waits for them.
    """
    file = await action_to_verify(duty_id, actor=actor, uow=uow)
    check_version(file, version)
    row = LogRow(act="action_sent_back", words={"reason": fitting_text(reason, LONGEST_WHY)})
    file = await change_duty(file, to_be_done_again(file.duty), row, actor=actor, uow=uow)
    await tell_doer("sent_back", file, actor=actor, uow=uow, reason=reason)
    return file


async def action_to_verify(duty_id: int, *, actor: Person, uow: UnitOfWork) -> DutyFile:
    """The action that waits for this person's word; raises as `send_back_action` does."""
    file = await _action(duty_id, actor, uow)
    check_entitled(file, actor)
    if not file.waits_for_second():
        raise WrongStage("duty_not_finished")
    return file


async def withdraw_action(
    duty_id: int, version: int, reason: str, *, actor: Person, uow: UnitOfWork
) -> DutyFile:
    """The action no longer asked for, with the reason in the log; for whoever plans, until it is verified."""
    file = await action_to_change(duty_id, actor=actor, uow=uow)
    check_version(file, version)
    row = LogRow(act="action_withdrawn", words={"reason": fitting_text(reason, LONGEST_WHY)})
    fallen = replace(to_be_done_again(file.duty), done_at=uow.now)
    file = await change_duty(file, fallen, row, actor=actor, uow=uow)
    await tell_doer("withdrawn", file, actor=actor, uow=uow, reason=reason)
    return file


async def change_verifier(
    duty_id: int, version: int, person_id: int, *, actor: Person, uow: UnitOfWork
) -> DutyFile:
    """The action with another verifier, who is not its doer; for whoever plans, until it is verified."""
    file = await action_to_change(duty_id, actor=actor, uow=uow)
    check_version(file, version)
    doers = {doer_of(file.duty), file.duty.finished_by or 0}
    for doer in sorted(doers - {0}):
        check_verifier(person_id, doer, await open_dossier(file.duty.case_id or 0, uow=uow))
    data = {**file.duty.data, VERIFIER: person_id}
    waits_for = person_id if file.waits_for_second() else file.duty.owner_id
    changed = replace(file.duty, data=data, owner_id=waits_for)
    row = LogRow(act="verifier_changed", facts={"verifier": person_id})
    return await change_duty(file, changed, row, actor=actor, uow=uow)


async def plans_action(file: DutyFile, *, actor: Person, uow: UnitOfWork) -> bool:
    """Whether it is an agreed action of a plan that is this person's."""
    duty = file.duty
    return duty.is_planned and may_plan(await open_dossier(duty.case_id or 0, uow=uow), actor)


async def action_to_change(duty_id: int, *, actor: Person, uow: UnitOfWork) -> DutyFile:
    """The action, for whoever plans, as long as it is not verified; WrongStage afterwards."""
    file = await _action(duty_id, actor, uow)
    check_plans(await open_dossier(file.duty.case_id or 0, uow=uow), actor)
    check_still_asked(file)
    if not file.duty.is_open:
        raise WrongStage("action_verified_already")
    return file


async def _action(duty_id: int, actor: Person, uow: UnitOfWork) -> DutyFile:
    file = await read_duty(duty_id, actor=actor, uow=uow)
    if not file.duty.is_planned:
        raise NoSuchThing("thing_unknown")
    return file
