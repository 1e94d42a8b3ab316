"""Issue a form about a case to somebody who may have it."""

from core.actions.case.may_see_case import check_may_see
from core.actions.case.open_dossier import open_dossier
from core.actions.corrective.plan_of import plan_of
from core.actions.draft.intake_in_force import intake_of
from core.actions.figures.check_figures import present_figures
from core.actions.kin.links_of import links_of
from core.actions.paper.issue_paper import issue_paper
from core.actions.rulebook.rulebook_of import rulebook_of
from core.errors import NoSuchThing
from core.model.assessment import Assessment
from core.model.dossier import Dossier
from core.model.evidence import Evidence, Holder
from core.model.paper import PaperKind
from core.model.person import Person
from core.papers.case import OF_CASES, WITH_AMOUNTS, CaseFile, case_paper
from core.ports import UnitOfWork
from core.rights.action import Action
from core.rights.circumstances import around_dossier
from core.rights.may import check_theirs, may
from core.rules.case.who_may_know import figures_around, sees_all
from core.rules.figures.approval_chain import posts_asked


async def issue_case_paper(case_id: int, kind: str, *, actor: Person, uow: UnitOfWork) -> Evidence:
    """The form, in the actor's language; NoSuchThing for one that there is not, or not for this case and actor.

    NotThisPerson for a form with amounts that are not the actor's to see.
    """
    if kind not in OF_CASES:
        raise NoSuchThing("thing_unknown")
    await check_may_see(await uow.cases.get(case_id), actor=actor, uow=uow)
    dossier = await open_dossier(case_id, uow=uow)
    figures = await present_figures(dossier, uow=uow)
    if PaperKind(kind) not in papers_open_to(actor, dossier, figures):
        check_theirs(Action.SEE_ALL_FIGURES, actor, figures_around(dossier, posts_asked(figures)))
    file = CaseFile(
        dossier=dossier,
        figures=figures,
        rulebook=rulebook_of(dossier.case, uow=uow),
        asked=await intake_of(dossier.case, uow=uow),
        pieces=await uow.evidence.where(holder=Holder.CASE, holder_id=case_id),
        corrective=await plan_of(dossier, uow=uow),
        plans=await uow.corrective_plans.where(case_id=case_id),
        notices=await uow.notices.where(case_id=case_id),
        links=await links_of(dossier.case, uow=uow),
    )
    return await issue_paper(case_paper(PaperKind(kind), file, actor.language), actor=actor, uow=uow)


def papers_open_to(actor: Person, dossier: Dossier, figures: Assessment | None) -> tuple[PaperKind, ...]:
    """The record for whoever reported or leads the case or reads by role; names for the latter; amounts for whoever sees all."""
    there = around_dossier(dossier)
    if sees_all(actor, dossier, posts_asked(figures)):
        return OF_CASES
    if may(Action.PRINT_CASE, actor, there):
        return tuple(kind for kind in OF_CASES if kind not in WITH_AMOUNTS)
    return (PaperKind.COMPLAINT_RECORD,) if may(Action.PRINT_RECORD, actor, there) else ()
