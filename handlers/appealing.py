"""An appeal is taken, both sides are heard in chat, and who heard them decides."""

from dataclasses import replace
from enum import StrEnum

from core.actions.appeal.admit_appeal import admit_appeal, check_admission
from core.actions.appeal.appeals_waiting import appeals_of_case
from core.actions.appeal.decide_appeal import check_decision, decide_appeal
from core.actions.appeal.put_to_appeal import check_may_put, put_to_appeal
from core.actions.appeal.read_appeal import read_appeal
from core.actions.appeal.take_appeal import take_appeal
from core.errors import NoSuchThing
from core.model.message import Button
from core.model.notice import AppealOutcome
from core.screens.appeal import appeal_asked, appeal_card, appeal_told
from handlers.numbers import number_in
from handlers.pieces import piece_from
from handlers.routes import Routes
from handlers.taking import once_an_album, warn_of_size
from handlers.turn import Turn

ADMISSIONS = ("yes", "no")


class Step(StrEnum):
    """What is being asked."""

    PUTTING = "appeal_piece"
    DECISION = "appeal_decision"
    ADMISSION = "appeal_admission"


async def taken(turn: Turn) -> None:
    """受理申诉 was pressed."""
    file = await take_appeal(turn.press.id, actor=turn.actor, uow=turn.uow)
    await turn.toast("appeal_taken")
    await turn.redraw(appeal_card(file, turn.actor))


async def opened(turn: Turn) -> None:
    """Appeals of a case were pressed in a list: what this reader can do about each, below."""
    files = await appeals_of_case(turn.press.id, actor=turn.actor, uow=turn.uow)
    if not files:
        raise NoSuchThing("thing_unknown")
    for file in files:
        is_side = turn.actor in file.sides()
        shown = appeal_told(file, to=turn.actor) if is_side else appeal_card(file, turn.actor)
        await turn.reply.say(replace(shown, is_moved=bool(shown.card)))


async def putting_pressed(turn: Turn) -> None:
    """补充 was pressed: whatever comes until 完成 is put to the appeal."""
    file = await check_may_put(turn.press.id, actor=turn.actor, uow=turn.uow)
    rows = ((Button("done", "appeal_said", turn.press.id),),)
    await turn.ask(
        Step.PUTTING, replace(appeal_asked("appeal_piece_asked", file), rows=rows), appeal=turn.press.id
    )


async def piece_sent(turn: Turn) -> None:
    """Words or a picture, put before all."""
    file = await check_may_put(_appeal(turn), actor=turn.actor, uow=turn.uow)
    piece = piece_from(turn)
    rows = ((Button("done", "appeal_said", _appeal(turn)),),)
    if piece is None:
        await turn.reply.say(replace(appeal_asked("appeal_piece_asked", file), rows=rows))
        return
    await warn_of_size(turn, piece)
    await put_to_appeal(_appeal(turn), piece, actor=turn.actor, uow=turn.uow)
    kept = replace(appeal_asked("appeal_piece_kept", file), rows=rows)
    await turn.reply.say(once_an_album(turn, kept))


async def all_said(turn: Turn) -> None:
    """完成 was pressed."""
    file = await read_appeal(turn.press.id, actor=turn.actor, uow=turn.uow)
    await turn.settle()
    await turn.redraw(appeal_asked("appeal_pieces_finished", file))


async def files_wanted(turn: Turn) -> None:
    """What was put, files and all."""
    file = await read_appeal(turn.press.id, actor=turn.actor, uow=turn.uow)
    files = tuple(piece.id for piece in file.pieces if piece.file_id)
    await turn.reply.say(replace(appeal_asked("appeal_files_shown", file, count=len(files)), files=files))


async def judging_pressed(turn: Turn) -> None:
    """维持, 变更 or 撤销 was pressed: ask for the reasons."""
    outcome = _outcome(turn.press.arg)
    file = await check_decision(turn.press.id, actor=turn.actor, uow=turn.uow)
    message = appeal_asked("appeal_reasons_asked", file, outcome=outcome)
    await turn.ask(Step.DECISION, message, appeal=turn.press.id, outcome=outcome.value)


async def reasons_typed(turn: Turn) -> None:
    """The decision, with its reasons."""
    outcome = _outcome(turn.asked("outcome"))
    await decide_appeal(_appeal(turn), outcome, reason=turn.words, actor=turn.actor, uow=turn.uow)
    await turn.settle()
    file = await read_appeal(_appeal(turn), actor=turn.actor, uow=turn.uow)
    await turn.reply.say(replace(appeal_card(file, turn.actor), is_moved=True))


async def admission_pressed(turn: Turn) -> None:
    """准予受理 or 不予受理 was pressed on a late appeal: ask why."""
    if turn.press.arg not in ADMISSIONS:
        raise NoSuchThing("thing_unknown")
    file = await check_admission(turn.press.id, actor=turn.actor, uow=turn.uow)
    is_admitted = turn.press.arg == ADMISSIONS[0]
    message = appeal_asked("admission_reason_asked", file, is_admitted=is_admitted)
    await turn.ask(Step.ADMISSION, message, appeal=turn.press.id, admitted=turn.press.arg)


async def admission_typed(turn: Turn) -> None:
    """The late appeal is admitted, or not."""
    is_admitted = turn.asked("admitted") == ADMISSIONS[0]
    await admit_appeal(
        _appeal(turn), is_admitted=is_admitted, reason=turn.words, actor=turn.actor, uow=turn.uow
    )
    await turn.settle()
    file = await read_appeal(_appeal(turn), actor=turn.actor, uow=turn.uow)
    await turn.reply.say(replace(appeal_card(file, turn.actor), is_moved=True))


def _appeal(turn: Turn) -> int:
    return number_in(turn.asked("appeal"))


def _outcome(value: str) -> AppealOutcome:
    if value not in list(AppealOutcome):
        raise NoSuchThing("thing_unknown")
    return AppealOutcome(value)


def handlers() -> Routes:
    """What this module answers."""
    return Routes(
        presses={
            "hear": taken,
            "appeals": opened,
            "appeal_put": putting_pressed,
            "appeal_said": all_said,
            "appeal_files": files_wanted,
            "judge": judging_pressed,
            "admit": admission_pressed,
        },
        steps={
            Step.PUTTING: piece_sent,
            Step.DECISION: reasons_typed,
            Step.ADMISSION: admission_typed,
        },
        takes_files=frozenset({Step.PUTTING.value}),
    )
