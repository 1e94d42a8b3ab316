"""Issue the notice of compensation as a document, for its reader and for who hands it over."""

from core.actions.hand_over_paper import HAND_OVER_NOTICE
from core.actions.issue_paper import issue_paper
from core.actions.open_dossier import open_dossier
from core.actions.read_figures import standing_figures
from core.actions.rulebook_of import rulebook_of
from core.errors import NotThisPerson
from core.model.evidence import Evidence
from core.model.person import Person
from core.model.roles import Role
from core.papers.notice import notice_paper
from core.ports import UnitOfWork

KEEPERS = (Role.FINANCE, Role.AUDITOR, Role.HR)


async def issue_notice_paper(notice_id: int, *, actor: Person, uow: UnitOfWork) -> Evidence:
    """The notice in its reader's language.

    NotThisPerson unless the actor is its reader, hands it over, leads the case, or is finance, auditor or hr there.
    """
    notice = await uow.notices.get(notice_id)
    dossier = await open_dossier(notice.case_id, uow=uow)
    site = dossier.case.site
    hands_over = any(
        duty.owner_id == actor.id for duty in dossier.duties_of(HAND_OVER_NOTICE, notice_id=notice.id)
    )
    is_theirs = actor.id in (notice.person_id, dossier.case.owner_id) or hands_over
    if not is_theirs and not any(actor.holds(role, site) for role in KEEPERS):
        raise NotThisPerson("notice_of_another")
    figures = await standing_figures(notice.case_id, notice.version, uow=uow)
    paper = notice_paper(notice, dossier, figures, rulebook_of(dossier.case, uow=uow))
    return await issue_paper(paper, actor=actor, uow=uow, notice_id=notice.id)
