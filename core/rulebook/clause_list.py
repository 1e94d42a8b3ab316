"""The list of all clauses: what carries out each, or why nothing can."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from core.model.label import Label
from core.rulebook.carriers import carriers, mechanism
from core.rulebook.edition import Edition

NOT_BY_DUTY_ALONE: Final = frozenset(
    {
        "amount-rule",
        "cap/floor",
        "liability-split",
        "grading",
        "deadline",
        "approval",
        "appeal",
        "numbering",
    }
)
"""Kinds of clauses that need a rule which computes or decides, not only a task."""
DUTIES: Final = "duties"
NOT_EXECUTABLE: Final = "not_executable"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseRow:
    """A clause of the list: its stable key, its regulation and clause, what kinds it has, what it says."""

    key: str
    regulation: str
    clause: str
    kinds: tuple[str, ...]
    fact: str

    @property
    def in_edition(self) -> str:
        """The clause as an edition names it: the key without the mark of the regulation."""
        return self.key.removeprefix(f"{self.regulation} ")

    @property
    def needs_a_rule(self) -> bool:
        """Whether a duty alone does not carry it out."""
        return not NOT_BY_DUTY_ALONE.isdisjoint(self.kinds)


@dataclass(frozen=True, slots=True, kw_only=True)
class CarriedClause:
    """A clause with the rules that carry it out, or the reason why it cannot be carried out."""

    row: ClauseRow
    rulebook: str
    carried_out_by: tuple[str, ...]
    not_executable_because: Label | None

    @property
    def is_carried_out(self) -> bool:
        """Whether something carries it out that its kind allows."""
        if self.row.needs_a_rule:
            return any(mechanism(path) != DUTIES for path in self.carried_out_by)
        return bool(self.carried_out_by)


def clause_list(
    rows: Iterable[ClauseRow], rulebooks: Mapping[str, str], editions: Mapping[str, Edition]
) -> Iterator[CarriedClause]:
    """Yield every clause in the order of the list; `rulebooks` are the ids by regulation."""
    carried = {name: carriers(edition) for name, edition in editions.items()}
    for row in rows:
        rulebook = rulebooks[row.regulation]
        paths = carried[rulebook].get(row.in_edition, ()) if rulebook in carried else ()
        because = editions[rulebook].not_executable.get(row.in_edition) if rulebook in editions else None
        yield CarriedClause(row=row, rulebook=rulebook, carried_out_by=paths, not_executable_because=because)


def counts_by_mechanism(clauses: Iterable[CarriedClause]) -> Mapping[str, int]:
    """Return how many clauses each chapter carries out, the most first; a clause may count in several."""
    counts: Counter[str] = Counter()
    for one in clauses:
        counts.update({mechanism(path) for path in one.carried_out_by} or {NOT_EXECUTABLE})
    return dict(counts.most_common())
