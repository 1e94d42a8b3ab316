"""An approver sends the figures back to the investigator, with a reason."""

from dataclasses import replace

from core.actions.case.open_dossier import open_dossier
from core.actions.case.reopen_case import reopen_case
from core.actions.case.tell_in_charge import tell_in_charge
from core.actions.figures.check_approval import check_approval
from core.actions.figures.decide import decide
from core.actions.figures.show_step import show_step
from core.model.decision import Act
from core.model.person import Person
from core.ports import UnitOfWork
from core.screens.approval import figures_rejected


async def reject_figures(
    case_id: int, version: int, step: int, *, reason: str, actor: Person, uow: UnitOfWork
) -> None:
    """Record the rejection; the case goes back to investigation under a new version, and all are asked again later."""
    dossier, figures, asked = await check_approval(case_id, version, step, actor=actor, uow=uow)
    word = dossier.decision(Act.REJECTED, asked.by, actor, uow.now)
    await decide(replace(word, step=step, reason=reason), uow=uow)
    await show_step(asked, await open_dossier(case_id, uow=uow), figures, uow=uow)
    case = await reopen_case(dossier.case, uow=uow)
    await uow.cases.put(replace(case, version=case.version + 1))
    owner = dossier.owner()
    if owner is not None:
        await tell_in_charge(owner, figures_rejected(case, actor, reason), case, uow=uow)
