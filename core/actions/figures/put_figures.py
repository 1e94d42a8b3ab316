"""The investigator puts the figures to the departments for confirmation."""

from dataclasses import replace

from core.actions.case.open_dossier import open_dossier
from core.actions.case.open_for_change import open_for_change
from core.actions.case.show_case import show_case
from core.actions.figures.ask_desk import ask_desk
from core.actions.figures.assess_case import assess_case
from core.actions.figures.check_bound import check_bound
from core.actions.figures.keep_figures import keep_figures
from core.actions.rulebook.put_under import put_under
from core.errors import AboveLoss, NotAllowed
from core.model.assessment import Assessment, Status
from core.model.case import Stage
from core.model.dossier import Dossier
from core.model.person import Person
from core.ports import UnitOfWork
from core.rights.action import Action
from core.rules.figures.excess import is_above_loss
from core.rules.figures.who_confirms import departments_named


async def put_figures(case_id: int, *, actor: Person, uow: UnitOfWork) -> Dossier:
    """Keep the figures whole under the case's version, and ask every department named.

    NotAllowed while something is open, the cause among it; AboveLoss if the amounts exceed the loss and no reason is
    recorded.
    """
    dossier = await open_for_change(case_id, actor=actor, uow=uow, action=Action.PUT_FIGURES)
    assessed = assess_case(dossier, uow=uow)
    await check_bound(dossier, _check_complete(dossier, assessed.assessment), uow=uow)
    await keep_figures(dossier, assessed, actor=actor, uow=uow)
    put = replace(put_under(dossier.case, dossier.case.rulebook, uow=uow), stage=Stage.CONFIRMING)
    case = await uow.cases.put(replace(put, stage_since=uow.now))
    for department in departments_named(dossier):
        await ask_desk(case_id, department, uow=uow)
    await show_case(case, uow=uow)
    return await open_dossier(case_id, uow=uow)


def _check_complete(dossier: Dossier, assessment: Assessment | None) -> Assessment:
    """Return the assessment that may be put; raise whatever stands between it and the departments."""
    number = dossier.case.number
    if assessment is None:
        raise NotAllowed("figures_faulty", number=number)
    if not dossier.charged():
        raise NotAllowed("nobody_named", number=number)
    if not dossier.case.cause:
        raise NotAllowed("cause_first", number=number)
    if assessment.status is not Status.COMPLETE:
        raise NotAllowed(
            f"figures_{assessment.status.value}",
            number=number,
            count=len(assessment.pending) + len(assessment.needs_configuration),
        )
    if is_above_loss(assessment) and not dossier.case.above_loss_reason:
        raise AboveLoss("above_loss", number=number, over=assessment.over_recovery)
    return assessment
