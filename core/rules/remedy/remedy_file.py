"""Everything on the customer's side of one case, read at one instant."""

from dataclasses import dataclass

from core.model.case import Case
from core.model.dossier import Dossier
from core.model.duty import Duty
from core.model.money import Money
from core.model.negotiation import Round, Survey
from core.model.remedy import Remedy, RemedyKind, Undertaking
from core.rulebook.remedy_rules import RemedyRules
from core.rules.remedy.undertaking_duty import CONFIRM


@dataclass(frozen=True, slots=True, kw_only=True)
class RemedyFile:
    """The plan with what it holds, and what was said.

    `kinds` are the remedies that the rulebook allows now, `proofs` the words of what shows that something is done.
    """

    dossier: Dossier
    remedy: Remedy
    undertakings: tuple[Undertaking, ...]
    rounds: tuple[Round, ...]
    surveys: tuple[Survey, ...]
    proofs: tuple[str, ...]
    rules: RemedyRules | None
    kinds: tuple[RemedyKind, ...]
    language: str

    @property
    def case(self) -> Case:
        """The case it is about."""
        return self.dossier.case

    @property
    def cost(self) -> Money:
        """What the whole plan costs."""
        return Money(sum(one.cost.fen for one in self.undertakings))

    @property
    def survey(self) -> Survey | None:
        """The latest question whether the customer is content."""
        return self.surveys[-1] if self.surveys else None

    @property
    def taken_down(self) -> Round | None:
        """The round that is being taken down, about the plan as it is now."""
        latest = self.rounds[-1] if self.rounds else None
        is_open = latest is not None and latest.outcome is None and latest.version == self.remedy.version
        return latest if is_open else None

    def met_by_it(self) -> frozenset[str]:
        """The duties that dealing with the customer does, by their rules."""
        steps = self.rules.steps if self.rules else ()
        return frozenset(rule for step in steps for rule in step.meets)

    def undertaking(self, undertaking_id: int) -> Undertaking | None:
        """That part of the plan; None if there is none such."""
        return next((one for one in self.undertakings if one.id == undertaking_id), None)

    def to_confirm(self, one: Undertaking) -> Duty | None:
        """The task of confirming that it is done, while whoever did it waits for that; else None."""
        asked = self.dossier.duties_of(CONFIRM, undertaking=one.id)
        return next((duty for duty in asked if duty.is_open), None)

    def incomplete(self) -> tuple[Undertaking, ...]:
        """What has no day yet by which it is done."""
        return tuple(one for one in self.undertakings if one.due_on is None)

    def outstanding(self) -> tuple[Undertaking, ...]:
        """What was not carried out yet."""
        return tuple(one for one in self.undertakings if one.done_at is None)
