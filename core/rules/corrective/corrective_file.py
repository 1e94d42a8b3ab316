"""How the cause of a case is corrected, with everything that its rules and screens read."""

from collections.abc import Iterator
from dataclasses import dataclass

from core.model.case import Case
from core.model.cause_class import CauseClass
from core.model.corrective_action import ActionKind
from core.model.corrective_plan import CorrectivePlan
from core.model.dossier import CAUSE, Dossier
from core.model.duty import Duty
from core.rulebook.edition import Edition


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectiveFile:
    """The plan of a case at one instant, beside its dossier and the edition it stands under."""

    dossier: Dossier
    plan: CorrectivePlan
    edition: Edition

    @property
    def case(self) -> Case:
        """The case itself."""
        return self.dossier.case

    def actions(self, kind: ActionKind) -> tuple[Duty, ...]:
        """The actions of that kind agreed in this round, without those withdrawn, oldest first."""
        return tuple(duty for duty in self._planned() if duty.data["action"] == kind)

    def doers(self) -> frozenset[int]:
        """Everybody who did one of the actions of this round."""
        found = (duty.finished_by for duty in self._planned())
        return frozenset(one for one in found if one is not None)

    def cause_class(self) -> CauseClass | None:
        """By which class the cause is counted: as somebody said, else as the edition sorts its code."""
        return CauseClass(self.plan.cause_class) if self.plan.cause_class else self._class_of_code()

    def cause_classes(self) -> frozenset[CauseClass]:
        """Every class that the cause was counted by, at first by its code and at last as somebody said."""
        return frozenset(one for one in (self.cause_class(), self._class_of_code()) if one is not None)

    def _class_of_code(self) -> CauseClass | None:
        code = self.edition.causes.get(str(self.case.facts.get(CAUSE, "")))
        return code.counts_as if code else None

    def _planned(self) -> Iterator[Duty]:
        return (
            duty
            for duty in self.dossier.duties
            if duty.is_planned and not duty.has_fallen_away and duty.data["round"] == self.plan.round
        )
