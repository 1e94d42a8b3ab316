"""An approver approves the figures: one step of the rulebook's chain."""

from dataclasses import replace

from core.actions.case.open_dossier import open_dossier
from core.actions.duty.close_duties import close_duties
from core.actions.figures.ask_approval import ask_approval
from core.actions.figures.check_approval import check_approval
from core.actions.figures.decide import decide
from core.actions.figures.show_step import show_step
from core.model.person import Person
from core.ports import UnitOfWork
from core.rules.figures.approval_chain import act_of, passed
from core.rules.figures.desk_rights import Said
from core.rules.figures.entitled import APPROVE


async def approve_figures(case_id: int, version: int, step: int, *, actor: Person, uow: UnitOfWork) -> Said:
    """Record the approval and go on to the next step, or decide the case after the last.

    FiguresChanged on other figures; NotThisPerson for whoever may not approve; SomebodyWasFirst if the step is done.
    """
    if await _is_approved_by(case_id, version, step, actor, uow):
        return Said.ALREADY
    dossier, figures, asked = await check_approval(case_id, version, step, actor=actor, uow=uow)
    word = dossier.decision(act_of(asked), asked.by, actor, uow.now)
    await decide(replace(word, step=step), uow=uow)
    await close_duties(case_id, APPROVE, uow=uow, actor=actor, step=step, version=version)
    await ask_approval(case_id, uow=uow)
    await show_step(asked, await open_dossier(case_id, uow=uow), figures, uow=uow)
    return Said.DONE


async def _is_approved_by(case_id: int, version: int, step: int, actor: Person, uow: UnitOfWork) -> bool:
    dossier = await open_dossier(case_id, uow=uow)
    return version == dossier.case.version and any(
        decision.step == step and decision.person_id == actor.id for decision in passed(dossier)
    )
