"""An appeal with everything that hearing it needs, read once."""

from dataclasses import dataclass, replace

from core.model.assessment import Assessment
from core.model.dossier import Dossier
from core.model.evidence import Evidence
from core.model.notice import Appeal, Notice
from core.model.person import Person
from core.rights.circumstances import Circumstances, around_dossier
from core.rights.tie import Tie
from core.rules.appeal.who_hears import who_hears


@dataclass(frozen=True, slots=True, kw_only=True)
class AppealFile:
    """The appeal, its notice and case, the figures under it, and what both sides have put, oldest first."""

    appeal: Appeal
    notice: Notice
    dossier: Dossier
    figures: Assessment | None
    pieces: tuple[Evidence, ...]

    @property
    def employee(self) -> Person:
        """Who appeals."""
        return self.dossier.staff[self.appeal.person_id]

    def hearers(self) -> tuple[Person, ...]:
        """Who may hear it: nobody who had a part in the case."""
        return who_hears(self.dossier, self.figures)

    def sides(self) -> tuple[Person, ...]:
        """The employee, and who leads the case for the company."""
        owner = self.dossier.owner()
        return (self.employee, owner) if owner else (self.employee,)

    def is_answered(self) -> bool:
        """Whether the other side has put anything."""
        return any(piece.received_by == self.dossier.case.owner_id for piece in self.pieces)

    def around(self) -> Circumstances:
        """Who its sides are and who hears them, for what is judged about it."""
        hearing = replace(around_dossier(self.dossier), number=self.notice.number)
        sides = tuple(person.id for person in self.sides())
        return hearing.tied(Tie.SIDE, sides).tied(Tie.HEARER, (self.appeal.hearer_id or 0,))
