"""What stands between a case and its closing: gates, nobody named, an appeal not heard, a customer not put right."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from core.model.case import Stage
from core.model.dossier import Dossier
from core.model.label import Label
from core.model.notice import Appeal, AppealState
from core.rulebook.process_rules import Closing
from core.rules.case.open_gates import open_gates


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosingGap:
    """One thing missing: a gate with its words and clause, a responsible person, the answer to an appeal, or to a customer."""

    kind: Literal["gate", "person", "appeal", "remedy", "dispute", "effect", "recurrence"]
    label: Label | None = None
    clause: str = ""
    duty_id: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Readiness:
    """The dossier with what is missing, whether its rulebook closes it at once, and until when it will be kept.

    `met_for_customer` are the rules of duties that dealing with the customer does.
    """

    dossier: Dossier
    gaps: tuple[ClosingGap, ...]
    is_at_once: bool
    kept_until: date | None
    met_for_customer: frozenset[str] = frozenset()


def closing_gaps(
    dossier: Dossier,
    closing: Closing | None,
    appeals: Sequence[Appeal],
    beside: Sequence[ClosingGap] = (),
    *,
    at_once: bool,
) -> tuple[ClosingGap, ...]:
    """Return everything missing; a case that its rulebook closes `at_once` waits for no gate and no person.

    `beside` are the gaps on the customer's side and in correcting the cause. Nobody has to be named in a case that was
    refused at triage.
    """
    heard = tuple(_unheard(appeals))
    return heard if at_once else (*_gates(dossier), *beside, *_persons(dossier, closing), *heard)


def _gates(dossier: Dossier) -> Iterator[ClosingGap]:
    for duty in open_gates(dossier):
        yield ClosingGap(kind="gate", label=duty.label, clause=duty.clause, duty_id=duty.id)


def _persons(dossier: Dossier, closing: Closing | None) -> Iterator[ClosingGap]:
    is_refused = dossier.case.stage is Stage.REFUSED
    if closing and closing.needs_parties and not is_refused and not dossier.charged():
        yield ClosingGap(kind="person", clause=closing.clause)


def _unheard(appeals: Sequence[Appeal]) -> Iterator[ClosingGap]:
    if any(appeal.state is AppealState.OPEN for appeal in appeals):
        yield ClosingGap(kind="appeal")
