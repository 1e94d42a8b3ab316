"""/cases, and what can be done on a case's private screen."""

from core.actions.case.list_cases import list_cases
from core.actions.remedy.answer_first_reply import answer_first_reply
from core.finding.views import view_in
from core.model.message import Message
from core.screens.case_head import head_of
from core.screens.case_lists import case_list
from handlers.case_turn import opened_case, pieces_of, pressed_case
from handlers.routes import Routes
from handlers.turn import Turn


async def listed_cases(turn: Turn) -> None:
    """Somebody sent /cases: the list that they need most."""
    await turn.reply.say(case_list(await list_cases(None, 0, actor=turn.actor, uow=turn.uow)))


async def list_pressed(turn: Turn) -> None:
    """Another list, or another page of it, was pressed."""
    view, page = view_in(turn.press.arg)
    await turn.redraw(case_list(await list_cases(view, page, actor=turn.actor, uow=turn.uow)))


async def opened_one(turn: Turn) -> None:
    """A case was pressed: its screen, below."""
    await turn.reply.say(await opened_case(turn, await pressed_case(turn)))


async def replied_to_customer(turn: Turn) -> None:
    """已答复客户 was pressed: the clock stops."""
    case = await answer_first_reply(await pressed_case(turn), actor=turn.actor, uow=turn.uow)
    await turn.toast("customer_replied")
    await turn.redraw(await opened_case(turn, case))


async def wanted_evidence(turn: Turn) -> None:
    """证据 was pressed: the texts, and the files beneath."""
    case = await pressed_case(turn)
    pieces = await pieces_of(turn, case)
    await turn.reply.say(
        Message(
            template="evidence_shown",
            data=head_of(case) | {"pieces": pieces},
            files=tuple(piece.id for piece in pieces if piece.file_id),
        )
    )


def handlers() -> Routes:
    """Cases in private."""
    return Routes(
        commands={"cases": listed_cases},
        presses={
            "cases": list_pressed,
            "case": opened_one,
            "replied": replied_to_customer,
            "evidence": wanted_evidence,
        },
    )
