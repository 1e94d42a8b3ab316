"""Somebody who did none of the corrective actions says whether they helped."""

from dataclasses import replace

from core.actions.corrective.change_plan import change_plan
from core.actions.corrective.fill_plan import LONGEST
from core.actions.corrective.read_corrective import open_corrective
from core.errors import NotAllowed
from core.model.corrective_action import ActionKind
from core.model.log import LogRow
from core.model.person import Person
from core.ports import UnitOfWork
from core.rights.action import Action
from core.rules.corrective.corrective_file import CorrectiveFile
from core.rules.corrective.corrective_rights import check_in_plan
from core.rules.typed.fitting_text import fitting_text


async def check_effect(
    case_id: int, text: str, *, actor: Person, uow: UnitOfWork, helped: bool = True
) -> CorrectiveFile:
    """The plan with what was found on checking; where it did not help, the effect stays to be shown.

    NotThisPerson for a doer of one of the actions; NotAllowed before every corrective action is verified, or
    without any.
    """
    file = await effect_to_check(case_id, actor=actor, uow=uow)
    finding = fitting_text(text, LONGEST)
    plan = replace(
        file.plan,
        effect=finding,
        effect_by=actor.id if helped else None,
        effect_at=uow.now if helped else None,
    )
    row = LogRow(act="effect_checked", facts={"helped": helped}, words={"effect": finding})
    return await change_plan(file, plan, row, actor=actor, uow=uow)


async def effect_to_check(case_id: int, *, actor: Person, uow: UnitOfWork) -> CorrectiveFile:
    """The plan, for whoever may say now whether it helped; raises as `check_effect` does."""
    file = await open_corrective(case_id, uow=uow)
    check_in_plan(Action.CHECK_EFFECT, actor, file)
    taken = file.actions(ActionKind.CORRECTIVE)
    if not taken:
        raise NotAllowed("effect_of_nothing", number=file.case.number)
    if open_ones := tuple(duty.label for duty in taken if duty.is_open):
        raise NotAllowed("effect_too_early", labels=open_ones)
    return file
