"""The clock of the first reply to the customer: so many hours from receipt, every hour counts."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from core.model.company import Company


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstReply:
    """When the first reply is due, and when to warn before; `warn_at` is None where nothing of the time is left."""

    due_at: datetime
    warn_at: datetime | None


def first_reply(company: Company, received_at: datetime, now: datetime) -> FirstReply | None:
    """The clock for a complaint received then; None if the company runs no such clock."""
    if company.first_reply_hours is None:
        return None
    due_at = received_at + timedelta(hours=company.first_reply_hours)
    warn_at = due_at - timedelta(hours=company.first_reply_warning_hours)
    return FirstReply(due_at=due_at, warn_at=warn_at if warn_at > now else None)
