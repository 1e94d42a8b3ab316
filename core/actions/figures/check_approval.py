"""Whether a person may approve or reject a step now."""

from core.actions.case.open_dossier import open_dossier
from core.actions.figures.check_figures import check_figures
from core.actions.figures.read_figures import standing_figures
from core.errors import SomebodyWasFirst
from core.model.assessment import ApprovalStep, Assessment
from core.model.dossier import Dossier
from core.model.person import Person
from core.ports import UnitOfWork
from core.rights.action import Action
from core.rights.bar import Bar
from core.rights.circumstances import around_dossier
from core.rights.may import check_theirs, check_time
from core.rights.tie import Tie
from core.rules.figures.approval_chain import next_step
from core.rules.figures.who_approves import passed_apart, who_may_pass


async def check_approval(
    case_id: int, version: int, step: int, *, actor: Person, uow: UnitOfWork
) -> tuple[Dossier, Assessment, ApprovalStep]:
    """The dossier, its figures and the step that waits for the actor; raises whatever stands against the press."""
    dossier = await open_dossier(case_id, uow=uow)
    await check_figures(dossier, version, uow=uow)
    check_time(Action.APPROVE, around_dossier(dossier))
    figures = await standing_figures(case_id, version, uow=uow)
    asked = next_step(dossier, figures)
    if asked is None or asked.step != step:
        raise SomebodyWasFirst("step_approved", number=dossier.case.number)
    _check_approver(dossier, asked, actor)
    return dossier, figures, asked


def _check_approver(dossier: Dossier, asked: ApprovalStep, actor: Person) -> None:
    """NotThisPerson, saying why or who may, unless the actor may approve that step."""
    entitled = who_may_pass(asked, dossier)
    there = around_dossier(dossier).tied(Tie.STEP, tuple(person.id for person in entitled))
    check_theirs(
        Action.APPROVE,
        actor,
        there.barring(Bar.PASSED_APART, passed_apart(asked, dossier)),
        names=tuple(person.name for person in entitled),
    )
