"""Documents as actions see them: set at once, kept by their content, linked as a piece of evidence."""

import asyncio
from collections.abc import Mapping
from datetime import datetime

from bot.cli.shell_words import ShellWords
from bot.documents.mime import PDF, XLSX, ZIP
from bot.documents.packing import pack
from bot.documents.paper_pdf import paper_pdf
from bot.evidence.folder import EvidenceFolder
from bot.payroll.sheet import payroll_sheet
from bot.render.rendered import Wording
from core.model.archive import Archive
from core.model.case import Case
from core.model.company import Company
from core.model.evidence import Evidence, Holder, Kind, Storing
from core.model.paper import Paper
from core.payroll.view import PayrollView
from core.rulebook.compiled import CompiledRulebook
from core.shelf import Shelf


class TypesetPapers:
    """Documents of one transaction; the same paper of the same case is kept once."""

    def __init__(
        self,
        folder: EvidenceFolder,
        evidence: Shelf[Evidence],
        wording: Wording,
        company: Company,
        now: datetime,
    ) -> None:
        self._folder = folder
        self._evidence = evidence
        self._wording = wording
        self._company = company
        self._now = now

    async def issue(self, paper: Paper) -> Evidence:
        """The document as it is kept; its SHA-256 is that of its bytes."""
        typeset = await asyncio.to_thread(paper_pdf, paper, self._wording, self._company.name)
        name = f"{paper.number}-{typeset.title}.pdf"
        return await self._kept(paper.case_id, name, PDF, typeset.content)

    async def print_rulebook(self, book: CompiledRulebook, language: str) -> Evidence:
        """The edition as a page to be signed."""
        # Only here: what writes pages is asked for once in a long while, and takes a while to load.
        from bot.rulebook_words.reading import printable  # noqa: PLC0415 - see above

        content = await asyncio.to_thread(printable, book, language)
        return await self._kept(0, f"{book.id}-{book.edition.edition}.pdf", PDF, content)

    async def sheet(self, view: PayrollView, cases: Mapping[int, Case], language: str) -> Evidence:
        """The batch as a workbook; the same batch gives the same bytes."""
        content = await asyncio.to_thread(payroll_sheet, view, cases, ShellWords.of(language))
        return await self._kept(0, f"{view.batch.number}.xlsx", XLSX, content)

    async def pack(self, archive: Archive) -> tuple[Evidence, ...]:
        """The dossier's parts as they are kept."""
        parts = await asyncio.to_thread(pack, archive, self._folder)
        return tuple([await self._kept(archive.case_id, part.name, ZIP, part.content) for part in parts])

    async def keep(self, name: str, mime: str, content: bytes) -> Evidence:
        """A file that somebody else made, kept in the same way."""
        return await self._kept(0, name, mime, content)

    async def _kept(self, case_id: int, name: str, mime: str, content: bytes) -> Evidence:
        sha256 = await asyncio.to_thread(self._folder.keep, content)
        known = await self._evidence.one(holder=Holder.PAPER, holder_id=case_id, sha256=sha256)
        return known or await self._evidence.add(
            Evidence(
                holder=Holder.PAPER,
                holder_id=case_id,
                kind=Kind.DOCUMENT,
                storing=Storing.STORED,
                name=name,
                mime=mime,
                size=len(content),
                sha256=sha256,
                chat_id=0,
                message_id=0,
                received_by=0,
                received_at=self._now,
            )
        )
