"""The shelves of cases: what they are about, who is named in them, what was decided and said."""

from typing import Protocol

from core.finding.ports import CaseIndex
from core.model.case import Case
from core.model.case_link import CaseLink
from core.model.correction import Correction
from core.model.corrective_plan import CorrectivePlan
from core.model.decision import Decision
from core.model.figures import Figures
from core.model.notice import Appeal, Notice
from core.model.party import Party, Statement
from core.model.search import Search
from core.shelf import Shelf


class CaseShelves(Protocol):
    """Cases, and what belongs to one."""

    @property
    def cases(self) -> Shelf[Case]:
        """Registered cases."""
        ...

    @property
    def case_index(self) -> CaseIndex:
        """Finds cases by words and tags."""
        ...

    @property
    def searches(self) -> Shelf[Search]:
        """What people last looked for."""
        ...

    @property
    def case_links(self) -> Shelf[CaseLink]:
        """What cases have to do with each other."""
        ...

    @property
    def corrective_plans(self) -> Shelf[CorrectivePlan]:
        """How their causes are corrected."""
        ...

    @property
    def parties(self) -> Shelf[Party]:
        """Persons named in cases."""
        ...

    @property
    def statements(self) -> Shelf[Statement]:
        """What they said."""
        ...

    @property
    def figures(self) -> Shelf[Figures]:
        """Figures as put to people."""
        ...

    @property
    def decisions(self) -> Shelf[Decision]:
        """Who decided what."""
        ...

    @property
    def corrections(self) -> Shelf[Correction]:
        """Decided cases that were taken up again."""
        ...

    @property
    def notices(self) -> Shelf[Notice]:
        """Notices of deduction."""
        ...

    @property
    def appeals(self) -> Shelf[Appeal]:
        """Appeals against them."""
        ...
