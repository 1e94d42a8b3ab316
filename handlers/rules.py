"""/rulebook: what holds at one's own site, in words and as a page to print."""

from dataclasses import replace

from core.actions.rulebook.books_at import entries_at
from core.actions.rulebook.read_edition import are_editions_for
from core.errors import NoSuchThing
from core.model.company import InForce
from core.rulebook.compiled import CompiledRulebook
from core.screens.papers import paper_issued
from core.screens.rules import Ruling, chapter_opened, rules_listed, rules_opened
from handlers.numbers import number_in
from handlers.routes import Routes
from handlers.turn import Turn


async def rules_wanted(turn: Turn) -> None:
    """Somebody sent /rulebook, or went back to the list."""
    rulings = [
        Ruling(entry, book.edition.title, book.edition.edition, book.edition.in_force_from)
        for entry, book in _in_force(turn)
    ]
    site = turn.uow.company.site(turn.actor.site).name
    has_editions = await are_editions_for(turn.actor, uow=turn.uow)
    listed = rules_listed(site, rulings, turn.actor.language, has_editions=has_editions)
    await (turn.redraw(listed) if turn.press.verb else turn.reply.say(listed))


async def rulebook_opened(turn: Turn) -> None:
    """One of them was pressed, or one went back to it."""
    await turn.redraw(rules_opened(turn.press.id, turn.uow.rulebooks.page(_book(turn), turn.actor.language)))


async def chapter_pressed(turn: Turn) -> None:
    """A chapter was pressed, or another part of it."""
    number, _, part = turn.press.arg.partition(".")
    page = turn.uow.rulebooks.page(_book(turn), turn.actor.language)
    if number_in(number) >= len(page.chapters):
        raise NoSuchThing("thing_unknown")
    await turn.redraw(chapter_opened(turn.press.id, page, number_in(number), number_in(part)))


async def pdf_pressed(turn: Turn) -> None:
    """PDF was pressed."""
    book = _book(turn)
    piece = await turn.uow.papers.print_rulebook(book, turn.actor.language)
    title = book.edition.title.in_language(turn.actor.language)
    await turn.reply.say(replace(paper_issued(piece, title), is_moved=True))


def _in_force(turn: Turn) -> list[tuple[InForce, CompiledRulebook]]:
    return list(entries_at(turn.actor.site, uow=turn.uow))


def _book(turn: Turn) -> CompiledRulebook:
    """The one at the place that the button carries."""
    found = _in_force(turn)
    if not 0 <= turn.press.id < len(found):
        raise NoSuchThing("thing_unknown")
    return found[turn.press.id][1]


def handlers() -> Routes:
    """What this module answers."""
    return Routes(
        commands={"rulebook": rules_wanted},
        presses={
            "rules": rules_wanted,
            "rules_of": rulebook_opened,
            "rules_chapter": chapter_pressed,
            "rules_pdf": pdf_pressed,
        },
    )
