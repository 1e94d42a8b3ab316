"""/my: everybody's own account, and the statement of it."""

from dataclasses import replace

from core.actions.money.issue_statement import issue_statement
from core.actions.money.read_account import read_account
from core.actions.money.read_account_of import may_read_accounts
from core.actions.notice.open_notice import open_notice
from core.actions.notice.view_notice import view_notice
from core.model.message import Message
from core.screens.account import account_shown
from core.screens.papers import paper_issued
from handlers.numbers import page_in
from handlers.routes import Routes
from handlers.turn import Turn


async def asked_for_own(turn: Turn) -> None:
    """Somebody sent /my."""
    await turn.reply.say(await _own(turn, 0))


async def page_turned(turn: Turn) -> None:
    """Another page of it."""
    page = page_in(turn.press.arg)
    await turn.redraw(await _own(turn, page))


async def _own(turn: Turn, page: int) -> Message:
    account = await read_account(actor=turn.actor, uow=turn.uow)
    return account_shown(account, turn.actor, page, reads_others=may_read_accounts(turn.actor))


async def notice_opened(turn: Turn) -> None:
    """One's own notice was pressed: shown again, below."""
    notice = await open_notice(turn.press.id, actor=turn.actor, uow=turn.uow)
    shown = await view_notice(notice, uow=turn.uow)
    await turn.reply.say(replace(shown, is_moved=True))


async def statement_wanted(turn: Turn) -> None:
    """对账单 was pressed."""
    piece = await issue_statement(actor=turn.actor, uow=turn.uow)
    await turn.reply.say(paper_issued(piece, turn.actor.employee_no))


def handlers() -> Routes:
    """What this module answers."""
    return Routes(
        commands={"my": asked_for_own},
        presses={
            "my_page": page_turned,
            "my_notice": notice_opened,
            "my_statement": statement_wanted,
        },
    )
