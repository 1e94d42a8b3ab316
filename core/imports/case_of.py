"""The closed case that an earlier complaint becomes."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Any, Final

from core.imports.complaint import Complaint
from core.model.case import Case, Stage
from core.model.company import Company

# nobody of the staff registered it here
NOBODY: Final = 0
# under what a case keeps the number that a complaint merged into it had
EARLIER_NUMBER: Final = "earlier_number"
_NOON: Final = time(12)


def case_of(entry: Complaint, import_id: int, company: Company) -> Case:
    """It keeps its number and its days (noon stands for a day), and has no rulebook, clock or owner."""
    received = _at(entry.received_on, entry.site, company)
    closed = _at(entry.closed_on or entry.received_on, entry.site, company)
    return Case(
        number=entry.number,
        site=entry.site,
        rulebook="",
        edition="",
        stage=Stage.CLOSED,
        reporter_id=NOBODY,
        customer=entry.customer,
        product=entry.product,
        order_no=entry.order_no,
        part_no=entry.part_no,
        quantity=entry.quantity,
        defective=entry.defective,
        happened=entry.happened,
        demand=entry.demand,
        phone=entry.phone,
        cause=entry.cause,
        containment=entry.containment,
        outcome_reason=entry.result,
        occurred_on=entry.occurred_on or entry.received_on,
        is_occurred_known=entry.occurred_on is not None,
        received_at=received,
        registered_at=received,
        stage_since=closed,
        import_id=import_id,
        answers={EARLIER_NUMBER: entry.earlier_number} if entry.earlier_number else {},
    )


def with_texts(case: Case, texts: Mapping[str, str]) -> Case:
    """The case with these fields as said, the earlier number among its answers; an empty one is taken out."""
    answers = {
        name: text for name, text in case.answers.items() if name != EARLIER_NUMBER or name not in texts
    }
    if texts.get(EARLIER_NUMBER):
        answers[EARLIER_NUMBER] = texts[EARLIER_NUMBER]
    changed: dict[str, Any] = {name: text for name, text in texts.items() if name != EARLIER_NUMBER}
    return replace(case, answers=answers, **changed)


def text_of(case: Case, name: str) -> str:
    """What stands in a field that an import may fill."""
    return case.answers.get(name, "") if name == EARLIER_NUMBER else str(getattr(case, name))


def _at(day: date, site: str, company: Company) -> datetime:
    return datetime.combine(day, _NOON, tzinfo=company.zone(site)).astimezone(UTC)
