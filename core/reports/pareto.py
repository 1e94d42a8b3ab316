"""The few causes behind most cases: bars from the most frequent on, with what they come to together."""

from collections import defaultdict
from collections.abc import Iterable

from msgspec import Struct

from core.model.rate import WHOLE, half_up
from core.reports.rows import CaseRow

UNKNOWN = ""
"""The key of cases whose cause is not named yet; they stand last, whatever their number."""


class Bar(Struct, frozen=True):
    """One bar: its key, the cases behind it, and the share of all cases up to and with it, in millionths."""

    key: str
    cases: tuple[int, ...]
    loss: int
    cumulative: int

    @property
    def count(self) -> int:
        """How many cases."""
        return len(self.cases)


def pareto(keyed: Iterable[tuple[str, CaseRow]]) -> tuple[Bar, ...]:
    """Bars of cases with their keys, by how often, then by key; a case of several keys comes, and counts, with each.

    Empty without cases.
    """
    groups: defaultdict[str, list[CaseRow]] = defaultdict(list)
    for key, case in keyed:
        groups[key].append(case)
    whole = sum(map(len, groups.values()))
    counted, bars = 0, []
    for key in sorted(groups, key=lambda key: (key == UNKNOWN, -len(groups[key]), key)):
        group = groups[key]
        counted += len(group)
        loss = sum([case.loss for case in group if case.loss])
        bars.append(Bar(key, tuple([case.id for case in group]), loss, half_up(counted * WHOLE, whole)))
    return tuple(bars)
