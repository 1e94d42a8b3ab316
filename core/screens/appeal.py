"""An appeal, as the auditor and the employee see it."""

from core.model.case import Case
from core.model.message import Button, Message, Urgency
from core.model.notice import Appeal, Notice
from core.model.person import Person


def appeal_received(case: Case, notice: Notice, appeal: Appeal, employee: Person) -> Message:
    """To an auditor: who appeals against what, and why; the money is frozen."""
    return Message(
        template="appeal_received",
        urgency=Urgency.URGENT,
        data={
            "case_id": case.id,
            "site": case.site,
            "number": case.number,
            "notice_number": notice.number,
            "amount": notice.amount,
            "name": employee.name,
            "reason": appeal.reason,
            "made_at": appeal.made_at,
        },
        rows=(
            (
                Button("why", "why", case.id, notice.version, str(notice.person_id)),
                Button("evidence_shown", "evidence", case.id, case.version),
            ),
        ),
    )
