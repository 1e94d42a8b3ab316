"""Finance sends the month's wages, and later its payslips, as a file, in private."""

from enum import StrEnum

from core.actions.money.payroll_rights import check_finance
from core.actions.money.send_sheet import check_may_send, check_may_send_back, send_sheet
from core.errors import NotAllowed
from core.model.message import Message
from core.payroll.upload import SheetKind, WagesUpload
from core.screens.wages import month_asked, payslips_asked, wages_asked
from handlers.cleaning import cleaned
from handlers.pieces import has_file
from handlers.routes import Routes
from handlers.turn import Turn


class Step(StrEnum):
    """What is being asked."""

    MONTH = "wages_month"
    FILE = "wages_file"
    PAYSLIPS = "payslips_file"


async def sending_pressed(turn: Turn) -> None:
    """上传工资表 was pressed: ask for the month."""
    check_finance(turn.actor)
    await turn.ask(Step.MONTH, month_asked(turn.uow.today(turn.actor.site)))


async def month_typed(turn: Turn) -> None:
    """A month was typed; a file that comes before its month is not kept, least of all as evidence of a complaint."""
    is_early = has_file(turn.update.message)
    if is_early or not turn.words:
        check_finance(turn.actor)
        await turn.reply.say(month_asked(turn.uow.today(turn.actor.site), is_early=is_early))
        return
    month = await check_may_send(turn.words, actor=turn.actor, uow=turn.uow)
    await turn.ask(Step.FILE, wages_asked(month), month=str(month))


async def month_pressed(turn: Turn) -> None:
    """A month was pressed: ask for the file."""
    month = await check_may_send(turn.press.arg, actor=turn.actor, uow=turn.uow)
    await turn.ask(Step.FILE, wages_asked(month), month=str(month))


async def file_sent(turn: Turn) -> None:
    """The wages came; what is no file is asked for again."""
    month = await check_may_send(turn.asked("month"), actor=turn.actor, uow=turn.uow)
    await _received(turn, str(month), SheetKind.WAGES, wages_asked(month))


async def payslips_pressed(turn: Turn) -> None:
    """上传实扣 was pressed on a closed batch: ask for the file."""
    batch = await turn.uow.batches.get(turn.press.id)
    await check_may_send_back(batch.month, actor=turn.actor, uow=turn.uow)
    await turn.ask(Step.PAYSLIPS, payslips_asked(batch.month), month=batch.month)


async def payslips_sent(turn: Turn) -> None:
    """The workbook came back from payroll."""
    batch = await check_may_send_back(turn.asked("month"), actor=turn.actor, uow=turn.uow)
    await _received(turn, batch.month, SheetKind.PAYSLIPS, payslips_asked(batch.month))


async def _received(turn: Turn, month: str, kind: SheetKind, again: Message) -> None:
    message = turn.update.message
    document = message.document if message else None
    if message is None or document is None:
        await turn.reply.say(again)
        return
    if message.media_group_id:
        # the next of them would answer no question any more, and begin a complaint
        raise NotAllowed("wages_one_by_one")
    sent = WagesUpload(
        person_id=turn.actor.id,
        month=month,
        name=cleaned(document.file_name or ""),
        size=document.file_size or 0,
        file_id=document.file_id,
        chat_id=turn.chat_id,
        message_id=message.message_id,
        sent_at=turn.uow.now,
        kind=kind,
    )
    await send_sheet(sent, actor=turn.actor, uow=turn.uow)
    await turn.settle()
    await turn.reply.say(Message(template="wages_received", data={"month": month}))


def handlers() -> Routes:
    """What this module answers."""
    return Routes(
        presses={
            "wages_send": sending_pressed,
            "wages_of": month_pressed,
            "payslips_send": payslips_pressed,
        },
        steps={Step.MONTH: month_typed, Step.FILE: file_sent, Step.PAYSLIPS: payslips_sent},
        takes_files=frozenset({Step.MONTH.value, Step.FILE.value, Step.PAYSLIPS.value}),
    )
