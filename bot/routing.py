"""Which handler a message goes to."""

from telegram import Message, MessageEntity

from core.model.dialogue import Dialogue
from handlers.press import Press
from handlers.routes import Handler, Routes
from handlers.turn import Turn


def private_handler(message: Message, dialogue: Dialogue | None, routes: Routes) -> Handler | None:
    """The handler of a private message: a command, the open question, or whoever takes what arrives."""
    if command := command_in(message):
        return routes.commands.get(command[0], command_unknown)
    if dialogue is not None and dialogue.step in routes.steps and _answers(message, dialogue.step, routes):
        return routes.steps[dialogue.step]
    return routes.arrived if _has_content(message) else None


def group_handler(message: Message, me: str, routes: Routes) -> Handler | None:
    """The handler of a command in a group; None for anything that is not said to us."""
    command = command_in(message)
    if command is None or command[1] not in ("", me.lower()):
        return None
    return routes.group_commands.get(command[0])


def press_handler(press: Press, routes: Routes, *, in_group: bool) -> Handler | None:
    """The handler of a button; a private button forged in a group, or the other way round, is none of ours."""
    return (routes.group_presses if in_group else routes.presses).get(press.verb)


def command_in(message: Message) -> tuple[str, str] | None:
    """The command that the message begins with, and the bot it names (empty: whichever reads it)."""
    for entity in message.entities:
        if entity.type == MessageEntity.BOT_COMMAND and entity.offset == 0:
            name, _, bot = (message.text or "")[1 : entity.length].lower().partition("@")
            return name, bot
    return None


async def command_unknown(turn: Turn) -> None:
    """Somebody sent a command that is not there."""
    await turn.say("command_unknown", command=turn.words.split()[0])


def _answers(message: Message, step: str, routes: Routes) -> bool:
    is_own_text = message.text is not None and message.forward_origin is None
    return is_own_text or (step in routes.takes_files and _has_content(message))


def _has_content(message: Message) -> bool:
    return bool(message.text) or message.effective_attachment is not None
