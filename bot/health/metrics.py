"""The vital signs as text for Prometheus."""

from collections.abc import Iterator
from datetime import datetime

from bot.health.vitals import Vitals

PREFIX = "gongdao"
TYPE = "text/plain; version=0.0.4; charset=utf-8"


def metrics_of(vitals: Vitals) -> str:
    """One gauge a line pair; an instant that is not known has no line."""
    lines = [
        line
        for name, says, value in _gauges(vitals)
        if value is not None
        for line in (
            f"# HELP {PREFIX}_{name} {says}",
            f"# TYPE {PREFIX}_{name} gauge",
            f"{PREFIX}_{name} {value}",
        )
    ]
    return "\n".join(lines) + "\n"


def _gauges(vitals: Vitals) -> Iterator[tuple[str, str, int | float | None]]:
    yield (
        "last_tick_timestamp_seconds",
        "When the bot last showed that it is alive.",
        _seconds(vitals.alive_at),
    )
    yield "last_sent_timestamp_seconds", "When the newest message left.", _seconds(vitals.sent_at)
    yield "last_backup_timestamp_seconds", "When the last backup was taken.", _seconds(vitals.backup_at)
    yield "late", "1 while the watch-dog's alarm is open.", int(vitals.late_since is not None)
    for name, queue in (
        ("timers_due", vitals.timers),
        ("outbox_waiting", vitals.outbox),
        ("inbox_waiting", vitals.inbox),
        ("evidence_to_fetch", vitals.fetching),
    ):
        yield name, "How many wait.", queue.count
        waits = queue.waits_for(vitals.now).total_seconds()
        yield f"{name}_oldest_seconds", "For how long the oldest waits.", waits
    yield "updates_aside", "Updates that were set aside after three tries.", vitals.aside
    yield "messages_failed", "Messages that Telegram would not take.", vitals.failed
    yield "evidence_missing", "Files that could not be had.", vitals.missing
    yield (
        "people_unreachable",
        "People who blocked the bot or whose account is gone.",
        len(vitals.unreachable),
    )
    yield "next_year_known", "1 if next year's working days are known.", int(vitals.next_year)
    yield "log_rows", "Rows of the append-only log.", vitals.log_rows
    yield "disk_free_bytes", "Room left where the data is.", vitals.free


def _seconds(at: datetime | None) -> float | None:
    return None if at is None else at.timestamp()
