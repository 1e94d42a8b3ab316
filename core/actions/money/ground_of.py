"""What a transaction about a case rests on, as the case stands decided."""

from core.ledger.posting import Ground
from core.model.decision import Act
from core.model.dossier import Dossier
from core.ports import UnitOfWork

_LAST_WORDS = (Act.APPROVED, Act.RECHECKED)


async def ground_of(dossier: Dossier, *, uow: UnitOfWork, notice_id: int | None = None) -> Ground:
    """Case, edition with its hash, the hash of the figures as put to people, and who approved last."""
    case = dossier.case
    figures = await uow.figures.one(case_id=case.id, version=case.version)
    return Ground(
        case_id=case.id,
        version=case.version,
        notice_id=notice_id,
        rulebook=case.rulebook,
        edition=case.edition,
        edition_sha256=case.edition_sha256,
        figures_sha256=figures.sha256 if figures else "",
        decided_by=decider_of(dossier),
    )


def decider_of(dossier: Dossier) -> int | None:
    """Who approved last; who leads the case where nobody had to."""
    approvals = [one.person_id for one in dossier.standing() if one.act in _LAST_WORDS]
    return approvals[-1] if approvals else dossier.case.owner_id
