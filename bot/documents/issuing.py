"""Documents as actions see them: set at once, kept by their content, linked as a piece of evidence."""

import asyncio
from datetime import datetime

from bot.documents.paper_pdf import paper_pdf
from bot.evidence.folder import EvidenceFolder
from bot.render.rendered import Wording
from core.model.company import Company
from core.model.evidence import Evidence, Holder, Kind, Storing
from core.model.paper import Paper
from core.shelf import Shelf

PDF = "application/pdf"


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
        content = await asyncio.to_thread(paper_pdf, paper, self._wording, self._company.name)
        sha256 = await asyncio.to_thread(self._folder.keep, content)
        holding = {"holder": Holder.PAPER, "holder_id": paper.case_id}
        known = await self._evidence.one(**holding, sha256=sha256)
        return known or await self._evidence.add(
            Evidence(
                holder=Holder.PAPER,
                holder_id=paper.case_id,
                kind=Kind.DOCUMENT,
                storing=Storing.STORED,
                name=f"{paper.number}-{paper.kind.value}.pdf",
                mime=PDF,
                size=len(content),
                sha256=sha256,
                chat_id=0,
                message_id=0,
                received_by=0,
                received_at=self._now,
            )
        )
