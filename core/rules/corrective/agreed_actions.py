"""An agreed action as a duty: its rule, and whom it waits for in turn."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime

from core.model.case import Case
from core.model.corrective_action import CorrectiveAction
from core.model.duty import CORRECTIVE_ACTION, Duty
from core.model.glossary import said_as_is
from core.rulebook.duty_rules import Duty as DutyRule

DOER = "doer"
VERIFIER = "verifier"


def action_rule(duty: Duty) -> DutyRule:
    """No form, but evidence, and a second person who agrees that it is done."""
    return DutyRule(
        clause="-",
        label=duty.label,
        owner=DOER,
        kind="task",
        evidence="any",
        two_persons=True,
        fields={},
        blocks_closing=True,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where an action stands: the `number`-th of its case, in that round of the plan."""

    case: Case
    round: int
    number: int


def action_row(action: CorrectiveAction, place: Place, due_at: datetime, now: datetime) -> Duty:
    """The duty of that action; it keeps the case open until it is verified."""
    case = place.case
    return Duty(
        case_id=case.id,
        kind=CORRECTIVE_ACTION,
        owner_id=action.owner_id,
        data={
            "rulebook": case.rulebook,
            "on": case.occurred_on.isoformat(),
            "label": said_as_is(action.what).model_dump(by_alias=True, exclude_none=True),
            "gate": True,
            "action": action.kind.value,
            "round": place.round,
            DOER: action.owner_id,
            VERIFIER: action.verifier_id,
        },
        opened_at=now,
        due_at=due_at.astimezone(UTC),
        key=f"case:{case.id}:action:{place.number}",
        site=case.site,
    )


def to_be_verified(duty: Duty) -> Duty:
    """The duty as it waits for its verifier, once it is finished; any other duty as it is."""
    return replace(duty, owner_id=verifier_of(duty)) if duty.is_planned else duty


def to_be_done_again(duty: Duty) -> Duty:
    """The duty as nobody has done it yet."""
    undone = replace(duty, done_at=None, done_by=None, finished_at=None, finished_by=None)
    return replace(undone, owner_id=doer_of(duty)) if duty.is_planned else undone


def doer_of(duty: Duty) -> int:
    """Who is to do it."""
    return int(str(duty.data[DOER]))


def verifier_of(duty: Duty) -> int:
    """Who is to verify it."""
    return int(str(duty.data[VERIFIER]))
