"""Explain figures: each step with its inputs, clause and rounding."""

from core.actions.case.open_dossier import open_dossier
from core.actions.figures.check_figures import present_figures
from core.actions.figures.read_figures import read_figures
from core.actions.rulebook.rulebook_of import rulebook_of
from core.errors import NotAllowed
from core.model.assessment import Assessment
from core.model.dossier import Dossier
from core.model.log import LogRow
from core.model.message import Message
from core.model.person import Person
from core.ports import UnitOfWork
from core.rights.action import Action
from core.rights.may import check_theirs
from core.rules.case.who_may_know import figures_around, persons_open_to
from core.rules.figures.approval_chain import chain
from core.screens.explanation import explanation


async def explain_figures(
    case_id: int, version: int, *, actor: Person, uow: UnitOfWork, person_id: int | None = None
) -> Message:
    """The explanation of that version's figures, of one person or of all the actor may see; reading is logged.

    NotThisPerson if nothing of it is the actor's to see; NotAllowed while there are no figures at all.
    """
    dossier = await open_dossier(case_id, uow=uow)
    figures = await read_figures(case_id, version, uow=uow) or await present_figures(dossier, uow=uow)
    if figures is None:
        raise NotAllowed("figures_faulty", number=dossier.case.number)
    shown = _shown(dossier, figures, actor, person_id)
    await uow.log.write(
        LogRow(
            act="figures_explained",
            case_id=case_id,
            actor_id=actor.id,
            facts={"version": version, "persons": sorted(shown)},
        )
    )
    rulebook = rulebook_of(dossier.case, uow=uow)
    return explanation(dossier, figures, shown, version, rulebook)


def _shown(dossier: Dossier, figures: Assessment, actor: Person, person_id: int | None) -> frozenset[int]:
    posts = tuple(asked.by for asked in chain(figures))
    seen = persons_open_to(actor, dossier, posts)
    shown = seen if person_id is None else seen & {person_id}
    if not shown:
        check_theirs(Action.SEE_ALL_FIGURES, actor, figures_around(dossier, posts))
    return shown
