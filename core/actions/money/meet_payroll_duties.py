"""Do the duties of a rulebook that payroll carries out: their forms are filled with what its batches have withheld."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Final

from core.actions.duty.done_by_itself import asked_again, done_by_itself
from core.actions.duty.read_duty import open_duty
from core.actions.rulebook.rulebook_of import rulebook_of
from core.model.duty import RULEBOOK_DUTY, Duty
from core.payroll.withholding import Withholding
from core.ports import UnitOfWork
from core.rulebook.duty_rules import Duty as DutyRule
from core.rulebook.duty_rules import Withheld
from core.rules.appeal.correcting import is_taken_up

# marks a duty that was done by the batches, not by hand
_BY_PAYROLL: Final = "by_payroll"


async def meet_payroll_duties(cases: Iterable[int], *, uow: UnitOfWork) -> None:
    """Finish those of which nothing is left to withhold, and open those again of which something is owed once more.

    Calling it again changes nothing. While a case is taken up again they stay as they are.
    """
    for case_id in dict.fromkeys(cases):
        case = await uow.cases.get(case_id)
        if not case.rulebook or is_taken_up(case):
            continue
        rules = rulebook_of(case, uow=uow).edition.duties
        by_payroll = tuple(name for name, row in rules.items() if row.by_payroll)
        if by_payroll:
            for duty in await uow.duties.where(case_id=case_id, kind=RULEBOOK_DUTY, rule=by_payroll):
                await _meet(duty, uow)


async def _meet(duty: Duty, uow: UnitOfWork) -> None:
    file = await open_duty(duty, uow=uow)
    found = file.withholding
    if found is None or not found.is_shown:
        await asked_again(duty, _BY_PAYROLL, uow=uow)
    elif duty.is_open:
        actor = await uow.persons.get(found.by or 0)
        answers = _answers(found, file.rule, (found.at or uow.now).astimezone(file.zone))
        await done_by_itself(file, _BY_PAYROLL, answers, actor=actor, uow=uow)


def _answers(found: Withholding, rule: DutyRule, at: datetime) -> Mapping[str, object]:
    known: Mapping[Withheld, str] = {
        "months": ", ".join(found.months),
        "amount": str(found.amount),
        "booked_on": at.date().isoformat(),
    }
    return {name: known[field.payroll] for name, field in rule.fields.items() if field.payroll}
