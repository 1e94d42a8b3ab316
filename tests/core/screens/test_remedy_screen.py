"""What comes next for the customer of a case, as its screen says it."""

from core.model.negotiation import RoundOutcome
from core.model.remedy import RemedyState
from core.screens.remedy import remedy_screen
from tests.fakes import FakeUnitOfWork
from tests.make import by_no
from tests.remedies import SIGNERS, planned, put, said, signed, the_plan, with_customer


async def next_of(uow: FakeUnitOfWork) -> object:
    return remedy_screen(await the_plan(uow), await by_no(uow, "E11")).data["next"]


async def test_a_customer_who_refuses_the_approved_plan_is_what_comes_next() -> None:
    uow = await with_customer()
    await planned(uow)
    await put(uow)
    await signed(uow, *SIGNERS)

    await said(uow, "太慢，我要换货", RoundOutcome.REFUSED)

    assert await next_of(uow) == RoundOutcome.REFUSED


async def test_what_a_customer_refuses_before_the_plan_is_approved_leaves_it_to_be_planned() -> None:
    uow = await with_customer()
    await planned(uow)

    await said(uow, "太慢，我要换货", RoundOutcome.REFUSED)

    assert await next_of(uow) == RemedyState.PLANNING
