"""The investigation ends with nobody charged: why, and who bears the loss."""

from dataclasses import replace
from enum import StrEnum

from core.actions.case.change_case import change_case
from core.actions.case.open_dossier import open_dossier
from core.actions.case.open_for_change import open_for_change
from core.actions.case.read_closing import read_closing
from core.actions.case.show_case import show_case
from core.actions.figures.ask_approval import ask_approval
from core.actions.figures.assess_case import assess_case
from core.actions.figures.keep_figures import keep_figures
from core.actions.rulebook.rulebook_of import rulebook_of
from core.errors import NotAllowed
from core.model.case import Outcome, Stage
from core.model.dossier import Dossier
from core.model.person import Person
from core.ports import UnitOfWork
from core.rights.action import Action


class Bearer(StrEnum):
    """Who bears a loss for which nobody is charged."""

    COMPANY = "company"
    SUPPLIER = "supplier"
    CARRIER = "carrier"
    MARKET = "market"


async def conclude_without_charge(
    case_id: int, bearer: Bearer, *, reason: str, actor: Person, uow: UnitOfWork
) -> Dossier:
    """Put the conclusion to the rulebook's chain of approvals; the figures are kept without persons.

    NotAllowed, with the clause, where the rulebook closes no case in which nobody is named.
    """
    dossier = await open_for_change(case_id, actor=actor, uow=uow, action=Action.CONCLUDE_WITHOUT_CHARGE)
    await check_nobody_needed(dossier, uow=uow)
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


async def check_nobody_needed(dossier: Dossier, *, uow: UnitOfWork) -> None:
    """NotAllowed `party_needed` where a case without anybody named could never be closed."""
    closing = rulebook_of(dossier.case, uow=uow).edition.closing
    if closing is None or not closing.needs_parties or dossier.charged():
        return
    if not (await read_closing(dossier.case.id, uow=uow)).is_at_once:
        raise NotAllowed("party_needed", number=dossier.case.number, clause=closing.clause)
