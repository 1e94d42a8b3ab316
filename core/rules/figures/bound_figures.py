"""What a decided appeal asks of the new figures: nothing for the person, or less than before."""

from core.model.assessment import Assessment
from core.model.dossier import Dossier
from core.model.money import ZERO, Money
from core.model.notice import Appeal, AppealOutcome
from core.rules.assessment.fines import may_fine
from core.rules.notice.notice_content import charged_amount


def _owed_by(person_id: int, figures: Assessment, dossier: Dossier) -> Money:
    """What these figures charge that person, as a notice would say it."""
    with_fines = may_fine(dossier.staff[person_id], dossier)
    results = (result for result in figures.people if result.id == str(person_id))
    return sum((charged_amount(result, with_fines=with_fines) for result in results), start=ZERO)


def is_as_decided(appeal: Appeal, before: Money, figures: Assessment, dossier: Dossier) -> bool:
    """Whether the figures do what the appeal decided; whoever appeals is never worse off for it."""
    now = _owed_by(appeal.person_id, figures, dossier)
    return now.fen == 0 if appeal.outcome is AppealOutcome.LIFTED else now < before
