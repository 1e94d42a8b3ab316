"""A report as a picture for a phone, or as a paper."""

from typing import Final

from bot.documents.fonts import FAMILY
from bot.documents.report_traces import appendix
from bot.documents.report_words import ReportWords
from bot.documents.typesetting import pdf, png
from bot.render.strings import strings_of
from core.reports.page import ReportForm, ReportPage

# 108 mm become 1080 dots: as wide as a phone's screen
_DOTS_PER_INCH: Final = 254


def report_picture(page: ReportPage, form: ReportForm, company: str) -> bytes:
    """A PNG file."""
    return png("report", _data(page, form, company), _DOTS_PER_INCH)


def report_paper(page: ReportPage, company: str) -> bytes:
    """A PDF file; the same report gives the same bytes."""
    return pdf("report", _data(page, ReportForm.PAPER, company))


def _data(page: ReportPage, form: ReportForm, company: str) -> dict[str, object]:
    words = ReportWords(page)
    said = words.said()
    texts = said["texts"]
    return {
        **said,
        "behind": appendix(words) if form is ReportForm.PAPER else [],
        "texts": {**texts, "nobody-or-persons": texts["persons" if said["persons"] else "nobody"]},
        "form": form.value,
        "company": company,
        "language": page.language,
        "family": FAMILY,
        "page-number": strings_of(page.language).text("formats", "page_number"),
    }
