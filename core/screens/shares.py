"""Each person's line of an assessment, as screens list it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from core.model.assessment import Assessment, PersonResult
from core.model.dossier import Dossier
from core.model.label import Label
from core.model.money import ZERO, Money
from core.model.party import Hearing, Party
from core.rules.assessment.held_fine import HeldFine, held_fine
from core.rules.figures.rate_ranges import RateRange, ranges_in


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareLine:
    """Who, in which role, at which rate, how much or between what, and whether they were heard.

    `held` is what of the amount is a fine that is not charged.
    """

    person_id: int
    name: str
    role: Label
    amount: Money | None
    low: Money
    high: Money
    held: HeldFine | None
    reward: Money | None
    points: int
    sanctions: tuple[Label, ...]
    rate: str | None
    reason: str
    limits: RateRange | None
    hearing: Hearing


def share_lines(
    dossier: Dossier, assessment: Assessment | None, only: Collection[int] | None = None
) -> tuple[ShareLine, ...]:
    """The lines of everybody named, or of these persons only, in the order of naming."""
    results = {result.id: result for result in assessment.people} if assessment else {}
    limits = ranges_in(assessment) if assessment else {}
    return tuple(
        _line(dossier, party, results.get(str(party.person_id)), limits)
        for party in dossier.parties
        if only is None or party.person_id in only
    )


def _line(
    dossier: Dossier, party: Party, result: PersonResult | None, limits: Mapping[int, RateRange]
) -> ShareLine:
    measures = dossier.glossary.measures
    return ShareLine(
        person_id=party.person_id,
        name=dossier.name(party.person_id),
        role=dossier.glossary.role(result.role if result else party.role),
        amount=result.amount if result else None,
        low=(result.amount_min or ZERO) if result else ZERO,
        high=(result.amount_max or ZERO) if result else ZERO,
        held=held_fine(result, dossier) if result else None,
        reward=result.reward if result and result.reward and result.reward.fen else None,
        points=result.points if result else 0,
        sanctions=tuple(measures[one] for one in result.sanctions if one in measures) if result else (),
        rate=party.chosen_rate,
        reason=party.reason,
        limits=limits.get(party.person_id),
        hearing=party.hearing,
    )


def statements_said(dossier: Dossier) -> tuple[tuple[str, str], ...]:
    """Who said what, oldest first; what was shown without words is left to the evidence."""
    named = {party.person_id for party in dossier.charged()}
    return tuple(
        (dossier.name(one.person_id), one.text)
        for one in dossier.statements
        if one.text and one.person_id in named
    )
