"""What a case's rulebook demands of it at this moment."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Final

from core.actions.rulebook.rulebook_of import rulebook_of
from core.assess import assess
from core.model.assessment import DueBy
from core.model.case import Stage
from core.model.dossier import Dossier
from core.model.fault import BadRequest
from core.model.working_days import WorkingDays
from core.ports import UnitOfWork
from core.rulebook.compiled import CompiledRulebook
from core.rules.assessment.billing import bill_for
from core.rules.assessment.opening import OpenedCase, open_case
from core.rules.case.case_moments import case_events
from core.rules.case.case_request import case_request
from core.rules.duty.demands import Demand, Standing, demands
from core.rules.request.reading import read_request

_ENDED: Final = (Stage.REFUSED, Stage.CLOSED)
_INVESTIGATED: Final = (Stage.CONFIRMING, Stage.APPROVING, Stage.DECIDED, Stage.CLOSED)


def read_demands(
    dossier: Dossier, come: Collection[str], working_days: WorkingDays, *, uow: UnitOfWork
) -> tuple[Demand, ...]:
    """The demands, with `come` as the moments that have come, counted by the working days of the case's site.

    While a case is investigated and nothing is entered, its grade is unknown, and what hangs on it waits.
    """
    case = dossier.case
    rulebook = replace(rulebook_of(case, uow=uow), working_days=working_days)
    events = case_events(case, rulebook.edition)
    request = {**case_request(dossier, rulebook), "events": events}
    figures = {**request, "events": {}} if case.stage in _INVESTIGATED else request
    standing = Standing(
        stage=case.stage,
        come={*come, *events},
        opened=_opened(figures, rulebook),
        deadlines=_deadlines(request, rulebook),
        ended_at=case.stage_since if case.stage in _ENDED else None,
    )
    return demands(rulebook, standing)


def _opened(request: Mapping[str, object], rulebook: CompiledRulebook) -> OpenedCase | None:
    try:
        opened = open_case(read_request(request, rulebook), rulebook)
    except BadRequest:
        return None
    bill_for(opened)  # clauses may give a person another role, which conditions read
    return opened


def _deadlines(request: Mapping[str, object], rulebook: CompiledRulebook) -> tuple[DueBy, ...] | None:
    try:
        return assess(request, rulebook).deadlines
    except BadRequest:
        return None
