"""/my: one's own cases, amounts, months, appeals, points and rewards."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from core.model.message import Button, Message
from core.model.person import Person
from core.rules.assessment.fines import is_only_fine
from core.rules.notice.own_account import OwnAccount, OwnLine
from core.screens.picks import in_rows

MOST_SHOWN: Final = 10


def account_shown(
    account: OwnAccount, person: Person, page: int = 0, *, reads_others: bool = False
) -> Message:
    """A page of one's own cases, the latest first, each notice as a button; the whole is the statement."""
    statement = (Button("my_statement", "my_statement"),) if account.lines else ()
    others = (Button("account_find", "account_find"),) if reads_others else ()
    verbs = _Verbs("my_notice", "my_page", 0)
    return _shown(account, person, page, verbs, (*statement, *others, Button("deputies", "deputies")))


def account_of_shown(
    account: OwnAccount, person: Person, page: int = 0, *, books_appeals: bool = False
) -> Message:
    """The same of somebody else, for whoever may read it by their role; an auditor books appeals made in writing."""
    statement = (Button("my_statement", "account_paper", person.id),) if account.lines else ()
    below = (*statement, Button("account_find", "account_find"))
    shown = _shown(account, person, page, _Verbs("notice_pdf", "account", person.id), below)
    letters = _letters(account, page) if books_appeals else ()
    return replace(shown, rows=(*letters, *shown.rows), data={**shown.data, "is_own": False})


def _letters(account: OwnAccount, page: int) -> tuple[tuple[Button, ...], ...]:
    """A button for each notice of the page that can be appealed against."""
    notices = (one.notice for one in _of_page(account, page) if one.appeal is None)
    standing = [one for one in notices if one is not None and one.is_standing and not one.is_frozen]
    return in_rows([Button("appeal_letter", "appeal_letter", one.id, text=one.number) for one in standing], 1)


class _Verbs(NamedTuple):
    """What opens a notice, what turns the page, and whose account the page is of (0: one's own)."""

    notice: str
    page: str
    subject: int


def _shown(
    account: OwnAccount, person: Person, page: int, verbs: _Verbs, below: tuple[Button, ...]
) -> Message:
    page = _last(account, page)
    shown = _of_page(account, page)
    notices = [
        Button("my_notice", verbs.notice, line.notice.id, text=line.notice.number)
        for line in shown
        if line.notice
    ]
    has_more = (page + 1) * MOST_SHOWN < len(account.lines)
    turning = (
        *((Button("page_before", verbs.page, verbs.subject, arg=str(page - 1)),) if page else ()),
        *((Button("page_after", verbs.page, verbs.subject, arg=str(page + 1)),) if has_more else ()),
    )
    return Message(
        template="account_shown",
        data=account_data(account, person)
        | {"lines": [line_data(line) for line in shown], "is_own": True, "read_by": account.read_by},
        rows=tuple(row for row in (*in_rows(notices, 2), turning, below) if row),
    )


def _last(account: OwnAccount, page: int) -> int:
    """That page, or the last there is."""
    return min(page, max(0, len(account.lines) - 1) // MOST_SHOWN)


def _of_page(account: OwnAccount, page: int) -> tuple[OwnLine, ...]:
    first = _last(account, page) * MOST_SHOWN
    return account.lines[first : first + MOST_SHOWN]


def accounts_found(typed: str, found: Sequence[Person]) -> Message:
    """Who fits what was typed, each a button; type again if nobody does."""
    said = (f"{one.name} · {one.department} · {one.employee_no}" for one in found)
    rows = tuple((Button("", "account", one.id, text=text),) for one, text in zip(found, said, strict=True))
    return Message(template="accounts_found", data={"typed": typed, "found": len(found)}, rows=rows)


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
        "product": case.goods,
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
        "by_month": line.by_month,
        "points": line.points,
        "points_under": line.points_under,
        "decided": case.events.get("decided"),
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
