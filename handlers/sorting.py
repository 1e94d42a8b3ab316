"""What came loose is put where the person says: a new complaint, a draft, a case, or a question to its owner."""

from core.actions.case.ask_owner import ask_owner
from core.actions.case.find_case import find_case
from core.actions.draft.cancel_draft import cancel_draft
from core.actions.draft.merge_draft import merge_draft
from core.actions.draft.merge_into_case import merge_into_case
from core.actions.draft.merge_into_statement import merge_into_statement
from core.actions.draft.own_draft import own_draft
from core.actions.draft.reopen_draft import reopen_draft
from core.model.draft import Draft
from core.model.message import Message
from core.screens.loose import ask_about_screen, cases_screen
from handlers.draft_turn import pressed_draft, show_draft, viewed
from handlers.numbers import number_in
from handlers.routes import Routes
from handlers.turn import Turn


async def kept_as_new(turn: Turn) -> None:
    """新客诉 was pressed."""
    if draft := await pressed_draft(turn):
        await show_draft(turn, await reopen_draft(draft.id, actor=turn.actor, uow=turn.uow))


async def kept_in_draft(turn: Turn) -> None:
    """继续草稿 was pressed: what came joins the draft that was open before."""
    if draft := await pressed_draft(turn):
        into = await own_draft(number_in(turn.press.arg), actor=turn.actor, uow=turn.uow)
        await show_draft(turn, await merge_draft(draft, into, actor=turn.actor, uow=turn.uow))


async def kept_in_case(turn: Turn) -> None:
    """补充到 a case was pressed."""
    if draft := await pressed_draft(turn):
        case = await find_case(number_in(turn.press.arg), actor=turn.actor, uow=turn.uow)
        await merge_into_case(draft, case, actor=turn.actor, uow=turn.uow)
        if turn.asked("draft") == str(draft.id):
            await turn.settle()
        await _done(turn, "piece_joined", number=case.number)


async def kept_as_statement(turn: Turn) -> None:
    """陈述 was pressed under loose words: they are the person's statement."""
    if draft := await pressed_draft(turn):
        case_id = number_in(turn.press.arg)
        await merge_into_statement(draft, case_id, actor=turn.actor, uow=turn.uow)
        case = await turn.uow.cases.get(case_id)
        await _done(turn, "statement_made", number=case.number)


async def wanted_to_add(turn: Turn) -> None:
    """补充到… was pressed: choose the case."""
    if draft := await pressed_draft(turn):
        await turn.redraw(cases_screen(await viewed(turn, draft)))


async def wanted_to_ask(turn: Turn) -> None:
    """问负责人 was pressed under loose words: ask at once where only one case can be meant."""
    draft = await pressed_draft(turn)
    if draft is None:
        return
    view = await viewed(turn, draft)
    case_id = turn.press.arg or (str(view.cases[0].id) if len(view.cases) == 1 else "")
    if not case_id:
        await turn.redraw(ask_about_screen(view))
        return
    await _asked_about(turn, draft, number_in(case_id), view.words())


async def _asked_about(turn: Turn, draft: Draft, case_id: int, words: str) -> None:
    case = await find_case(case_id, actor=turn.actor, uow=turn.uow)
    relay = await ask_owner(case, words, actor=turn.actor, uow=turn.uow)
    owner = await turn.uow.persons.get(relay.owner_id)
    await cancel_draft(draft, uow=turn.uow)
    data = {"case_id": case.id, "number": case.number, "owner": owner.name, "question": words}
    await turn.redraw(Message(template="question_sent", data=data))


async def discarded(turn: Turn) -> None:
    """不用处理 was pressed."""
    if draft := await pressed_draft(turn):
        await cancel_draft(draft, uow=turn.uow)
        await _done(turn, "discarded")


async def _done(turn: Turn, what: str, number: str = "") -> None:
    await turn.toast(what, number=number)
    await turn.redraw(Message(template="loose_settled", data={"what": what, "number": number}))


def handlers() -> Routes:
    """Where loose things go."""
    return Routes(
        presses={
            "keep_new": kept_as_new,
            "keep_draft": kept_in_draft,
            "keep_said": kept_as_statement,
            "keep_case": kept_in_case,
            "keep_ask": wanted_to_ask,
            "keep_not": discarded,
            "add_to": wanted_to_add,
        }
    )
