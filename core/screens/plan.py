"""Another way of withholding, as it is asked for and answered."""

from core.model.dossier import Dossier
from core.model.message import Button, Message, Urgency
from core.model.money import Money
from core.model.notice import Notice
from core.model.person import Person
from core.payroll.batch import Plan, PlanKind


def plan_asked(plan: Plan, notice: Notice, dossier: Dossier, owed: Money, *, is_open: bool) -> Message:
    """To whoever may approve it; the buttons go once it is answered."""
    buttons = (Button("plan_approve", "plan_yes", plan.id), Button("plan_refuse", "plan_no", plan.id))
    return Message(
        template="plan_asked",
        card=f"plan:{plan.id}",
        urgency=Urgency.NOTICE,
        data=_data(plan, notice, dossier, owed)
        | {"asked_by": dossier.name(plan.asked_by), "is_open": is_open},
        rows=(buttons,) if is_open else (),
    )


def plan_answered(plan: Plan, notice: Notice, dossier: Dossier, owed: Money, *, to: Person) -> Message:
    """To whoever asked for it, and to whom it concerns."""
    return Message(
        template="plan_answered",
        urgency=Urgency.NOTICE,
        data=_data(plan, notice, dossier, owed) | {"is_own": to.id == plan.person_id},
    )


def notice_line(notice: Notice, number: str, name: str, owed: Money, plans: tuple[Plan, ...]) -> Message:
    """A notice in a batch: what is owed on it, what was agreed, and what finance can ask for."""
    open_kinds = {plan.kind for plan in plans if not plan.is_done}
    asks = tuple(
        Button(f"plan_{kind.value}", "plan_ask", notice.id, 0, kind.value)
        for kind in PlanKind
        if kind not in open_kinds
    )
    ends = tuple(
        Button("plan_end", "plan_end", plan.id)
        for plan in plans
        if plan.approved_at is not None and plan.kind is not PlanKind.WAIVER
    )
    return Message(
        template="plan_of_notice",
        data={
            "case_id": notice.case_id,
            "notice_number": notice.number,
            "number": number,
            "name": name,
            "owed": owed,
            "plans": plans,
        },
        rows=tuple(row for row in (asks, ends) if row),
    )


def _data(plan: Plan, notice: Notice, dossier: Dossier, owed: Money) -> dict[str, object]:
    return {
        "case_id": plan.case_id,
        "site": dossier.case.site,
        "number": dossier.case.number,
        "notice_number": notice.number,
        "name": dossier.name(plan.person_id),
        "plan": plan,
        "owed": owed,
    }
