"""Texts for the customer, ready to be copied and sent on."""

from core.actions.remedy.choose_customer_language import choose_customer_language
from core.actions.remedy.read_remedy import read_remedy
from core.errors import NoSuchThing
from core.rules.remedy.remedy_file import RemedyFile
from core.rules.remedy.remedy_rights import check_writing
from core.screens.customer_text import CustomerText, customer_text, customer_texts, text_to_send
from handlers.routes import Routes
from handlers.turn import Turn


async def texts_opened(turn: Turn) -> None:
    """给客户的话 was pressed: which."""
    await turn.settle()
    await turn.redraw(customer_texts(await _pressed(turn)))


async def text_pressed(turn: Turn) -> None:
    """One was pressed: show it in the customer's language."""
    await _show(turn, await _pressed(turn), turn.press.arg)


async def language_pressed(turn: Turn) -> None:
    """The other language was pressed, from the list or under a text."""
    language, _, which = turn.press.arg.partition(":")
    file = await choose_customer_language(turn.press.id, language, actor=turn.actor, uow=turn.uow)
    if which:
        await _show(turn, file, which)
    else:
        await turn.redraw(customer_texts(file))


async def _show(turn: Turn, file: RemedyFile, which: str) -> None:
    if which not in list(CustomerText):
        raise NoSuchThing("thing_unknown")
    text = await turn.uow.outbox.words(file.language, customer_text(file, CustomerText(which)))
    await turn.redraw(text_to_send(file, CustomerText(which), text))


async def _pressed(turn: Turn) -> RemedyFile:
    file = await read_remedy(turn.press.id, actor=turn.actor, uow=turn.uow)
    check_writing(file, turn.actor)
    return file


def handlers() -> Routes:
    """What this module answers."""
    return Routes(
        presses={
            "customer_texts": texts_opened,
            "customer_text": text_pressed,
            "customer_lang": language_pressed,
        }
    )
