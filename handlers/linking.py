"""Cases that look alike: 重复, 复发, 相关 or 不相关, said by a press and taken back by one."""

from enum import StrEnum

from core.actions.case.find_case import find_case
from core.actions.kin.link_cases import link_cases
from core.actions.kin.read_kin import read_kin, read_pair
from core.actions.kin.unlink_cases import unlink_cases
from core.errors import NoSuchThing
from core.model.case import Case
from core.model.case_link import LinkKind
from core.model.message import Message
from core.rights.action import Action
from core.rights.circumstances import around_case
from core.rights.may import check_right
from core.screens.kin import kin_screen, number_asked, pair_screen
from handlers.case_turn import asked_case, pressed_case
from handlers.numbers import number_in
from handlers.routes import Routes
from handlers.turn import Turn


class Step(StrEnum):
    """What is being asked."""

    NUMBER = "link_number"


async def kin_opened(turn: Turn) -> None:
    """The links of a case, and what looks like it."""
    await turn.settle()
    kin = await read_kin(await pressed_case(turn), reader=turn.actor, uow=turn.uow)
    await turn.redraw(kin_screen(kin, turn.uow.company))


async def pair_opened(turn: Turn) -> None:
    """One of them: the two side by side."""
    await turn.redraw(await _pair(turn, await pressed_case(turn), await _case(turn, turn.press.arg)))


async def link_pressed(turn: Turn) -> None:
    """What they have to do with each other was said."""
    kind, _, other_id = turn.press.arg.partition(".")
    if kind not in set(LinkKind):
        raise NoSuchThing("thing_unknown")
    case, other = await pressed_case(turn), await _case(turn, other_id)
    await link_cases(case, other, LinkKind(kind), actor=turn.actor, uow=turn.uow)
    await turn.toast("cases_linked")
    await turn.redraw(await _pair(turn, case, other))


async def unlink_pressed(turn: Turn) -> None:
    """撤回 was pressed: the two are asked about again."""
    case = await _case(turn, turn.press.arg)
    link = await unlink_cases(turn.press.id, actor=turn.actor, uow=turn.uow)
    if case.id not in (link.case_id, link.other_id):
        raise NoSuchThing("thing_unknown")
    await turn.toast("cases_unlinked")
    await turn.redraw(await _pair(turn, case, await turn.uow.cases.get(link.beyond(case.id))))


async def other_wanted(turn: Turn) -> None:
    """关联其他案件 was pressed: ask for its number."""
    case = await pressed_case(turn)
    check_right(Action.LINK_CASES, turn.actor, around_case(case))
    await turn.ask(Step.NUMBER, number_asked(case), case=case.id)


async def number_typed(turn: Turn) -> None:
    """The number of the other case; the question stays open until there is one."""
    case = await asked_case(turn)
    number = turn.words.strip().upper()
    other = await turn.uow.cases.one(number=number)
    if other is None:
        raise NoSuchThing("case_unknown", number=number)
    other = await find_case(other.id, actor=turn.actor, uow=turn.uow)
    await turn.settle()
    await turn.reply.say(await _pair(turn, case, other))


async def _pair(turn: Turn, case: Case, other: Case) -> Message:
    pair = await read_pair(case, other, reader=turn.actor, uow=turn.uow)
    return pair_screen(pair, turn.uow.company)


async def _case(turn: Turn, number: str) -> Case:
    return await find_case(number_in(number), actor=turn.actor, uow=turn.uow)


def handlers() -> Routes:
    """What this module answers."""
    return Routes(
        presses={
            "kin": kin_opened,
            "pair": pair_opened,
            "link_as": link_pressed,
            "unlink": unlink_pressed,
            "link_other": other_wanted,
        },
        steps={Step.NUMBER: number_typed},
    )
