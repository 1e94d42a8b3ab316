"""A rulebook's page as plain chapters, for reading in chat; and as a PDF."""

from collections.abc import Iterator

from bot.documents.rulebook_pdf import rulebook_pdf
from bot.rulebook_words.page import Page, PageLine, page_of
from bot.rulebook_words.vocabulary import vocabulary
from bot.rulebooks import loss_kinds
from core.model.rulebook_page import RulebookChapter, RulebookPage
from core.rulebook.compiled import CompiledRulebook

_INDENT = "· "


def readable(book: CompiledRulebook, language: str) -> RulebookPage:
    """The page in plain lines."""
    page = _page(book, language)
    return RulebookPage(
        title=page.title,
        facts=page.facts,
        chapters=tuple(
            RulebookChapter(
                section.heading, tuple(text for line in section.lines for text in _lines(line, 0))
            )
            for section in page.sections
        ),
    )


def printable(book: CompiledRulebook, language: str) -> bytes:
    """The page as a PDF file."""
    return rulebook_pdf(_page(book, language), vocabulary(language), language)


def _page(book: CompiledRulebook, language: str) -> Page:
    return page_of(book.edition, loss_kinds(), language, book.sha256)


def _lines(line: PageLine, depth: int) -> Iterator[str]:
    yield f"{_INDENT * depth}{line.text} {line.mark}".rstrip()
    for inner in line.under:
        yield from _lines(inner, depth + 1)
