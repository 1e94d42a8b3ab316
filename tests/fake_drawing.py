"""Reports as files in memory: says each in its language, which fails for a word that is missing, and keeps it."""

from datetime import UTC, datetime
from typing import Any

from bot.documents.report_words import ReportWords
from core.model.evidence import Evidence, Holder, Kind, Storing
from core.reports.page import ReportForm, ReportPage


class FakeDrawing:
    """Keeps what was drawn."""

    def __init__(self, evidence: Any) -> None:
        self.evidence = evidence
        self.drawn: list[tuple[ReportForm, ReportPage]] = []

    async def draw(self, page: ReportPage, form: ReportForm) -> Evidence:
        ReportWords(page).said()
        self.drawn.append((form, page))
        piece: Evidence = await self.evidence.add(
            Evidence(
                holder=Holder.PAPER,
                holder_id=0,
                kind=Kind.DOCUMENT,
                storing=Storing.STORED,
                name=f"{form.value}",
                chat_id=0,
                message_id=0,
                received_by=0,
                received_at=datetime(2025, 3, 3, tzinfo=UTC),
            )
        )
        return piece
