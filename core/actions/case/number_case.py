"""Give a case its number."""

from datetime import date

from core.ports import UnitOfWork
from core.rulebook.process_rules import Numbering
from core.rules.case.numbering import case_number, day_series, marked_number, patterned_number, period_of


async def number_case(rulebook: str, received_on: date, registered_on: date, *, uow: UnitOfWork) -> str:
    """The next number by the rulebook's pattern on the day of receipt; without a pattern, of the day of registration.

    Two rulebooks may count alike: then the later case takes a letter, so that no number is given twice and no
    series has a gap.
    """
    pattern = uow.rulebooks.on(rulebook, received_on).edition.numbering if rulebook else None
    if pattern is None:
        place = await uow.numbers.next(f"case:{day_series(registered_on)}")
        return await _free(case_number(registered_on, place), uow=uow)
    place = await uow.numbers.next(_series(rulebook, pattern, received_on))
    return await _free(patterned_number(pattern, received_on, place), uow=uow)


def _series(rulebook: str, pattern: Numbering, day: date) -> str:
    return f"case:{rulebook}:{period_of(pattern, day)}"


async def _free(number: str, *, uow: UnitOfWork) -> str:
    mark = 0
    while await uow.cases.one(number=marked_number(number, mark)):
        mark += 1
    return marked_number(number, mark)
