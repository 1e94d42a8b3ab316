"""A rulebook's page as a PDF."""

from dataclasses import asdict

from bot.documents.fonts import FAMILY
from bot.documents.typesetting import pdf
from bot.rulebook_words.page import Page
from bot.rulebook_words.vocabulary import Vocabulary


def rulebook_pdf(page: Page, words: Vocabulary, language: str) -> bytes:
    """The page, set to be printed and signed."""
    texts = words.tables["page"]
    numbering = words.text_of("page", "page_number", page="{page}", pages="{pages}")
    return pdf(
        "rulebook",
        {
            **asdict(page),
            "texts": {**texts, "page_number": numbering},
            "language": language,
            "family": FAMILY,
        },
    )
