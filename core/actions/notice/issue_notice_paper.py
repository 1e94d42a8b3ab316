"""Issue the notice of compensation as a document, for its reader and for whoever hands it over."""

from core.actions.case.open_dossier import open_dossier
from core.actions.figures.read_figures import standing_figures
from core.actions.notice.paper_duty import HAND_OVER_NOTICE
from core.actions.paper.issue_paper import issue_paper
from core.actions.rulebook.rulebook_of import rulebook_of
from core.model.evidence import Evidence
from core.model.person import Person
from core.papers.notice import notice_paper
from core.ports import UnitOfWork
from core.rights.action import Action
from core.rights.circumstances import around_dossier
from core.rights.may import check_theirs, is_theirs
from core.rights.tie import Tie


async def issue_notice_paper(notice_id: int, *, actor: Person, uow: UnitOfWork) -> Evidence:
    """The notice in its reader's language.

    NotThisPerson unless the actor is its reader, hands it over, leads the case, or is finance, auditor or hr there and not named in it.
    """
    notice = await uow.notices.get(notice_id)
    dossier = await open_dossier(notice.case_id, uow=uow)
    bearers = {duty.owner_id for duty in dossier.duties_of(HAND_OVER_NOTICE, notice_id=notice.id)}
    there = around_dossier(dossier).tied(Tie.ADDRESSEE, (notice.person_id,)).tied(Tie.BEARER, bearers)
    if not is_theirs(Action.PRINT_OWN_NOTICE, actor, there):
        check_theirs(Action.PRINT_NOTICE, actor, there)
    figures = await standing_figures(notice.case_id, notice.version, uow=uow)
    paper = notice_paper(notice, dossier, figures, rulebook_of(dossier.case, uow=uow))
    return await issue_paper(paper, actor=actor, uow=uow, notice_id=notice.id)
