"""What actions need of whoever sets and keeps documents."""

from collections.abc import Mapping
from typing import Protocol

from core.model.archive import Archive
from core.model.case import Case
from core.model.evidence import Evidence
from core.model.paper import Paper
from core.payroll.view import PayrollView
from core.rulebook.compiled import CompiledRulebook


class Papers(Protocol):
    """Documents that are printed and kept."""

    async def issue(self, paper: Paper) -> Evidence:
        """Set it, keep its bytes, and give it as a piece of evidence with the hash of them."""
        ...

    async def print_rulebook(self, book: CompiledRulebook, language: str) -> Evidence:
        """The edition as a page to be signed, kept in the same way."""
        ...

    async def sheet(self, view: PayrollView, cases: Mapping[int, Case], language: str) -> Evidence:
        """Write the batch as an XLSX for payroll, and keep it in the same way."""
        ...

    async def pack(self, archive: Archive) -> tuple[Evidence, ...]:
        """Pack it into as many ZIP files as it takes, and keep them in the same way."""
        ...
