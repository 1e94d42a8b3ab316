"""Keep the figures of a case as they are put to people."""

from core.actions.figures.assess_case import Assessed
from core.errors import NotAllowed
from core.model.assessment import Assessment
from core.model.dossier import Dossier
from core.model.figures import Figures
from core.model.log import LogRow
from core.model.money import Money
from core.model.person import Person
from core.ports import UnitOfWork
from core.rules.figures.figures_kept import figures_hash, figures_kept


async def keep_figures(dossier: Dossier, assessed: Assessed, *, actor: Person, uow: UnitOfWork) -> Figures:
    """Request, answer and their hash, under the case's present version; NotAllowed if there is no answer."""
    if assessed.assessment is None:
        raise NotAllowed("figures_faulty", number=dossier.case.number)
    found = assessed.assessment
    answer = figures_kept(found)
    figures = await uow.figures.add(
        Figures(
            case_id=dossier.case.id,
            version=dossier.case.version,
            request=assessed.request,
            answer=answer,
            sha256=figures_hash(assessed.request, answer),
            put_by=actor.id,
            put_at=uow.now,
            grade=found.grade.id if found.grade else "",
            direct_loss=found.direct_loss,
            charged=_charged(found),
            borne=found.company_bears,
        )
    )
    await uow.log.write(
        LogRow(
            act="figures_put",
            case_id=dossier.case.id,
            actor_id=actor.id,
            facts={"version": figures.version, "sha256": figures.sha256},
        )
    )
    return figures


def _charged(found: Assessment) -> Money | None:
    amounts = [person.amount for person in found.people]
    known = [amount.fen for amount in amounts if amount is not None]
    return Money(sum(known)) if len(known) == len(amounts) else None
