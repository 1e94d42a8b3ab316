"""Who hands a notice over sends the signed page back, or says that it was not taken."""

from enum import StrEnum

from core.actions.notice.keep_receipt import check_receipt, keep_receipt
from core.actions.notice.note_refused_receipt import check_refusable, note_refused_receipt
from core.model.message import Message
from core.model.notice import Notice
from handlers.numbers import number_in
from handlers.pieces import has_file, piece_from
from handlers.routes import Routes
from handlers.taking import warn_of_size
from handlers.turn import Turn


class Step(StrEnum):
    """What is being asked."""

    RECEIPT = "signed_receipt"
    REFUSAL = "refused_receipt"


async def receipt_pressed(turn: Turn) -> None:
    """回传签收 was pressed: ask for the picture."""
    notice = await check_receipt(turn.press.id, actor=turn.actor, uow=turn.uow)
    await turn.ask(Step.RECEIPT, await _asking("receipt_asked", notice, turn), duty=turn.press.id)


async def receipt_sent(turn: Turn) -> None:
    """The signed page came, as a photo or a document."""
    piece = piece_from(turn)
    if piece is None or not has_file(turn.update.message):
        notice = await check_receipt(_duty(turn), actor=turn.actor, uow=turn.uow)
        await turn.reply.say(await _asking("receipt_asked", notice, turn))
        return
    await warn_of_size(turn, piece)
    notice = await keep_receipt(_duty(turn), piece, actor=turn.actor, uow=turn.uow)
    await turn.settle()
    await turn.reply.say(await _asking("receipt_kept", notice, turn))


async def refusal_pressed(turn: Turn) -> None:
    """拒收 was pressed: ask who saw it, or what proves it."""
    notice = await check_refusable(turn.press.id, actor=turn.actor, uow=turn.uow)
    await turn.ask(Step.REFUSAL, await _asking("refusal_asked", notice, turn), duty=turn.press.id)


async def refusal_told(turn: Turn) -> None:
    """The witness, or the proof."""
    piece = piece_from(turn)
    if piece is None:
        notice = await check_refusable(_duty(turn), actor=turn.actor, uow=turn.uow)
        await turn.reply.say(await _asking("refusal_asked", notice, turn))
        return
    await warn_of_size(turn, piece)
    notice = await note_refused_receipt(_duty(turn), piece, actor=turn.actor, uow=turn.uow)
    await turn.settle()
    await turn.reply.say(await _asking("receipt_kept", notice, turn))


def _duty(turn: Turn) -> int:
    return number_in(turn.asked("duty"))


async def _asking(template: str, notice: Notice, turn: Turn) -> Message:
    person = await turn.uow.persons.get(notice.person_id)
    case = await turn.uow.cases.get(notice.case_id)
    data = {"case_id": case.id, "site": case.site, "notice_number": notice.number, "name": person.name}
    return Message(template=template, data=data | {"refused_at": notice.refused_at})


def handlers() -> Routes:
    """What this module answers."""
    return Routes(
        presses={"receipt": receipt_pressed, "not_taken": refusal_pressed},
        steps={Step.RECEIPT: receipt_sent, Step.REFUSAL: refusal_told},
        takes_files=frozenset({Step.RECEIPT.value, Step.REFUSAL.value}),
    )
