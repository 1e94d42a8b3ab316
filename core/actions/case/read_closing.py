"""What closing a case would take now."""

from collections.abc import Mapping

from core.actions.case.open_dossier import open_dossier
from core.actions.corrective.read_corrective import open_corrective
from core.actions.remedy.read_remedy import open_remedy
from core.actions.rulebook.rulebook_of import rulebook_of
from core.model.fault import BadRequest
from core.ports import UnitOfWork
from core.rulebook.compiled import CompiledRulebook
from core.rulebook.testing import Testing
from core.rules.assessment.opening import open_case
from core.rules.case.case_request import case_request
from core.rules.case.closing_gaps import Readiness, closing_gaps
from core.rules.case.kept_until import kept_until
from core.rules.corrective.corrective_gaps import corrective_gaps
from core.rules.remedy.customer_gaps import customer_gaps
from core.rules.request.reading import read_request


async def read_closing(case_id: int, *, uow: UnitOfWork) -> Readiness:
    """Read the case as it stands; NotAllowed while it has no rulebook."""
    dossier = await open_dossier(case_id, uow=uow)
    rulebook = rulebook_of(dossier.case, uow=uow)
    request = case_request(dossier, rulebook)
    at_once = _closes_at_once(rulebook, request)
    appeals = await uow.appeals.where(case_id=case_id)
    remedy = await open_remedy(case_id, uow=uow)
    customer = customer_gaps(remedy)
    cause = corrective_gaps(await open_corrective(case_id, uow=uow))
    settings = request["settings"]
    return Readiness(
        dossier=dossier,
        gaps=closing_gaps(dossier, rulebook.edition.closing, appeals, (*customer, *cause), at_once=at_once),
        is_at_once=at_once,
        kept_until=kept_until(rulebook.edition, settings if isinstance(settings, dict) else {}, dossier.day),
        met_for_customer=remedy.met_by_it(),
    )


def _closes_at_once(rulebook: CompiledRulebook, request: Mapping[str, object]) -> bool:
    closing = rulebook.edition.closing
    if closing is None or not closing.at_once:
        return False
    try:
        case = open_case(read_request(request, rulebook), rulebook).case
    except BadRequest:
        return False
    return Testing(rulebook.edition).gate(closing.at_once).test(case, None) is True
