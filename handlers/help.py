"""/help says what one can do now; /cancel and 取消 end the open question and keep the draft."""

from core.model.message import Message
from core.screens.home import help_for
from handlers.routes import Routes
from handlers.turn import Turn


async def asked_for_help(turn: Turn) -> None:
    """Somebody sent /help."""
    await turn.reply.say(help_for(turn.actor))


async def cancelled(turn: Turn) -> None:
    """Somebody sent /cancel."""
    was_asked = turn.dialogue is not None
    await turn.settle()
    await turn.say("question_cancelled", was_asked=was_asked)


async def taken_back(turn: Turn) -> None:
    """取消 was pressed under a question: forget it, unless it was answered or another one was asked since."""
    was_asked = turn.dialogue is not None and turn.dialogue.step == turn.press.arg
    if was_asked:
        await turn.settle()
    await turn.redraw(Message(template="question_cancelled", data={"was_asked": was_asked}))


async def helped_group(turn: Turn) -> None:
    """Somebody sent /help in a group."""
    await turn.say("group_help_shown")


def handlers() -> Routes:
    """What this module answers."""
    return Routes(
        commands={"help": asked_for_help, "cancel": cancelled},
        group_commands={"help": helped_group},
        presses={"unasked": taken_back},
    )
