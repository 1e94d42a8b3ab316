"""The shelves of cases: the cases themselves, their links, parties, figures and decisions."""

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage import tables
from bot.storage.payroll_shelves import PayrollShelves
from bot.storage.shelf import TableShelf
from core.model.case import Case
from core.model.case_link import CaseLink
from core.model.correction import Correction
from core.model.corrective_plan import CorrectivePlan
from core.model.decision import Decision
from core.model.figures import Figures
from core.model.party import Party, Statement
from core.shelf import Shelf


class CaseShelves(PayrollShelves):
    """What keeps cases, beside payroll and the deadlines."""

    def __init__(self, connection: AsyncConnection) -> None:
        super().__init__(connection)
        self.cases: Shelf[Case] = TableShelf(connection, tables.cases, Case)
        self.case_links: Shelf[CaseLink] = TableShelf(connection, tables.case_links, CaseLink)
        self.corrective_plans: Shelf[CorrectivePlan] = TableShelf(
            connection, tables.corrective_plans, CorrectivePlan
        )
        self.parties: Shelf[Party] = TableShelf(connection, tables.parties, Party)
        self.statements: Shelf[Statement] = TableShelf(connection, tables.statements, Statement)
        self.figures: Shelf[Figures] = TableShelf(connection, tables.figures, Figures)
        self.decisions: Shelf[Decision] = TableShelf(connection, tables.decisions, Decision)
        self.corrections: Shelf[Correction] = TableShelf(connection, tables.corrections, Correction)
