from dataclasses import replace
from datetime import date

from core.actions.figures.recorded_figures import recorded_figures
from tests.liability import put
from tests.make import case


async def test_each_case_comes_with_its_latest_figures_in_the_order_of_days() -> None:
    uow = await put()
    (figures,) = await uow.figures.where(case_id=1)
    await uow.figures.add(replace(figures, id=0, version=figures.version + 1))
    known = await uow.cases.get(1)
    before = date.fromordinal(known.occurred_on.toordinal() - 1)
    await uow.cases.add(case(number="EARLIER", occurred_on=before))

    recorded = await recorded_figures(before, uow=uow)

    assert [one.case.number for one in recorded] == ["EARLIER", known.number]
    assert recorded[0].figures is None
    assert recorded[1].figures is not None
    assert recorded[1].figures.version == figures.version + 1


async def test_earlier_incidents_are_left_alone() -> None:
    uow = await put()
    known = await uow.cases.get(1)

    assert len(await recorded_figures(known.occurred_on, uow=uow)) == 1
    assert await recorded_figures(date.fromordinal(known.occurred_on.toordinal() + 1), uow=uow) == ()
