"""Closing a case: what is still missing, or the button that closes it."""

from core.model.case import Case
from core.model.message import Button, Message, Urgency
from core.rules.case.closing_gaps import Readiness
from core.screens.case_head import head_of


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
    """Where what is missing is done: dealing with the customer, correcting the cause, the duties."""
    case, kinds = ready.dossier.case, {gap.kind for gap in ready.gaps}
    gates = {gap.duty_id for gap in ready.gaps if gap.kind == "gate"}
    rules = {duty.rule for duty in ready.dossier.duties if duty.id in gates}
    is_owed = bool(kinds & {"remedy", "dispute"} or rules & ready.met_for_customer)
    customer = (Button("remedy_open", "remedy", case.id),) if is_owed else ()
    cause = (
        (Button("corrective", "corrective", case.id, case.version),)
        if kinds & {"effect", "recurrence"}
        else ()
    )
    by_hand = rules - ready.met_for_customer
    duties = (Button("duties", "duties", case.id, case.version, text=str(len(gates))),) if by_hand else ()
    return (*customer, *cause, *duties)


def case_closed(ready: Readiness, case: Case) -> Message:
    """To reporter and investigator: the case is closed, and until when it is kept."""
    return Message(template="case_closed", urgency=Urgency.NOTICE, data=_head(ready, case))


def _head(ready: Readiness, case: Case) -> dict[str, object]:
    return head_of(case) | {
        "outcome": case.outcome,
        "kept_until": ready.kept_until,
    }
