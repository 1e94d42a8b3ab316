"""/payroll: finance makes and closes the month's batch; auditors may look."""

from core.actions.money.close_payroll import close_payroll
from core.actions.money.issue_payroll_paper import issue_payroll_paper
from core.actions.money.issue_payroll_sheet import issue_payroll_sheet
from core.actions.money.make_payroll import make_payroll
from core.actions.money.payroll_rights import check_reader
from core.actions.money.read_payroll import read_payroll, read_wages_of
from core.actions.money.return_payroll import return_payroll
from core.actions.money.settle_payroll import settle_payroll
from core.payroll.view import PayrollView
from core.rights.action import Action
from core.rights.circumstances import NOWHERE
from core.rights.may import may
from core.screens.papers import paper_issued
from core.screens.payroll import payroll_card, payroll_lines, payroll_list, shown_lines, wages_shown
from handlers.numbers import number_in
from handlers.routes import Routes
from handlers.turn import Turn


async def payroll_asked(turn: Turn) -> None:
    """Somebody sent /payroll."""
    check_reader(turn.actor)
    batches = await turn.uow.batches.where()
    await turn.reply.say(payroll_list(batches, may_send=may(Action.MAKE_PAYROLL, turn.actor, NOWHERE)))


async def batch_opened(turn: Turn) -> None:
    """A month was pressed."""
    view = await read_payroll(turn.press.id, actor=turn.actor, uow=turn.uow)
    await turn.redraw(payroll_card(view, turn.actor))


async def lines_opened(turn: Turn) -> None:
    """明细 was pressed, or another page of it."""
    view = await read_payroll(turn.press.id, actor=turn.actor, uow=turn.uow)
    cases = await turn.uow.cases.where(id=tuple({line.case_id for line in view.lines}))
    page = number_in(turn.press.arg)
    await turn.redraw(payroll_lines(view, {case.id: case for case in cases}, page))


async def wages_opened(turn: Turn) -> None:
    """工资与上限 was pressed: the reading is logged."""
    view = await read_payroll(turn.press.id, actor=turn.actor, uow=turn.uow)
    page, lines = shown_lines(view, number_in(turn.press.arg))
    persons = {line.person_id for line in lines}
    notes = await read_wages_of(turn.press.id, persons, actor=turn.actor, uow=turn.uow)
    await turn.redraw(wages_shown(view, notes, page))


async def make_pressed(turn: Turn) -> None:
    """生成批次 was pressed."""
    view = await make_payroll(turn.press.id, turn.press.version, actor=turn.actor, uow=turn.uow)
    await _shown(turn, view, "payroll_made")


async def close_pressed(turn: Turn) -> None:
    """关闭批次 was pressed."""
    view = await close_payroll(turn.press.id, turn.press.version, actor=turn.actor, uow=turn.uow)
    await _shown(turn, view, "payroll_closed")


async def return_pressed(turn: Turn) -> None:
    """退回重算 was pressed."""
    view = await return_payroll(turn.press.id, turn.press.version, actor=turn.actor, uow=turn.uow)
    await _shown(turn, view, "payroll_returned")


async def settle_pressed(turn: Turn) -> None:
    """登记实扣 was pressed."""
    view = await settle_payroll(turn.press.id, turn.press.version, actor=turn.actor, uow=turn.uow)
    await _shown(turn, view, "payroll_settled")


async def paper_wanted(turn: Turn) -> None:
    """汇总表 was pressed on a closed batch."""
    piece = await issue_payroll_paper(turn.press.id, actor=turn.actor, uow=turn.uow)
    batch = await turn.uow.batches.get(turn.press.id)
    await turn.reply.say(paper_issued(piece, batch.number))


async def sheet_wanted(turn: Turn) -> None:
    """XLSX was pressed on a closed batch."""
    piece = await issue_payroll_sheet(turn.press.id, actor=turn.actor, uow=turn.uow)
    batch = await turn.uow.batches.get(turn.press.id)
    await turn.reply.say(paper_issued(piece, batch.number))


async def _shown(turn: Turn, view: PayrollView, toast: str) -> None:
    await turn.toast(toast)
    await turn.redraw(payroll_card(view, turn.actor))


def handlers() -> Routes:
    """What this module answers."""
    return Routes(
        commands={"payroll": payroll_asked},
        presses={
            "pay": batch_opened,
            "pay_lines": lines_opened,
            "pay_wages": wages_opened,
            "pay_make": make_pressed,
            "pay_close": close_pressed,
            "pay_return": return_pressed,
            "pay_settle": settle_pressed,
            "pay_paper": paper_wanted,
            "pay_sheet": sheet_wanted,
        },
    )
