from dataclasses import replace
from datetime import timedelta

import pytest

from core.actions.appeal.make_appeal import is_late, make_appeal
from core.actions.notice.view_notice import view_notice
from core.errors import NotAllowed, NotThisPerson, SomebodyWasFirst
from core.model.notice import Appeal, AppealState, Notice
from core.model.roles import Grant, Role
from tests.core.actions.appeals import noticed
from tests.fakes import FakeUnitOfWork
from tests.liability import last_told, verbs, who
from tests.make import NOW


async def notice_of(uow: FakeUnitOfWork, employee_no: str = "E17") -> Notice:
    notice = await uow.notices.one(person_id=(await who(uow, employee_no)).id)
    assert notice is not None
    return notice


async def appeal(uow: FakeUnitOfWork, employee_no: str = "E17") -> Appeal:
    notice = await notice_of(uow)
    return await make_appeal(notice.id, reason="不是我装的", actor=await who(uow, employee_no), uow=uow)


async def test_an_appeal_freezes_the_money_and_reaches_the_auditor() -> None:
    uow = await noticed()

    await appeal(uow)

    notice = await notice_of(uow)
    assert notice.is_frozen
    told = last_told(uow, "E08", "appeal_received")
    made = await uow.appeals.get(1)
    assert (told.data["appeal"], str(told.data["amount"])) == (made, "876.00")
    assert "appeal" not in verbs(await view_notice(notice, uow=uow))
    row = uow.log.rows[-1]
    assert (row.act, row.words) == ("appeal_made", {"reason": "不是我装的"})


async def test_one_appeals_once() -> None:
    uow = await noticed()
    await appeal(uow)

    with pytest.raises(SomebodyWasFirst, match="appeal_is_made"):
        await appeal(uow)


async def test_nobody_appeals_for_another() -> None:
    uow = await noticed()

    with pytest.raises(NotThisPerson):
        await appeal(uow, "E03")


async def test_the_last_instant_is_in_time_and_the_next_second_is_not() -> None:
    uow = await noticed()
    notice = await notice_of(uow)
    assert notice.appeal_until is not None

    uow.now = notice.appeal_until
    assert not is_late(notice, uow=uow)

    uow.now = notice.appeal_until + timedelta(seconds=1)
    late = await appeal(uow)
    assert late.state is AppealState.LATE
    assert not (await notice_of(uow)).is_frozen


async def test_before_a_paper_is_handed_over_no_limit_runs() -> None:
    uow = await noticed()
    await uow.notices.put(replace(await notice_of(uow), appeal_until=None))
    uow.now = NOW + timedelta(days=100)

    assert (await appeal(uow)).reason == "不是我装的"


async def test_an_auditor_who_is_named_or_has_left_is_not_told() -> None:
    uow = await noticed()
    auditing = (Grant(Role.AUDITOR, "suzhou"),)
    await uow.persons.put(replace(await who(uow, "E01"), grants=auditing))
    await uow.persons.put(
        replace(await who(uow, "E09"), grants=auditing, left_on=NOW.date() - timedelta(days=1))
    )

    await appeal(uow)

    assert [no for no, one in uow.outbox.told if one.template == "appeal_received"] == ["E08"]


async def test_an_acknowledged_and_frozen_notice_leaves_only_questions() -> None:
    uow = await noticed()
    await appeal(uow)
    notice = replace(await notice_of(uow), acknowledged_at=NOW)

    assert verbs(await view_notice(notice, uow=uow)) == ["why", "notice_pdf", "ask_owner"]


async def test_a_notice_that_stands_no_more_or_is_being_corrected_is_not_appealed() -> None:
    uow = await noticed()
    notice = await notice_of(uow)

    await uow.notices.put(replace(notice, lifted_at=NOW))
    with pytest.raises(NotAllowed, match="notice_stands_no_more"):
        await appeal(uow)
    await uow.notices.put(replace(notice, is_frozen=True))
    with pytest.raises(NotAllowed, match="notice_under_correction"):
        await appeal(uow)


async def test_where_nobody_free_can_be_told_the_admins_are() -> None:
    uow = await noticed()
    for person in list(uow.persons.things.values()):
        if person.employee_no in ("E08", "E06", "E09", "E07"):
            await uow.persons.put(
                replace(person, grants=(Grant(Role.ADMIN),) if person.employee_no == "E07" else ())
            )

    await appeal(uow)

    assert (await notice_of(uow)).is_frozen
    assert last_told(uow, "E07", "nobody_entitled").data["desk"] == "appeal"
