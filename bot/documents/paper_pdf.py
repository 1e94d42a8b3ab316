"""A document (单据) as a PDF: its template filled in its language, then set by the fixed form of its kind."""

from typing import Final

from bot.documents.fonts import FAMILY
from bot.documents.sheet import sheet_in
from bot.documents.typesetting import pdf
from bot.render.rendered import Wording
from bot.render.strings import strings_of
from core.model.message import Message
from core.model.paper import Paper, PaperKind

LETTERS: Final = frozenset({PaperKind.NOTICE, PaperKind.STATEMENT})


def paper_pdf(paper: Paper, wording: Wording, company: str) -> bytes:
    """The document; the same paper gives the same bytes."""
    filled = wording.rendered(paper.language, Message(template=f"papers/{paper.kind.value}", data=paper.data))
    sheet = sheet_in(filled.html)
    return pdf(
        "letter" if paper.kind in LETTERS else "form",
        {
            "company": company,
            "title": sheet.heads["h1"][0],
            "number": sheet.heads.get("number", [""])[0],
            "state": sheet.heads.get("state", [""])[0],
            "copies": sheet.heads.get("copy", [""]),
            "blocks": sheet.blocks,
            "language": paper.language,
            "family": FAMILY,
            "page-number": strings_of(paper.language).text("formats", "page_number"),
        },
    )
