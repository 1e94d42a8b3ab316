"""A plan for a customer is made, part by part: what, by when, at what cost, by whom."""

from enum import StrEnum

from core.actions.remedy.plan_remedy import (
    add_cost,
    add_undertaking,
    drop_undertaking,
    hand_undertaking,
    open_planning,
    set_day,
    undertaking_in,
)
from core.errors import NoSuchThing
from core.model.evidence import Holder
from core.model.message import Message
from core.model.remedy import CostClass, Undertaking
from core.rules.remedy.remedy_file import RemedyFile
from core.rules.staff.find_person import find_person
from core.rules.typed.cost_text import cost_in
from core.screens.remedy import remedy_screen
from core.screens.remedy_head import remedy_head
from core.screens.undertaking import (
    class_asked,
    cost_asked,
    day_asked,
    kinds_asked,
    owner_asked,
    owners_found,
    undertaking_screen,
    what_asked,
)
from handlers.numbers import number_in
from handlers.remedy_turn import on_this_plan, plan_in, pressed_remedy
from handlers.routes import Routes
from handlers.turn import Turn

MOST_FOUND = 8


class Step(StrEnum):
    """What is being asked about a part of the plan."""

    WHAT = "remedy_what"
    DAY = "remedy_day"
    COST = "remedy_cost"
    OWNER = "remedy_owner"


async def _open(turn: Turn) -> RemedyFile:
    press = turn.press
    return await open_planning(press.id, press.version, actor=turn.actor, uow=turn.uow)


async def _ask(
    turn: Turn, step: Step, message: Message, file: RemedyFile, one: Undertaking | None, **data: object
) -> None:
    await turn.redraw(message)
    part = {"part": one.id} if one else {}
    await turn.expect(step, case=file.case.id, version=file.remedy.version, **part, **data)


async def adding_pressed(turn: Turn) -> None:
    """添加补救 was pressed: which."""
    await turn.redraw(kinds_asked(await _open(turn)))


async def kind_pressed(turn: Turn) -> None:
    """A remedy was pressed: what exactly."""
    file = await _open(turn)
    if turn.press.arg not in file.kinds:
        raise NoSuchThing("thing_unknown")
    await _ask(turn, Step.WHAT, what_asked(file, turn.press.arg), file, None, kind=turn.press.arg)


async def what_typed(turn: Turn) -> None:
    """Put it into the plan, and ask by when."""
    case_id, version = plan_in(turn)
    file = await add_undertaking(
        case_id, version, turn.asked("kind"), turn.words, actor=turn.actor, uow=turn.uow
    )
    one = file.undertakings[-1]
    await _ask(turn, Step.DAY, day_asked(file, one), file, one)


async def part_opened(turn: Turn) -> None:
    """A part of the plan was pressed."""
    file = await pressed_remedy(turn)
    await turn.settle()
    await turn.redraw(undertaking_screen(file, undertaking_in(file, number_in(turn.press.arg))))


async def proofs_wanted(turn: Turn) -> None:
    """凭证 was pressed: the words, and the files beneath."""
    file = await pressed_remedy(turn)
    one = undertaking_in(file, number_in(turn.press.arg))
    pieces = await turn.uow.evidence.where(holder=Holder.UNDERTAKING, holder_id=one.id)
    data = remedy_head(file) | {
        "pieces": tuple(piece.text for piece in pieces if piece.text),
        "count": len(pieces),
    }
    files = tuple(piece.id for piece in pieces if piece.file_id)
    await turn.reply.say(Message(template="remedy_files_shown", data=data, files=files))


async def day_pressed(turn: Turn) -> None:
    """日期 was pressed: ask for it; or a day: keep it."""
    part, _, day = turn.press.arg.partition(":")
    if day:
        press = turn.press
        file = await set_day(press.id, press.version, number_in(part), day, actor=turn.actor, uow=turn.uow)
        await _redraw(turn, file, number_in(part))
        return
    file = await _open(turn)
    one = undertaking_in(file, number_in(part))
    await _ask(turn, Step.DAY, day_asked(file, one), file, one)


