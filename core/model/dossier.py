"""A case with everything that was said and decided about it, as rules and screens read it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from core.model.case import Case
from core.model.company import Company
from core.model.decision import Act, Decision
from core.model.deputy import acts_for
from core.model.duty import Duty
from core.model.glossary import Glossary
from core.model.label import Label
from core.model.party import Party, Statement
from core.model.person import Person

RESTRICTED = "restricted"
# a name, or a deputy's and for whom
Signed = str | tuple[str, str]
# the fact under which the code of the cause is kept
CAUSE = "cause"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """One case's file, read at one instant; `day` is today at the case's site, `staff` is everybody by id."""

    case: Case
    company: Company
    day: date
    parties: tuple[Party, ...]
    statements: tuple[Statement, ...]
    decisions: tuple[Decision, ...]
    duties: tuple[Duty, ...]
    staff: Mapping[int, Person]
    glossary: Glossary

    def cause_label(self) -> Label | None:
        """The rulebook's word for the cause that was chosen; None if none was."""
        return self.glossary.causes.get(str(self.case.facts.get(CAUSE, "")))

    def party_ids(self) -> frozenset[int]:
        """The persons named in the case."""
        return frozenset(party.person_id for party in self.parties)

    def charged(self) -> tuple[Party, ...]:
        """The named persons who may have to pay; who is named only for a reward is kept from everybody else."""
        return charged(self.parties)

    def party_of(self, person_id: int) -> Party | None:
        """That person's part in the case; None if they are not named."""
        return next((party for party in self.parties if party.person_id == person_id), None)

    def standing(self) -> tuple[Decision, ...]:
        """Decisions on the present version of the figures that nobody took back, oldest first."""
        return tuple(
            decision
            for decision in self.decisions
            if decision.version == self.case.version and decision.taken_back_at is None
        )

    def duties_of(self, kind: str, **data: object) -> tuple[Duty, ...]:
        """Duties of that kind whose data say so, done or not, oldest first."""
        return tuple(
            duty
            for duty in self.duties
            if duty.kind == kind and all(duty.data.get(key) == value for key, value in data.items())
        )

    def decision(self, act: Act, desk: str, actor: Person, at: datetime) -> Decision:
        """A decision of that person on the present figures, to be kept."""
        return Decision(
            case_id=self.case.id,
            version=self.case.version,
            act=act,
            desk=desk,
            person_id=actor.id,
            for_id=acts_for(actor),
            decided_at=at,
        )

    def name(self, person_id: int | None) -> str:
        """That person's name; nothing if nobody is meant."""
        person = self.staff.get(person_id or 0)
        return person.name if person else ""

    def signed(self, decision: Decision) -> Signed:
        """Whose decision it was; a deputy's with whom they decided for."""
        name, absent = self.name(decision.person_id), self.name(decision.for_id)
        return (name, absent) if absent else name

    def owner(self) -> Person | None:
        """The investigator; None if nobody is."""
        return self.staff.get(self.case.owner_id or 0)

    def by_number(self, employee_no: str | None) -> Person | None:
        """The employee with that number; None if there is none, or the number is none."""
        return next((person for person in self.staff.values() if person.employee_no == employee_no), None)


def charged(parties: Sequence[Party]) -> tuple[Party, ...]:
    """Those who may have to pay."""
    return tuple(party for party in parties if not party.details.get(RESTRICTED))
