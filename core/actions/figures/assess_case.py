"""Assess a case as it stands now."""

from collections.abc import Mapping
from dataclasses import dataclass

from core.actions.rulebook.rulebook_of import rulebook_of
from core.assess import assess
from core.model.assessment import Assessment
from core.model.dossier import Dossier
from core.model.fault import BadRequest, Fault
from core.ports import UnitOfWork
from core.rules.case.case_request import case_request


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessed:
    """The request with its answer; without an answer, `faults` say what the rulebook does not accept in it."""

    request: Mapping[str, object]
    assessment: Assessment | None
    faults: tuple[Fault, ...] = ()


def assess_case(dossier: Dossier, *, uow: UnitOfWork, with_rates: bool = True) -> Assessed:
    """Apply the edition of the day of the incident."""
    rulebook = rulebook_of(dossier.case, uow=uow)
    request = case_request(dossier, rulebook, with_rates=with_rates)
    try:
        return Assessed(request=request, assessment=assess(request, rulebook))
    except BadRequest as refused:
        return Assessed(request=request, assessment=None, faults=refused.faults)
