"""A case is taken up again though who led it has left."""

from dataclasses import replace
from datetime import date

import pytest

from core.actions.appeal.open_correction import open_correction
from core.errors import NotAllowed
from core.model.case import Stage
from core.model.roles import Grant, Role
from tests.core.actions.appeals import noticed
from tests.fakes import FakeUnitOfWork
from tests.liability import last_told, the_case, who
from tests.make import person

QUALITY = Grant(Role.QUALITY, "suzhou")


async def closed_and_left() -> FakeUnitOfWork:
    """The case was closed under 陈洁, who then left."""
    uow = await noticed()
    await uow.cases.put(replace(await the_case(uow), stage=Stage.CLOSED))
    await uow.persons.put(
        replace(await who(uow, "E11"), left_on=date(2025, 3, 1), grants=(), is_reachable=False)
    )
    return uow


async def corrected(uow: FakeUnitOfWork) -> None:
    await open_correction(1, reason="漏了一笔", actor=await who(uow, "E06"), uow=uow)


async def without_quality(uow: FakeUnitOfWork) -> None:
    for one in await uow.persons.where():
        grants = tuple(grant for grant in one.grants if grant.role is not Role.QUALITY)
        await uow.persons.put(replace(one, grants=grants))


async def test_a_colleague_in_quality_leads_it_and_is_told() -> None:
    uow = await closed_and_left()
    await without_quality(uow)
    heir = await uow.persons.add(person("E40", grants=(QUALITY,), chat_id=9040))

    await corrected(uow)

    case = await the_case(uow)
    assert (case.owner_id, case.stage) == (heir.id, Stage.INVESTIGATING)
    assert last_told(uow, "E40", "correction_opened")
    assert "case_handed_over" in uow.log.acts()


async def test_their_superior_goes_before_a_colleague_where_the_superior_is_in_quality() -> None:
    uow = await closed_and_left()
    await without_quality(uow)
    await uow.persons.add(person("E40", grants=(QUALITY,), chat_id=9040))
    above = await uow.persons.add(person("E41", grants=(QUALITY,), chat_id=9041))
    await uow.persons.put(replace(await who(uow, "E11"), manager_no="E41"))

    await corrected(uow)

    assert (await the_case(uow)).owner_id == above.id


async def test_where_nobody_may_lead_it_the_correction_says_what_is_to_be_done() -> None:
    uow = await closed_and_left()
    await without_quality(uow)

    with pytest.raises(NotAllowed, match="nobody_leads_again") as refused:
        await corrected(uow)
    assert refused.value.data["name"] == "陈洁"


async def test_who_is_still_here_leads_it_on() -> None:
    uow = await noticed()

    await corrected(uow)

    assert (await the_case(uow)).owner_id == (await who(uow, "E11")).id


async def test_who_reported_the_case_does_not_lead_it_again() -> None:
    uow = await closed_and_left()
    await without_quality(uow)
    reporter = await who(uow, "E10")
    await uow.persons.put(replace(reporter, grants=(*reporter.grants, QUALITY)))

    with pytest.raises(NotAllowed, match="nobody_leads_again"):
        await corrected(uow)
