"""Accounts of others, for finance, HR and auditors: found by name or number, each reading logged."""

from enum import StrEnum

from core.actions.appeal.make_appeal import may_book_appeals
from core.actions.money.issue_statement import issue_statement_of
from core.actions.money.read_account_of import check_reads_accounts, find_accounts, read_account_of
from core.model.message import Message
from core.screens.account import account_of_shown, accounts_found
from core.screens.papers import paper_issued
from handlers.numbers import page_in
from handlers.routes import Routes
from handlers.turn import Turn

MOST_FOUND = 8


class Step(StrEnum):
    """What is being asked."""

    WHOSE = "account_whose"


async def finding_pressed(turn: Turn) -> None:
    """查他人账户 was pressed: ask whose."""
    check_reads_accounts(turn.actor)
    await turn.ask(Step.WHOSE, Message(template="account_sought"))


async def name_typed(turn: Turn) -> None:
    """Show who fits; the question stays open until one is picked."""
    found = await find_accounts(turn.words, actor=turn.actor, uow=turn.uow)
    await turn.reply.say(accounts_found(turn.words, found[:MOST_FOUND]))


async def account_opened(turn: Turn) -> None:
    """One was picked, or another page of it."""
    person, account = await read_account_of(turn.press.id, actor=turn.actor, uow=turn.uow)
    await turn.settle()
    page = page_in(turn.press.arg)
    await turn.redraw(
        account_of_shown(account, person, page, books_appeals=may_book_appeals(turn.actor, person))
    )


async def statement_wanted(turn: Turn) -> None:
    """对账单 was pressed under somebody else's account."""
    piece = await issue_statement_of(turn.press.id, actor=turn.actor, uow=turn.uow)
    person = await turn.uow.persons.get(turn.press.id)
    await turn.reply.say(paper_issued(piece, person.employee_no))


def handlers() -> Routes:
    """What this module answers."""
    return Routes(
        presses={
            "account_find": finding_pressed,
            "account": account_opened,
            "account_paper": statement_wanted,
        },
        steps={Step.WHOSE: name_typed},
    )
