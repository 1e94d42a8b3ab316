"""What a rulebook demands of a case at this moment, besides amounts: its duties and its running deadlines."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from core.model.assessment import DueBy
from core.model.case import Stage
from core.model.duty import RULEBOOK_DEADLINE, RULEBOOK_DUTY
from core.rulebook.compiled import CompiledRulebook
from core.rulebook.duty_rules import Duty as DutyRule
from core.rulebook.edition import Edition
from core.rulebook.timing import Deadline
from core.rules.assessment.opening import OpenedCase

_UNDECIDED = (Stage.REGISTERED, Stage.RETURNED, Stage.REFUSED, Stage.INVESTIGATING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Demand:
    """One duty of the edition, or a clock of it; `holds` is None while a fact is missing that would decide."""

    rule: str
    kind: str
    row: DutyRule
    holds: bool | None
    clock: DueBy | None = None

    @property
    def due_at(self) -> datetime | None:
        """When it is due; None where no clock of it runs."""
        return self.clock.due_at if self.clock else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where the case stands: its stage, what has come, the case as far as its grade, the clocks that run.

    None for the last two where the rulebook cannot read the case as it is. `ended_at` is when it was refused or
    closed.
    """

    stage: Stage
    come: Collection[str]
    opened: OpenedCase | None
    deadlines: Sequence[DueBy] | None
    ended_at: datetime | None = None


def demands(rulebook: CompiledRulebook, standing: Standing) -> tuple[Demand, ...]:
    """Every duty whose moment has come, with whether it holds; then the clocks that run and belong to no duty.

    A rulebook that turns out not to apply demands nothing once the investigation is over. What ran when the case
    ended and belongs to no duty is void.
    """
    if standing.stage not in _UNDECIDED and standing.opened is not None and not standing.opened.applies:
        return ()
    due = {deadline.id: deadline for deadline in standing.deadlines or ()}
    duties = tuple(
        Demand(rule=name, kind=RULEBOOK_DUTY, row=row, holds=holds, clock=due.get(row.deadline or ""))
        for name, row, holds in _duties(rulebook, standing)
    )
    covered = {demand.row.deadline for demand in duties if demand.holds} | _limits(rulebook.edition)
    clocks = (clock for clock in _clocks(rulebook.edition, standing) if clock.rule not in covered)
    return (*duties, *clocks)


def rule_of(kind: str, rule: str, edition: Edition) -> DutyRule | None:
    """The duty of that name, or the deadline as one without a form; None if the edition has neither."""
    if kind == RULEBOOK_DUTY:
        return edition.duties.get(rule)
    deadline = edition.deadlines.get(rule)
    return _as_duty(rule, deadline) if deadline else None


def _as_duty(name: str, clock: Deadline | DueBy) -> DutyRule:
    return DutyRule(
        clause=clock.clause, label=clock.label, owner=clock.owner, kind="task", deadline=name, fields={}
    )


def _clocks(edition: Edition, standing: Standing) -> Iterator[Demand]:
    if standing.deadlines is None:
        for name, deadline in edition.deadlines.items():
            yield Demand(rule=name, kind=RULEBOOK_DEADLINE, row=_as_duty(name, deadline), holds=None)
        return
    for clock in standing.deadlines:
        if standing.ended_at is None or clock.starts_at >= standing.ended_at:
            row = _as_duty(clock.id, clock)
            yield Demand(rule=clock.id, kind=RULEBOOK_DEADLINE, row=row, holds=True, clock=clock)


def _duties(rulebook: CompiledRulebook, standing: Standing) -> Iterator[tuple[str, DutyRule, bool | None]]:
    for ruled in rulebook.duties:
        row = rulebook.edition.duties[ruled.row.id]
        if not row.is_standing and (row.event or row.opens) in standing.come:
            if not row.when:
                yield ruled.row.id, row, True
            else:
                holds = ruled.gate.holds(standing.opened.case) if standing.opened else None
                yield ruled.row.id, row, holds


def _limits(edition: Edition) -> set[str | None]:
    """Deadlines that are somebody's right to appeal, and nobody's task."""
    return {appeal.deadline for appeal in edition.appeals.values()}
