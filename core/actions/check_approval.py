"""Whether a person may approve or reject a step now."""

from core.actions.check_figures import check_figures
from core.actions.open_dossier import open_dossier
from core.actions.read_figures import standing_figures
from core.errors import NotThisPerson, SomebodyWasFirst
from core.model.assessment import ApprovalStep, Assessment
from core.model.case import Stage
from core.model.dossier import Dossier
from core.model.person import Person
from core.ports import UnitOfWork
from core.rules.approval_chain import next_step
from core.rules.rights import check_stage
from core.rules.who_approves import who_may_pass


async def check_approval(
    case_id: int, version: int, step: int, *, actor: Person, uow: UnitOfWork
) -> tuple[Dossier, Assessment, ApprovalStep]:
    """The dossier, its figures and the step that waits for the actor; raises whatever stands against the press."""
    dossier = await open_dossier(case_id, uow=uow)
    await check_figures(dossier, version, uow=uow)
    check_stage(dossier.case, Stage.APPROVING)
    figures = await standing_figures(case_id, version, uow=uow)
    asked = next_step(dossier, figures)
    if asked is None or asked.step != step:
        raise SomebodyWasFirst("step_approved", number=dossier.case.number)
    check_approver(dossier, asked, actor)
    return dossier, figures, asked


def check_approver(dossier: Dossier, asked: ApprovalStep, actor: Person) -> None:
    """NotThisPerson, saying why or who may, unless the actor may approve that step."""
    entitled = who_may_pass(asked, dossier)
    if actor.id in {person.id for person in entitled}:
        return
    if actor.id in dossier.party_ids() or actor.id == dossier.case.reporter_id:
        raise NotThisPerson("approver_is_involved", number=dossier.case.number)
    raise NotThisPerson("step_of_others", names=tuple(person.name for person in entitled))
