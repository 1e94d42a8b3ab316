"""/my: one's own cases, amounts, months, appeals, points and rewards."""

from typing import Final

from core.model.message import Button, Message
from core.model.person import Person
from core.rules.fines import is_only_fine
from core.rules.own_account import OwnAccount, OwnLine
from core.screens.picks import in_rows

MOST_SHOWN: Final = 10


def account_shown(account: OwnAccount, person: Person, page: int = 0) -> Message:
    """A page of cases, the latest first, each notice as a button; the whole is the statement."""
    page = min(page, max(0, len(account.lines) - 1) // MOST_SHOWN)
    shown = account.lines[page * MOST_SHOWN : (page + 1) * MOST_SHOWN]
    notices = [
        Button("my_notice", "my_notice", line.notice.id, text=line.notice.number)
        for line in shown
        if line.notice
    ]
    turning = (
        *((Button("page_before", "my_page", arg=str(page - 1)),) if page else ()),
        *(
            (Button("page_after", "my_page", arg=str(page + 1)),)
            if (page + 1) * MOST_SHOWN < len(account.lines)
            else ()
        ),
    )
    statement = (Button("my_statement", "my_statement"),) if account.lines else ()
    return Message(
        template="account_shown",
        data=account_data(account, person) | {"lines": [line_data(line) for line in shown]},
        rows=tuple(row for row in (*in_rows(notices, 2), turning, statement) if row),
    )


def account_data(account: OwnAccount, person: Person) -> dict[str, object]:
    """What is true of the account as a whole."""
    return {
        "site": person.site,
        "name": person.name,
        "employee_no": person.employee_no,
        "department": person.department,
        "count": len(account.lines),
        "open": account.open_amount,
        "points": account.points,
        "reward": account.reward,
    }


def line_data(line: OwnLine) -> dict[str, object]:
    """One case as templates say it."""
    case, notice = line.case, line.notice
    return {
        "number": case.number,
        "product": case.product or case.part_no,
        "occurred_on": case.occurred_on,
        "stage": case.stage,
        "notice": notice,
        "is_fine": notice is not None and is_only_fine(notice),
        "state": _state(line),
        "months": notice.content.get("months") or {} if notice and notice.is_standing else {},
        "appeal": line.appeal,
        "until": line.appeal_until,
        "is_over": line.is_appeal_over,
        "open": line.open_amount,
        "points": line.points,
        "reward": line.reward,
        "sanctions": line.sanctions,
    }


def _state(line: OwnLine) -> str:
    notice = line.notice
    if notice is None:
        return "none"
    if notice.lifted_at:
        return "lifted"
    return "frozen" if notice.is_frozen else "standing"
