"""The data that every private screen of a case is filled from."""

from collections.abc import Sequence

from core.imports.case_of import EARLIER_NUMBER
from core.model.case import Case
from core.model.company import Company
from core.model.evidence import Evidence, Storing
from core.rules.draft.intake_asked import NOTHING, IntakeAsked
from core.rules.draft.intake_gaps import given_by
from core.rules.draft.intake_said import answers_said, channel_said

_GONE = (Storing.TOO_BIG, Storing.MISSING)


def case_shown(
    case: Case, company: Company, pieces: Sequence[Evidence] = (), asked: IntakeAsked = NOTHING
) -> dict[str, object]:
    """Number, subject, parties to the complaint, clock and evidence; no amounts, no persons liable."""
    return {
        "case_id": case.id,
        "site": case.site,
        "site_name": company.site(case.site).name,
        "number": case.number,
        "customer": case.customer,
        "product": case.product,
        "order_no": case.order_no,
        "part_no": case.part_no,
        "quantity": case.quantity,
        "defective": case.defective,
        "happened": case.happened,
        "demand": case.demand,
        "phone": case.phone,
        "answers": answers_said(case.answers, asked),
        "channel": channel_said(given_by(case), asked),
        "occurred_on": case.occurred_on,
        "is_occurred_known": case.is_occurred_known,
        "stage": case.stage,
        "is_imported": case.import_id is not None,
        "earlier_number": case.answers.get(EARLIER_NUMBER, ""),
        "outcome": case.outcome,
        "outcome_reason": case.outcome_reason,
        "since": case.stage_since,
        "reply_due": case.first_reply_due_at,
        "replied_at": case.replied_at,
        "pieces": len(pieces),
        "gone": sum(piece.storing in _GONE for piece in pieces),
    }
