"""The zone in which a rulebook counts its days must be one."""

from collections.abc import Iterator
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from core.model.fault import Fault
from core.rulebook.edition import Edition


def zone_that_is_none(edition: Edition) -> Iterator[Fault]:
    """Yield a fault if no zone has that name."""
    try:
        ZoneInfo(edition.zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        yield Fault(
            "zone", f"found is {edition.zone!r};", "allowed is the name of a time zone, as Asia/Shanghai"
        )
