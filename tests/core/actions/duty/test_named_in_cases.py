"""Who may have to pay in many cases at once; whom a reward alone names is left out."""

from core.actions.duty.named_in_cases import concerned_in, named_among
from core.model.brief import BriefParty
from core.rules.duty.waits_for import Concerned
from tests.fakes import FakeUnitOfWork
from tests.make import staffed


class Parties:
    """张伟 (3) may have to pay in case 1, 陈洁 (2) is named there for a reward; nobody is named in case 2."""

    async def parties(self, case_ids: tuple[int, ...]) -> tuple[BriefParty, ...]:
        rows = (BriefParty(1, 3, "仓储部", may_pay=True), BriefParty(1, 2, "品管部", may_pay=False))
        return tuple(row for row in rows if row.case_id in case_ids)

    async def named(
        self, case_ids: tuple[int, ...], person_ids: tuple[int, ...]
    ) -> tuple[tuple[int, int], ...]:
        return tuple((1, person) for person in (2, 3) if 1 in case_ids and person in person_ids)


async def office() -> FakeUnitOfWork:
    uow = await staffed()
    uow.waits = Parties()  # type: ignore[assignment]
    return uow


async def test_of_each_case_whoever_may_have_to_pay_is_told_with_their_department() -> None:
    assert await concerned_in([1, None, 2], await office()) == {
        1: Concerned(frozenset({3}), frozenset({"仓储部"})),
        2: Concerned(frozenset(), frozenset()),
    }


async def test_of_these_people_who_is_named_is_told_and_a_case_that_names_none_is_left_out() -> None:
    assert await named_among([2, 9], [1, 2, None], await office()) == {1: frozenset({2})}


async def test_without_cases_nobody_is_asked_for() -> None:
    uow = await office()

    assert (await concerned_in([None], uow), await named_among([2], [None], uow)) == ({}, {})
