"""Finance sends the month's wages as a file, in private."""

from enum import StrEnum

from core.actions.payroll_rights import check_finance
from core.actions.send_wages import check_may_send, send_wages
from core.model.message import Message
from core.payroll.upload import WagesUpload
from core.screens.wages import month_asked, wages_asked
from handlers.cleaning import cleaned
from handlers.routes import Routes
from handlers.turn import Turn


class Step(StrEnum):
    """What is being asked."""

    FILE = "wages_file"


async def sending_pressed(turn: Turn) -> None:
    """上传工资表 was pressed: ask for the month."""
    check_finance(turn.actor)
    today = turn.uow.now.astimezone(turn.uow.company.zone(turn.actor.site)).date()
    await turn.reply.say(month_asked(today))


async def month_pressed(turn: Turn) -> None:
    """A month was pressed: ask for the file."""
    month = await check_may_send(turn.press.arg, actor=turn.actor, uow=turn.uow)
    await turn.ask(Step.FILE, wages_asked(month), month=str(month))


async def file_sent(turn: Turn) -> None:
    """The file came; what is none is asked for again."""
    month = await check_may_send(turn.asked("month"), actor=turn.actor, uow=turn.uow)
    message = turn.update.message
    document = message.document if message else None
    if message is None or document is None:
        await turn.reply.say(wages_asked(month))
        return
    sent = WagesUpload(
        person_id=turn.actor.id,
        month=str(month),
        name=cleaned(document.file_name or ""),
        size=document.file_size or 0,
        file_id=document.file_id,
        chat_id=turn.chat_id,
        message_id=message.message_id,
        sent_at=turn.uow.now,
    )
    await send_wages(sent, actor=turn.actor, uow=turn.uow)
    await turn.settle()
    await turn.reply.say(Message(template="wages_received", data={"month": str(month)}))


def handlers() -> Routes:
    """What this module answers."""
    return Routes(
        presses={"wages_send": sending_pressed, "wages_of": month_pressed},
        steps={Step.FILE: file_sent},
        takes_files=frozenset({Step.FILE.value}),
    )
