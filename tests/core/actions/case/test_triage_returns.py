import pytest

from core.actions.case.give_back_case import give_back_case
from core.actions.case.refuse_case import refuse_case
from core.actions.case.return_case import return_case
from core.errors import NotThisPerson, SomebodyWasFirst
from core.model.case import Outcome, Stage
from core.model.deadline_clock import Subject
from tests.clocks import running
from tests.make import by_no, staffed
from tests.make_intake import registered


async def test_a_case_goes_back_to_sales_and_returns() -> None:
    uow = await staffed()
    case = await registered(uow)
    sales, quality = await by_no(uow, "E10"), await by_no(uow, "E11")

    case = await return_case(case, "缺照片", actor=quality, uow=uow)
    assert case.stage is Stage.RETURNED
    case = await give_back_case(case, actor=sales, uow=uow)

    assert case.stage is Stage.REGISTERED
    assert uow.log.acts() == ["case_returned", "case_given_back"]


async def test_only_the_reporter_gives_it_back_and_only_once() -> None:
    uow = await staffed()
    case = await registered(uow)

    with pytest.raises(NotThisPerson):
        await give_back_case(case, actor=await by_no(uow, "E11"), uow=uow)
    with pytest.raises(SomebodyWasFirst):
        await give_back_case(case, actor=await by_no(uow, "E10"), uow=uow)


@pytest.mark.parametrize("outcome", [Outcome.UNJUSTIFIED, Outcome.NOT_QUALITY])
async def test_a_refusal_keeps_its_reason_and_the_customers_clock_runs_on(outcome: Outcome) -> None:
    uow = await staffed()
    case = await registered(uow)

    case = await refuse_case(case, outcome, "正常磨损", "报价更换", actor=await by_no(uow, "E11"), uow=uow)

    assert (case.stage, case.outcome, case.outcome_reason) == (Stage.REFUSED, outcome, "正常磨损")
    assert len(await running(uow, Subject.CASE)) == 1
    assert uow.log.rows[-1].words == {"reason": "正常磨损", "next_step": "报价更换"}
