"""Rates that cannot be meant: over the whole, a floor above its cap, shares of nobody."""

from collections.abc import Iterator

from core.model.fault import Fault
from core.model.rate import WHOLE, percent_text
from core.rulebook.checks.walking import tables
from core.rulebook.edition import Edition
from core.rulebook.figures import RateRange
from core.rulebook.money_rules import RateCharge, ShareCharge, Split

_TO_100 = "allowed are rates from 0% to 100%"


def rates_that_cannot_be(edition: Edition) -> Iterator[Fault]:
    """Yield a fault for every rate over 100 percent, floor over its cap, and share of nobody."""
    for path, table in tables(edition):
        if isinstance(table, (RateCharge, ShareCharge)) and isinstance(table.rate, int):
            yield from _over_whole(f"{path}.rate", table.rate, table.clause)
        elif isinstance(table, RateRange):
            yield from _over_whole(f"{path}.to", table.to)
        if isinstance(table, RateCharge):
            yield from _floor_over_cap(path, table)
        elif isinstance(table, Split):
            yield from _shares_out_of_reach(path, table)


def _over_whole(path: str, rate: int, clause: str = "") -> Iterator[Fault]:
    if rate > WHOLE:
        yield Fault(path, f"is {percent_text(rate)}%;", _TO_100, clause)


def _floor_over_cap(path: str, charge: RateCharge) -> Iterator[Fault]:
    if charge.cap is not None and charge.floor is not None and charge.floor > charge.cap:
        found = f"is {charge.floor}, over the cap of {charge.cap};"
        yield Fault(f"{path}.floor", found, "allowed is a floor up to the cap", charge.clause)


def _shares_out_of_reach(path: str, split: Split) -> Iterator[Fault]:
    shares = split.shares if isinstance(split.shares, dict) else {}
    outside = [name for name in shares if name not in split.among]
    for name in outside:
        found = f"gives {name} a share that is not among {', '.join(split.among)};"
        yield Fault(f"{path}.shares", found, "the shares of those among must total 100 percent", split.clause)
    if split.shares == "entered" and not split.among:
        yield Fault(
            f"{path}.among", "names nobody;", "shares of nobody cannot reach 100 percent", split.clause
        )
