"""Stand-ins that take what is said without putting it into words: words are the matter of other tests, and slow."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from core.model.message import Message
from core.model.person import Person
from core.model.rulebook_page import RulebookPage
from core.rulebook.compiled import CompiledRulebook
from tests.fakes import FakeOutbox, ShippedRulebooks


@dataclass
class Noted:
    """Answers into a chat, kept."""

    said: list[Message] = field(default_factory=list)
    toasts: list[str] = field(default_factory=list)

    async def say(self, message: Message) -> None:
        self.said.append(message)

    async def redraw(self, message: Message) -> None:
        self.said.append(message)

    async def toast(self, what: str, data: Mapping[str, object], *, is_alert: bool) -> None:
        _ = data, is_alert
        self.toasts.append(what)


class QuietOutbox(FakeOutbox):
    """Keeps what was told and posted as it is."""

    async def tell(self, person: Person, message: Message) -> bool:
        if person.can_be_told():
            self.told.append((person.employee_no, message))
        return person.can_be_told()

    async def post(self, site: str, message: Message) -> bool:
        self.posted.append((site, message))
        return self.has_group


class KnownRulebooks(ShippedRulebooks):
    """Reads each text once, and draws each page once."""

    def __init__(self) -> None:
        self.books: dict[str, CompiledRulebook] = {}
        self.pages: dict[tuple[str, str], RulebookPage] = {}

    def compiled(self, text: str) -> CompiledRulebook:
        if text not in self.books:
            self.books[text] = super().compiled(text)
        return self.books[text]

    def page(self, book: CompiledRulebook, language: str) -> RulebookPage:
        key = (book.sha256, language)
        if key not in self.pages:
            self.pages[key] = super().page(book, language)
        return self.pages[key]


RULEBOOKS: Final = KnownRulebooks()
