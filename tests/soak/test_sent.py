"""The rig sees what is missing and what is repeated, and only that."""

import pytest

from bot.sandbox.wire import Json
from bot.sandbox.world import World
from tests.soak.books import Books
from tests.soak.sent import missing_and_repeated

CHAT = 7


@pytest.mark.parametrize(
    ("sent", "missing", "repeated"),
    [
        (("a", "b"), 0, 0),
        (("a",), 1, 0),
        (("a", "b", "b"), 0, 1),
        (("a", "b", "a"), 0, 1),
        (("c", "c", "a", "b"), 0, 1),
        (("c", "a", "c", "b"), 0, 0),
        ((), 2, 0),
    ],
)
def test_what_the_books_want_once_must_come_once(
    world: World, sent: tuple[str, ...], missing: int, repeated: int
) -> None:
    books = Books()
    books.told(CHAT, words="a")
    books.told(CHAT, words="b")
    for number, text in enumerate(sent):
        world.events.emit("message", chat=CHAT, message=_message(world, number, text))

    assert missing_and_repeated(books, world) == (missing, repeated)


def test_what_stands_in_the_place_of_another_message_has_come(world: World) -> None:
    books = Books()
    books.told(CHAT, words="a", verb="ack", number=3)
    keyboard = {"inline_keyboard": [[{"text": "x", "callback_data": "ack:3:1"}]]}
    message = _message(world, 1, "a") | {"reply_markup": keyboard}
    world.events.emit("edit", chat=CHAT, message=message)

    assert missing_and_repeated(books, world) == (0, 0)


def _message(world: World, number: int, text: str) -> Json:
    return {"message_id": number, "date": number, "from": {"id": world.bot.id}, "text": text}
