from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from core.actions.case.register_case import register_case
from core.model.company import InForce
from tests.fakes import FakeUnitOfWork
from tests.make import NOW, SUZHOU, by_no, case, staffed
from tests.make_intake import draft_of, registered

PATTERNED = InForce(rulebook="complaint-handling", since=date(2025, 1, 1))
GIVEN = {"part_no": "P-300", "shipped_on": "2025-02-20", "quantity": "120", "defective": "8"}


async def numbered(uow: FakeUnitOfWork, received_at: datetime = NOW) -> str:
    sales = await by_no(uow, "E10")
    draft = await draft_of(uow, sales, **GIVEN)
    draft = replace(draft, received_at=received_at)
    return (await register_case(draft, actor=sales, uow=uow)).number


async def test_cases_of_a_month_are_numbered_in_a_row_and_the_next_month_starts_again() -> None:
    uow = await staffed(in_force=(PATTERNED,))

    march = [await numbered(uow) for _ in range(3)]
    uow.now = datetime(2025, 4, 1, 2, tzinfo=UTC)
    april = await numbered(uow, uow.now)

    assert (*march, april) == ("250301", "250302", "250303", "250401")


async def test_the_hundredth_complaint_of_a_month_is_numbered_too() -> None:
    uow = await staffed(in_force=(PATTERNED,))
    uow.numbers.last["case:complaint-handling:2025-03"] = 99

    assert await numbered(uow) == "2503100"


async def test_the_month_is_that_of_receipt_at_the_site_not_of_registration() -> None:
    uow = await staffed(in_force=(PATTERNED,))
    uow.now = NOW + timedelta(days=40)

    last_of_march = await numbered(uow, datetime(2025, 3, 31, 15, 59, 59, tzinfo=UTC))
    first_of_april = await numbered(uow, datetime(2025, 3, 31, 16, tzinfo=UTC))

    assert (last_of_march, first_of_april) == ("250301", "250401")


async def test_a_number_that_another_rulebook_has_given_takes_a_letter_and_leaves_no_gap() -> None:
    uow = await staffed(in_force=(PATTERNED,))
    await uow.cases.add(case(number="250301"))
    await uow.cases.add(case(number="250301A"))

    assert [await numbered(uow) for _ in range(2)] == ["250301B", "250302"]


async def test_two_sites_with_two_ways_of_numbering_never_share_a_number() -> None:
    uow = await staffed(
        in_force=(PATTERNED, InForce(rulebook="logistics-liability", since=date(2025, 1, 1), site=SUZHOU.id))
    )
    daily = [(await registered(uow)).number for _ in range(2)]
    uow.company = (await staffed(in_force=(PATTERNED,))).company

    monthly = [await numbered(uow) for _ in range(4)]

    assert daily == ["250303", "250303-2"]
    assert monthly == ["250301", "250302", "250303A", "250304"]
