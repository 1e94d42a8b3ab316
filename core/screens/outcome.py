"""How a case ended, for those concerned."""

from core.model.case import Case
from core.model.message import Message, Urgency


def case_decided(case: Case) -> Message:
    """To investigator and reporter: the case is decided; no amounts, no names."""
    return Message(template="case_decided", urgency=Urgency.NOTICE, data=_head(case))


def party_released(case: Case) -> Message:
    """To somebody who was named and has nothing to pay."""
    return Message(template="party_released", urgency=Urgency.NOTICE, data=_head(case))


def _head(case: Case) -> dict[str, object]:
    return {
        "case_id": case.id,
        "site": case.site,
        "number": case.number,
        "product": case.product or case.part_no,
        "outcome": case.outcome,
        "bearer": case.loss_borne_by,
        "stage": case.stage,
    }
