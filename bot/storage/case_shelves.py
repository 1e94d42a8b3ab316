"""The shelves of cases: the cases themselves, their links, parties, figures and decisions."""

from functools import partial
from operator import attrgetter
from typing import Final

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage import tables
from bot.storage.known_cases import TableKnownCases
from bot.storage.payroll_shelves import PayrollShelves
from bot.storage.shelf import TableShelf
from bot.storage.watched_shelf import WatchedShelf
from core.imports.known import KnownCases
from core.model.case import Case
from core.model.case_link import CaseLink
from core.model.correction import Correction
from core.model.corrective_plan import CorrectivePlan
from core.model.decision import Decision
from core.model.figures import Figures
from core.model.imported import Import, ImportPart
from core.model.party import Party, Statement
from core.model.search import Search
from core.shelf import Shelf

OF_CASE: Final = attrgetter("case_id")


class CaseShelves(PayrollShelves):
    """What keeps cases, beside payroll and the deadlines."""

    def __init__(self, connection: AsyncConnection) -> None:
        super().__init__(connection)
        # the cases that the index of cases has to be brought up with
        self.touched: set[int] = set()
        watched = partial(WatchedShelf, connection, touched=self.touched)
        self.cases: Shelf[Case] = watched(tables.cases, Case, case_of=attrgetter("id"))
        self.searches: Shelf[Search] = TableShelf(connection, tables.searches, Search, key="person_id")
        self.case_links: Shelf[CaseLink] = TableShelf(connection, tables.case_links, CaseLink)
        self.corrective_plans: Shelf[CorrectivePlan] = TableShelf(
            connection, tables.corrective_plans, CorrectivePlan
        )
        self.imports: TableShelf[Import] = TableShelf(connection, tables.imports, Import)
        self.import_parts: Shelf[ImportPart] = TableShelf(connection, tables.import_parts, ImportPart)
        self.known_cases: KnownCases = TableKnownCases(connection)
        self.parties: Shelf[Party] = watched(tables.parties, Party, case_of=OF_CASE)
        self.statements: Shelf[Statement] = watched(tables.statements, Statement, case_of=OF_CASE)
        self.figures: Shelf[Figures] = TableShelf(connection, tables.figures, Figures)
        self.decisions: Shelf[Decision] = TableShelf(connection, tables.decisions, Decision)
        self.corrections: Shelf[Correction] = TableShelf(connection, tables.corrections, Correction)
