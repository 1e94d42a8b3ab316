"""The investigation ends with nobody charged: why, and who bears the loss."""

from dataclasses import replace
from enum import StrEnum

from core.actions.ask_approval import ask_approval
from core.actions.assess_case import assess_case
from core.actions.change_case import change_case
from core.actions.keep_figures import keep_figures
from core.actions.open_dossier import open_dossier
from core.actions.open_for_change import open_for_change
from core.actions.show_case import show_case
from core.model.case import Outcome, Stage
from core.model.dossier import Dossier
from core.model.person import Person
from core.ports import UnitOfWork
from core.rules.rights import check_stage


class Bearer(StrEnum):
    """Who bears a loss for which nobody is charged."""

    COMPANY = "company"
    SUPPLIER = "supplier"
    CARRIER = "carrier"
    MARKET = "market"


async def conclude_without_charge(
    case_id: int, bearer: Bearer, *, reason: str, actor: Person, uow: UnitOfWork
) -> Dossier:
    """Put the conclusion to the rulebook's chain of approvals; the figures are kept without persons."""
    dossier = await open_for_change(case_id, actor=actor, uow=uow)
    check_stage(dossier.case, Stage.INVESTIGATING)
    dossier = await change_case(
        dossier,
        "nobody_charged",
        actor=actor,
        uow=uow,
        facts={"bearer": bearer.value},
        words={"reason": reason},
    )
    assessed = assess_case(replace(dossier, parties=()), uow=uow)
    await keep_figures(dossier, assessed, actor=actor, uow=uow)
    case = await uow.cases.put(
        replace(
            dossier.case,
            stage=Stage.APPROVING,
            stage_since=uow.now,
            outcome=Outcome.NOBODY_CHARGED,
            outcome_reason=reason,
            loss_borne_by=bearer.value,
        )
    )
    await show_case(case, uow=uow)
    await ask_approval(case_id, uow=uow)
    return await open_dossier(case_id, uow=uow)
