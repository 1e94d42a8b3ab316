"""The day a draft's complaint is about."""

from datetime import date
from zoneinfo import ZoneInfo

from core.model.draft import Draft
from core.rules.draft.draft_fields import UNKNOWN, value_of


def day_of(draft: Draft, zone: ZoneInfo) -> tuple[date, bool]:
    """The day of the incident, and whether anybody knows it; else that of receipt stands in."""
    told = value_of(draft, "occurred_on")
    if told in ("", UNKNOWN):
        return draft.received_at.astimezone(zone).date(), False
    return date.fromisoformat(told), True
