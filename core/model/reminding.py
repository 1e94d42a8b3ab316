"""When a company reminds of deadlines, and whom."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminding:
    """The stages of reminders, as the company settles them.

    A deadline in hours of at most `urgent_hours` reminds at any hour, all others in office hours. Before such a
    deadline `before_percent` of its span are left, before one in days `before_days` working days. Afterwards the
    owner, and then one of `superiors` up the line each time, is told every `repeat_percent` of the span (at most
    `longest_repeat_hours`), or every `repeat_days` working days. The digest goes out at `digest` on working days, in
    minutes from the beginning of the day. What rings later than `late_minutes` goes into it too.
    """

    urgent_hours: int = 12
    before_percent: int = 50
    before_days: int = 1
    repeat_percent: int = 50
    longest_repeat_hours: int = 24
    repeat_days: int = 1
    superiors: int = 3
    digest: int = 510
    late_minutes: int = 30
