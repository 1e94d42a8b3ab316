"""/lang: each person chooses the language in which the bot speaks to them."""

from core.actions.person.choose_language import choose_language
from core.model.message import Button, Message
from core.model.person import Person
from handlers.routes import Routes
from handlers.turn import Turn


async def asked_for_languages(turn: Turn) -> None:
    """Somebody sent /lang."""
    await turn.reply.say(_choice(turn.actor, turn.uow.company.languages))


async def language_pressed(turn: Turn) -> None:
    """Somebody pressed a language; the answer is already in it."""
    person = await choose_language(turn.press.arg, actor=turn.actor, uow=turn.uow)
    await turn.redraw(_choice(turn.actor, turn.uow.company.languages, chosen=person.language))
    await turn.uow.outbox.tell(
        person, Message(template="language_chosen", data={"language": person.language})
    )


def _choice(person: Person, offered: tuple[str, ...], chosen: str = "") -> Message:
    rows = tuple((Button(f"language_{language}", "lang", arg=language),) for language in offered)
    return Message(template="language_asked", data={"language": chosen or person.language}, rows=rows)


def handlers() -> Routes:
    """What this module answers."""
    return Routes(commands={"lang": asked_for_languages}, presses={"lang": language_pressed})
