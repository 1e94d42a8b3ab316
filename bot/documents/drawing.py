"""Reports as actions see them: set, kept by their content, and given as a piece of evidence of nobody's case."""

import asyncio
from collections.abc import Callable
from datetime import datetime

from bot.documents.mime import PDF, PNG, XLSX
from bot.documents.report_picture import report_paper, report_picture
from bot.documents.report_sheet import report_sheet
from bot.documents.report_words import ReportWords
from bot.evidence.folder import EvidenceFolder
from core.model.company import Company
from core.model.evidence import Evidence, Holder, Kind, Storing
from core.reports.page import ReportForm, ReportPage
from core.shelf import Shelf

_ENDINGS = {PNG: "png", PDF: "pdf", XLSX: "xlsx"}


class DrawnReports:
    """Reports of one transaction."""

    def __init__(
        self, folder: EvidenceFolder, evidence: Shelf[Evidence], company: Company, now: datetime
    ) -> None:
        self._folder = folder
        self._evidence = evidence
        self._company = company
        self._now = now

    async def draw(self, page: ReportPage, form: ReportForm) -> Evidence:
        """The report in that form."""
        mime, make = self._made(page, form)
        content = await asyncio.to_thread(make)
        return await self._evidence.add(
            Evidence(
                holder=Holder.PAPER,
                holder_id=0,
                kind=Kind.PHOTO if mime == PNG else Kind.DOCUMENT,
                storing=Storing.STORED,
                name=f"{ReportWords(page).title()} {page.report.period.begun()}.{_ENDINGS[mime]}",
                mime=mime,
                size=len(content),
                sha256=await asyncio.to_thread(self._folder.keep, content),
                chat_id=0,
                message_id=0,
                received_by=0,
                received_at=self._now,
            )
        )

    def _made(self, page: ReportPage, form: ReportForm) -> tuple[str, Callable[[], bytes]]:
        name = self._company.name
        if form is ReportForm.SHEET:
            zone = self._company.zone(page.report.sites[0])
            return XLSX, lambda: report_sheet(page, zone)
        if form is ReportForm.PAPER:
            return PDF, lambda: report_paper(page, name)
        return PNG, lambda: report_picture(page, form, name)