async def day_typed(turn: Turn) -> None:
    """Keep the day."""
    case_id, version = plan_in(turn)
    file = await set_day(case_id, version, _part(turn), turn.words, actor=turn.actor, uow=turn.uow)
    await _redraw(turn, file, _part(turn))


async def cost_pressed(turn: Turn) -> None:
    """费用 was pressed: of which class."""
    file = await _open(turn)
    await turn.redraw(class_asked(file, undertaking_in(file, number_in(turn.press.arg))))


async def class_pressed(turn: Turn) -> None:
    """A class was pressed: how much."""
    part, _, cost_class = turn.press.arg.partition(":")
    file = await _open(turn)
    one = undertaking_in(file, number_in(part))
    if cost_class not in list(CostClass):
        raise NoSuchThing("thing_unknown")
    await _ask(turn, Step.COST, cost_asked(file, one, cost_class), file, one, cost_class=cost_class)


async def cost_typed(turn: Turn) -> None:
    """Keep the item."""
    case_id, version = plan_in(turn)
    cost = cost_in(CostClass(turn.asked("cost_class")), turn.words)
    file = await add_cost(case_id, version, _part(turn), cost, actor=turn.actor, uow=turn.uow)
    await _redraw(turn, file, _part(turn))


async def owner_pressed(turn: Turn) -> None:
    """换负责人 was pressed: whom."""
    file = await _open(turn)
    one = undertaking_in(file, number_in(turn.press.arg))
    await _ask(turn, Step.OWNER, owner_asked(file, one), file, one)


async def owner_typed(turn: Turn) -> None:
    """Show who fits; the question stays open until one is picked."""
    case_id, version = plan_in(turn)
    file = await open_planning(case_id, version, actor=turn.actor, uow=turn.uow)
    one = undertaking_in(file, _part(turn))
    found = find_person(turn.words, file.dossier.staff.values(), file.dossier.day)
    await turn.reply.say(owners_found(file, one, turn.words, found[:MOST_FOUND]))


async def owner_picked(turn: Turn) -> None:
    """That person sees to it."""
    part, _, person = turn.press.arg.partition(":")
    press = turn.press
    file = await hand_undertaking(
        press.id, press.version, number_in(part), number_in(person), actor=turn.actor, uow=turn.uow
    )
    await _redraw(turn, file, number_in(part))


async def part_dropped(turn: Turn) -> None:
    """删除 was pressed."""
    press = turn.press
    file = await drop_undertaking(
        press.id, press.version, number_in(press.arg), actor=turn.actor, uow=turn.uow
    )
    await turn.redraw(remedy_screen(file, turn.actor))


async def _redraw(turn: Turn, file: RemedyFile, part: int) -> None:
    await turn.settle()
    await turn.redraw(undertaking_screen(file, undertaking_in(file, part)))


def _part(turn: Turn) -> int:
    return number_in(turn.asked("part"))


def handlers() -> Routes:
    """What this module answers."""
    return Routes(
        presses={
            "undertaking": part_opened,
            "remedy_files": proofs_wanted,
            "remedy_add": on_this_plan(adding_pressed),
            "remedy_kind": on_this_plan(kind_pressed),
            "remedy_day": on_this_plan(day_pressed),
            "remedy_cost": on_this_plan(cost_pressed),
            "remedy_class": on_this_plan(class_pressed),
            "remedy_owner": on_this_plan(owner_pressed),
            "remedy_hand": on_this_plan(owner_picked),
            "remedy_drop": on_this_plan(part_dropped),
        },
        steps={
            Step.WHAT: what_typed,
            Step.DAY: day_typed,
            Step.COST: cost_typed,
            Step.OWNER: owner_typed,
        },
    )
