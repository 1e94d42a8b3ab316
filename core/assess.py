"""Facts and a rulebook in, an explained assessment out: the one pure function that grades and apportions."""

from collections.abc import Mapping

from core.model.assessment import Assessment
from core.model.fault import BadRequest
from core.model.request import Request
from core.rulebook.compiled import CompiledRulebook
from core.rules.assessment.answering import answer
from core.rules.assessment.billing import bill_for
from core.rules.assessment.opening import open_case
from core.rules.request.reading import read_request


def assess(request: Mapping[str, object] | Request, rulebook: CompiledRulebook) -> Assessment:
    """Assess one case under one edition of a rulebook.

    Raises BadRequest with every fault: of the request's form, or of a choice outside its range.
    """
    read = request if isinstance(request, Request) else read_request(request, rulebook)
    opened = open_case(read, rulebook)
    bill = bill_for(opened)
    if opened.findings.faults:
        raise BadRequest(tuple(opened.findings.faults))
    return answer(opened, bill)
