"""Closing a case: what is still missing, or the button that closes it."""

from core.model.case import Case
from core.model.message import Button, Message, Urgency
from core.rules.closing_gaps import Readiness


def closing_screen(ready: Readiness) -> Message:
    """What is missing, each with its clause; 关闭案件 only where nothing is."""
    case = ready.dossier.case
    close = () if ready.gaps else ((Button("close_case", "close_now", case.id, case.version),),)
    return Message(
        template="closing_shown",
        data=_head(ready, case)
        | {
            "gaps": ready.gaps,
            "at_once": ready.is_at_once,
            "open_duties": sum(duty.has_card and duty.is_open for duty in ready.dossier.duties),
        },
        rows=(*close, (*_ways(ready), Button("back", "case", case.id, case.version))),
    )


def _ways(ready: Readiness) -> tuple[Button, ...]:
    """Where what is missing in correcting the cause is done."""
    case = ready.dossier.case
    is_missing = any(gap.kind in ("effect", "recurrence") for gap in ready.gaps)
    return (Button("corrective", "corrective", case.id, case.version),) if is_missing else ()


def case_closed(ready: Readiness, case: Case) -> Message:
    """To reporter and investigator: the case is closed, and until when it is kept."""
    return Message(template="case_closed", urgency=Urgency.NOTICE, data=_head(ready, case))


def _head(ready: Readiness, case: Case) -> dict[str, object]:
    return {
        "case_id": case.id,
        "site": case.site,
        "number": case.number,
        "product": case.product or case.part_no,
        "outcome": case.outcome,
        "kept_until": ready.kept_until,
    }
