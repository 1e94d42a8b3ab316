"""What a closed batch takes from a wage, told to whose wage it is; and who could not be told, to finance."""

from collections.abc import Mapping, Sequence
from typing import Final

from core.model.case import Case
from core.model.message import Button, Message, Urgency
from core.model.money import ZERO
from core.model.notice import Notice
from core.model.person import Person
from core.payroll.batch import Batch
from core.payroll.planning import PlannedPerson

MOST_NAMED: Final = 50


def withheld_told(
    one: PlannedPerson, batch: Batch, cases: Mapping[int, Case], notices: Mapping[int, Notice]
) -> Message:
    """By case and notice: how much is withheld or paid back this month, and what remains. Rewards go without saying."""
    lines = [line for line in one.lines if not line.is_reward and line.amount.fen]
    return Message(
        template="withheld_told",
        urgency=Urgency.NOTICE,
        data={
            "site": one.person.site,
            "name": one.person.name,
            "month": batch.month,
            "batch_number": batch.number,
            "lines": [
                {
                    "number": cases[line.case_id].number,
                    "notice": notices[line.notice_id].number,
                    "amount": line.amount,
                    "remaining": line.remaining,
                }
                for line in lines
            ],
            "withheld": one.withheld,
        },
        rows=((Button("my_statement", "my_statement"),),),
    )


def payslip_told(
    one: PlannedPerson, batch: Batch, cases: Mapping[int, Case], notices: Mapping[int, Notice]
) -> Message:
    """Where the payslip withheld otherwise than was told: both amounts, and what becomes of the difference."""
    lines = [line for line in one.lines if not line.is_reward and line.difference.fen]
    return Message(
        template="payslip_told",
        urgency=Urgency.NOTICE,
        data={
            "site": one.person.site,
            "name": one.person.name,
            "month": batch.month,
            "batch_number": batch.number,
            "lines": [
                {
                    "number": cases[line.case_id].number,
                    "notice": notices[line.notice_id].number,
                    "amount": line.amount,
                    "withheld": line.withheld,
                    "is_more": line.difference.fen > 0,
                    "difference": max(line.difference, ZERO - line.difference),
                }
                for line in lines
            ],
        },
        rows=((Button("my_statement", "my_statement"),),),
    )


def payroll_untold(batch: Batch, untold: Sequence[Person]) -> Message:
    """To whoever closed it: these have no chat, and learn of month and amount from the payslip alone."""
    return Message(
        template="payroll_untold",
        urgency=Urgency.NOTICE,
        data={
            "month": batch.month,
            "batch_number": batch.number,
            "people": [{"name": one.name, "employee_no": one.employee_no} for one in untold[:MOST_NAMED]],
            "count": len(untold),
        },
    )
