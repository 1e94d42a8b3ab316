"""A document (单据) as a PDF: its template filled in its language, then set by the fixed form of its kind."""

from dataclasses import dataclass
from typing import Final

from bot.documents.fonts import FAMILY
from bot.documents.sheet import sheet_in
from bot.documents.typesetting import pdf
from bot.render.rendered import Wording
from bot.render.strings import strings_of
from core.model.message import Message
from core.model.paper import Paper, PaperKind

LETTERS: Final = frozenset({PaperKind.NOTICE, PaperKind.STATEMENT})


@dataclass(frozen=True, slots=True)
class Typeset:
    """A document as it is set: what stands at its top, and its bytes."""

    title: str
    content: bytes


def paper_pdf(paper: Paper, wording: Wording, company: str) -> Typeset:
    """The document; the same paper gives the same bytes."""
    filled = wording.rendered(paper.language, Message(template=f"papers/{paper.kind.value}", data=paper.data))
    sheet = sheet_in(filled.html)
    title = sheet.heads["h1"][0]
    content = pdf(
        "letter" if paper.kind in LETTERS else "form",
        {
            "company": company,
            "title": title,
            "number": sheet.heads.get("number", [""])[0],
            "state": sheet.heads.get("state", [""])[0],
            "copies": sheet.heads.get("copy", [""]),
            "blocks": sheet.blocks,
            "language": paper.language,
            "family": FAMILY,
            "page-number": strings_of(paper.language).text("formats", "page_number"),
        },
    )
    return Typeset(title, content)
