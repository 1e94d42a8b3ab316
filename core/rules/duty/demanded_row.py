"""The row of a duty that a rulebook demands, as it is opened."""

from dataclasses import dataclass
from datetime import date, datetime

from core.model.company import Company
from core.model.duty import Duty
from core.rulebook.duty_rules import Duty as DutyRule
from core.rules.duty.office_roles import office_role


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """Where and why a duty opens: `key` lets it open once only, `on` is the day that picks the edition."""

    key: str
    kind: str
    rule: str
    rulebook: str
    on: date
    site: str
    case_id: int | None = None
    period: str = ""
    due_at: datetime | None = None


def demanded_row(opening: Opening, row: DutyRule, company: Company, now: datetime) -> Duty:
    """The duty; it keeps its words, so that lists are drawn without the rulebook."""
    return Duty(
        case_id=opening.case_id,
        kind=opening.kind,
        owner_id=None,
        data={
            "rulebook": opening.rulebook,
            "on": opening.on.isoformat(),
            "label": row.label.model_dump(by_alias=True, exclude_none=True),
            "gate": row.is_gate,
            "not_by": list(row.not_by),
            "period": opening.period,
        },
        clause=row.clause,
        opened_at=now,
        due_at=opening.due_at,
        key=opening.key,
        rule=opening.rule,
        site=opening.site,
        role=office_role(row.owner, opening.rulebook, company),
    )
