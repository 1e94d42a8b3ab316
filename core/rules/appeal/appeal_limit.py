"""Until when an employee may appeal against a notice."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo


def appeal_until(given_at: datetime, days: int, zone: ZoneInfo) -> datetime:
    """24:00 of the last day (as 00:00 of the next), counted from the day after the notice was given."""
    last_day = given_at.astimezone(zone).date() + timedelta(days=days)
    return datetime.combine(last_day + timedelta(days=1), time.min, zone)


def last_day(until: datetime, zone: ZoneInfo) -> date | None:
    """The day at whose 24:00 the limit ends; None for a limit that ends within a day, as one in hours does."""
    local = until.astimezone(zone)
    return local.date() - timedelta(days=1) if local.time() == time.min else None
