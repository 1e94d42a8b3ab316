"""An employee's statement of account: every case, and every transaction on their accounts."""

from collections.abc import Mapping
from datetime import date

from core.ledger.account import PERSONAL
from core.ledger.posting import Posting
from core.model.money import ZERO
from core.model.paper import Paper, PaperKind
from core.model.person import Person
from core.papers.heading import EVERY_DAY_WITH_ITS_YEAR
from core.rules.notice.own_account import OwnAccount
from core.screens.account import account_data, line_data


def statement_paper(account: OwnAccount, person: Person, on: date) -> Paper:
    """The statement as of that day, in the person's language."""
    numbers = {line.case.id: line.case.number for line in account.lines}
    return Paper(
        kind=PaperKind.STATEMENT,
        language=person.language,
        number=f"{person.employee_no}-{on:%Y%m%d}",
        data=account_data(account, person)
        | {
            "today": EVERY_DAY_WITH_ITS_YEAR,
            "on": on,
            "lines": [line_data(line) for line in account.lines],
            "postings": [
                _posting(posting, person, numbers, account.month_of) for posting in account.postings
            ],
        },
    )


def _posting(
    posting: Posting, person: Person, numbers: Mapping[int, str], months: Mapping[int, str]
) -> Mapping[str, object]:
    own = (
        entry.amount
        for entry in posting.entries
        if entry.person_id == person.id and entry.account in PERSONAL
    )
    return {
        "at": posting.booked_at,
        "occasion": posting.occasion,
        "month": months.get(posting.ground.batch_id or 0, ""),
        "number": numbers.get(posting.ground.case_id, ""),
        "amount": sum(own, start=ZERO),
    }
