"""What handlers of the customer's side share: the plan under a button or question, and showing it."""

from core.actions.remedy.read_remedy import open_remedy, read_remedy
from core.errors import SomebodyWasFirst
from core.rules.remedy.remedy_file import RemedyFile
from core.rules.remedy.remedy_rights import may_read
from core.screens.remedy import remedy_screen
from handlers.numbers import number_in
from handlers.routes import Handler
from handlers.turn import Turn


async def pressed_remedy(turn: Turn) -> RemedyFile:
    """The plan of the case under the pressed button, for whoever may read it."""
    return await read_remedy(turn.press.id, actor=turn.actor, uow=turn.uow)


def plan_in(turn: Turn) -> tuple[int, int]:
    """The case, and the version of its plan, that the open question is about."""
    return number_in(turn.asked("case")), number_in(turn.asked("version"))


async def shown_remedy(turn: Turn, file: RemedyFile) -> None:
    """After an answer: the question is settled, and the screen stands below as it is now."""
    await turn.settle()
    await turn.reply.say(remedy_screen(file, turn.actor))


def on_this_plan(handler: Handler) -> Handler:
    """The handler, showing the plan as it is now where somebody was first."""

    async def refusing(turn: Turn) -> None:
        try:
            await handler(turn)
        except SomebodyWasFirst as refusal:
            file = await open_remedy(turn.press.id, uow=turn.uow)
            shown = {"screen": remedy_screen(file, turn.actor)} if may_read(file, turn.actor) else {}
            raise SomebodyWasFirst(refusal.what, **{**refusal.data, **shown}) from refusal

    return refusing
