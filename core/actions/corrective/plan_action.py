"""Agree on an action about the cause of a case: it stands there as a duty, with its clock."""

from dataclasses import replace
from datetime import datetime, time, timedelta

from core.actions.case.open_dossier import open_dossier
from core.actions.corrective.change_plan import change_plan
from core.actions.corrective.fill_plan import LONGEST_WHY
from core.actions.corrective.read_corrective import corrective_to_change
from core.actions.corrective.tell_of_action import tell_doer
from core.actions.deadline.start_clock import start_clock
from core.actions.duty.read_duty import book_of, open_duty
from core.model.corrective_action import ActionKind, CorrectiveAction
from core.model.duty import CORRECTIVE_ACTION, Duty
from core.model.log import LogRow
from core.model.person import Person
from core.ports import UnitOfWork
from core.rules.corrective.agreed_actions import Place, action_row
from core.rules.corrective.checked_action import checked_action
from core.rules.corrective.corrective_file import CorrectiveFile
from core.rules.deadline.clock_of_duty import clock_of_period
from core.rules.typed.fitting_text import fitting_text


async def plan_action(
    case_id: int, action: CorrectiveAction, *, actor: Person, uow: UnitOfWork
) -> CorrectiveFile:
    """The plan with that action, of which its doer is told; it is due at the end of its day.

    After one against the cause the effect is to be checked again. Raises as `checked_action` does.
    """
    file = await corrective_to_change(case_id, actor=actor, uow=uow)
    fitting_text(action.what, LONGEST_WHY)
    action = checked_action(action, file.dossier)
    duty = await _opened(file, action, uow)
    facts = {
        "duty": duty.id,
        "kind": action.kind.value,
        "doer": action.owner_id,
        "verifier": action.verifier_id,
        "due_on": action.due_on.isoformat(),
    }
    row = LogRow(act="action_planned", facts=facts, words={"action": action.what})
    plan = file.plan
    if action.kind is ActionKind.CORRECTIVE:
        plan = replace(plan, effect="", effect_by=None, effect_at=None)
    file = await change_plan(file, plan, row, actor=actor, uow=uow)
    await tell_doer("agreed", await open_duty(duty, uow=uow), actor=actor, uow=uow)
    return replace(file, dossier=await open_dossier(case_id, uow=uow))


async def _opened(file: CorrectiveFile, action: CorrectiveAction, uow: UnitOfWork) -> Duty:
    case = file.case
    number = sum(duty.kind == CORRECTIVE_ACTION for duty in file.dossier.duties) + 1
    ends = datetime.combine(action.due_on + timedelta(days=1), time(), uow.company.zone(case.site))
    place = Place(case=case, round=file.plan.round, number=number)
    duty = await uow.duties.add(action_row(action, place, ends, uow.now))
    await start_clock(clock_of_period(duty, ends, book_of(duty, uow=uow)), None, uow=uow)
    return duty
