"""The month's forms take their figures from the month's report, by a press of whoever fills them."""

from datetime import date, timedelta

import pytest

from core.actions.duty.open_periodic_duties import keep_calendar
from core.actions.duty.read_duty import read_duty
from core.actions.duty.take_from_report import take_from_report
from core.errors import NoSuchThing, NotThisPerson, SomebodyWasFirst
from core.model.company import InForce
from core.model.duty import Duty
from core.model.negotiation import Contentment, Survey
from core.model.remedy import Cost, CostClass, RemedyKind, Undertaking
from core.rules.duty.duty_form import Ratio, ratio
from core.screens.duty_card import duty_card
from tests.fakes import FakeUnitOfWork
from tests.make import NOW, by_no, case, staffed

HOUR = timedelta(hours=1)


async def month() -> FakeUnitOfWork:
    """March under a rulebook with forms by the month: two customers asked, one content, a part paid for."""
    uow = await staffed(in_force=(InForce(rulebook="after-sales-claims", since=date(2025, 1, 1)),))
    for number, answer in (("1", Contentment.SATISFIED), ("2", Contentment.DISSATISFIED)):
        made = await uow.cases.add(case(number=number))
        await uow.surveys.add(
            Survey(case_id=made.id, asked_by=1, asked_at=NOW, answer=answer, answered_at=NOW + HOUR)
        )
    await uow.undertakings.add(
        Undertaking(
            case_id=1,
            kind=RemedyKind.REPAIR,
            what="换轴封",
            owner_id=1,
            costs=(Cost(cost_class=CostClass.PARTS, fen=12_345, basis="发票"),),
            done_at=NOW + HOUR,
            done_by=1,
        )
    )
    await keep_calendar(uow)
    uow.now = NOW + 2 * HOUR
    return uow


async def the_duty(uow: FakeUnitOfWork, rule: str) -> Duty:
    found = await uow.duties.one(rule=rule, site="suzhou")
    assert found is not None
    return found


async def test_a_form_of_the_month_takes_what_the_report_counts() -> None:
    uow = await month()
    quality, duty = await by_no(uow, "E11"), await the_duty(uow, "satisfaction")

    file = await take_from_report(duty.id, duty.version, actor=quality, uow=uow)

    assert file.duty.answers == {"satisfied": 1, "surveyed": 2}
    assert ratio(file.rule.fields["rate"], file.duty.answers) == Ratio(500_000)
    assert uow.log.rows[-1].facts["field"] == "report"


async def test_money_stands_there_by_its_class() -> None:
    uow = await month()
    duty = await the_duty(uow, "cost_report")

    file = await take_from_report(duty.id, duty.version, actor=await by_no(uow, "E06"), uow=uow)

    assert file.duty.answers["parts"] == "123.45"
    assert file.duty.answers["transport"] == "0.00"


async def test_only_forms_that_count_offer_it() -> None:
    uow = await month()
    for rule, employee_no, is_offered in (("satisfaction", "E11", True), ("timely_rate", "E03", False)):
        reader, duty = await by_no(uow, employee_no), await the_duty(uow, rule)
        card = duty_card(await read_duty(duty.id, actor=reader, uow=uow), reader)
        assert ("duty_counts" in [button.label for row in card.rows for button in row]) is is_offered
    with pytest.raises(NoSuchThing):
        await take_from_report(duty.id, duty.version, actor=reader, uow=uow)


async def test_an_older_card_or_another_person_takes_nothing() -> None:
    uow = await month()
    duty = await the_duty(uow, "satisfaction")
    with pytest.raises(SomebodyWasFirst):
        await take_from_report(duty.id, duty.version - 1, actor=await by_no(uow, "E11"), uow=uow)
    with pytest.raises(NotThisPerson):
        await take_from_report(duty.id, duty.version, actor=await by_no(uow, "E17"), uow=uow)
    assert (await the_duty(uow, "satisfaction")).answers == {}
