"""Put the figures before whoever the chain names next; after the last, the case is decided."""

from core.actions.case.open_dossier import open_dossier
from core.actions.figures.decide_case import decide_case
from core.actions.figures.read_figures import standing_figures
from core.actions.figures.show_step import show_step
from core.actions.figures.wait_for_somebody import wait_for_somebody
from core.model.duty import Duty
from core.ports import UnitOfWork
from core.rules.figures.approval_chain import next_step
from core.rules.figures.entitled import APPROVE
from core.rules.figures.who_approves import who_may_pass


async def ask_approval(case_id: int, *, uow: UnitOfWork) -> None:
    """Give the next step to its owner, and a card to everybody who may press it."""
    dossier = await open_dossier(case_id, uow=uow)
    case = dossier.case
    figures = await standing_figures(case.id, case.version, uow=uow)
    asked = next_step(dossier, figures)
    if asked is None:
        await decide_case(dossier, figures, uow=uow)
        return
    entitled = who_may_pass(asked, dossier)
    await uow.duties.add(
        Duty(
            case_id=case.id,
            kind=APPROVE,
            owner_id=entitled[0].id if entitled else None,
            data={"step": asked.step, "version": case.version, "number": case.number},
            clause=asked.clause,
            opened_at=uow.now,
        )
    )
    if not entitled:
        await wait_for_somebody(dossier, asked.by, uow=uow)
    await show_step(asked, await open_dossier(case_id, uow=uow), figures, uow=uow)
