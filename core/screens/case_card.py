"""The card of a case in its site's group: number, product, stage and clock; never a person's name or an amount."""

from collections.abc import Mapping, Sequence

from core.model.case import Case, Stage
from core.model.company import Company
from core.model.message import Message, Urgency
from core.screens.case_head import head_of

DESKS = {
    Stage.REGISTERED: "quality",
    Stage.RETURNED: "sales",
    Stage.INVESTIGATING: "quality",
    Stage.CONFIRMING: "supervisor",
    Stage.APPROVING: "approver",
}


def group_card(
    case: Case, company: Company, *, missing: int = 0, links: Sequence[Mapping[str, object]] = ()
) -> Message:
    """The living card of that case; `missing` counts evidence whose bytes are not here and will not come.

    `links` are kind and number of the cases it has to do with.
    """
    return Message(
        template="case_posted",
        card=f"case:{case.id}",
        urgency=Urgency.CARD,
        data=head_of(case)
        | {
            "site_name": company.site(case.site).name,
            "stage": case.stage,
            "outcome": case.outcome,
            "desk": DESKS.get(case.stage),
            "since": case.stage_since,
            "reply_due": case.first_reply_due_at,
            "replied_at": case.replied_at,
            "missing": missing,
            "links": links,
        },
    )
