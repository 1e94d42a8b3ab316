from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from core.actions.case.return_case import return_case
from core.actions.deadline.waiting_entries import waiting_entries
from core.actions.person.end_employment import end_employment
from core.actions.person.end_employment_if_over import end_employment_if_over
from core.actions.person.import_staff import import_staff
from core.errors import NotAllowed
from core.model.case import Stage
from core.model.dialogue import Dialogue
from core.model.draft import Draft
from core.model.duty import SIGNATURE, Duty
from core.model.relay import Relay
from core.model.roles import Grant, Role
from core.model.staff import StaffEntry, StaffRow
from core.rules.staff.staff_changes import staff_changes
from core.rules.staff.staff_file import read_staff
from tests.fakes import FakeUnitOfWork
from tests.make import NOW, by_no, case, entry_for, staffed

YESTERDAY = date(2025, 3, 2)
NEWCOMER = {"employee_no": "E50", "name": "新人", "department": "仓储部", "site": "苏州厂", "manager": "E03"}


async def imported(uow: FakeUnitOfWork, *entries: StaffEntry) -> None:
    await import_staff(
        staff_changes(entries, await uow.persons.where()), actor=await by_no(uow, "E07"), uow=uow
    )


async def entry_of(uow: FakeUnitOfWork, employee_no: str, **changes: object) -> StaffEntry:
    return entry_for(await by_no(uow, employee_no), **changes)


async def busy(uow: FakeUnitOfWork) -> int:
    """Quality's 陈洁 with a duty, a case, a question and a draft; the id of the duty's owner."""
    owner = (await by_no(uow, "E11")).id
    await uow.duties.add(Duty(kind="triage", owner_id=owner, opened_at=NOW))
    await uow.cases.add(case(owner_id=owner, stage=Stage.INVESTIGATING))
    await uow.cases.add(case(number="250101", owner_id=owner, stage=Stage.CLOSED))
    await uow.relays.add(Relay(case_id=1, asker_id=1, owner_id=owner, question="?", asked_at=NOW))
    await uow.drafts.add(Draft(person_id=owner, received_at=NOW, opened_at=NOW))
    await uow.dialogues.put(Dialogue(person_id=owner, step="x", asked_at=NOW))
    return owner


async def owners(uow: FakeUnitOfWork) -> list[int | None]:
    duty, relay, draft = await uow.duties.get(1), await uow.relays.get(1), await uow.drafts.get(1)
    cases = [case.owner_id for case in await uow.cases.where()]
    return [duty.owner_id, *cases, relay.owner_id, draft.person_id]


async def test_joiners_come_in_with_their_rights_and_no_account() -> None:
    uow = await staffed()
    (entry,) = read_staff([StaffRow(2, NEWCOMER)], uow.company, await uow.persons.where()).entries

    await imported(uow, replace(entry, pinyin="xinren xr"))

    newcomer = await by_no(uow, "E50")
    assert (newcomer.name, newcomer.manager_no, newcomer.pinyin) == ("新人", "E03", "xinren xr")
    assert newcomer.grants == (Grant(Role.EMPLOYEE, "suzhou"),)
    assert newcomer.chat_id is None
    assert uow.log.rows[-1].facts == {"joined": 1, "changed": 0, "left": 0}


async def test_a_change_keeps_the_account_and_the_language() -> None:
    uow = await staffed()
    before = await by_no(uow, "E17")

    await imported(uow, await entry_of(uow, "E17", department="品管部", language="en"))

    after = await by_no(uow, "E17")
    assert after == replace(before, department="品管部")


async def test_a_leavers_rights_end_and_open_tasks_go_to_the_manager_at_once() -> None:
    uow = await staffed()
    await busy(uow)

    await imported(uow, await entry_of(uow, "E11", left_on=YESTERDAY))

    leaver, manager = await by_no(uow, "E11"), await by_no(uow, "E04")
    assert (leaver.grants, leaver.left_on, leaver.can_be_told()) == ((), YESTERDAY, False)
    assert await owners(uow) == [manager.id, manager.id, leaver.id, manager.id, manager.id]
    assert await uow.dialogues.find(leaver.id) is None
    (told,) = uow.outbox.told_to("E04")
    assert (told.template, told.data["cases"], told.data["duties"]) == ("work_handed_over", 1, 1)


async def test_a_manager_who_has_left_too_is_passed_over() -> None:
    uow = await staffed()
    await busy(uow)
    await uow.persons.put(replace(await by_no(uow, "E04"), left_on=YESTERDAY))

    await imported(uow, await entry_of(uow, "E11", left_on=YESTERDAY))

    assert (await uow.duties.get(1)).owner_id == (await by_no(uow, "E05")).id


async def test_without_any_manager_the_tasks_go_to_an_admin_who_is_told_why() -> None:
    uow = await staffed()
    await busy(uow)
    await uow.persons.put(replace(await by_no(uow, "E04"), left_on=YESTERDAY, manager_no="E11"))

    await imported(uow, await entry_of(uow, "E11", left_on=YESTERDAY))

    assert (await uow.duties.get(1)).owner_id == (await by_no(uow, "E07")).id
    (told,) = uow.outbox.told_to("E07")
    assert (told.template, told.data["has_manager"]) == ("work_handed_over", False)


async def test_without_manager_and_admin_the_tasks_stay_where_they_are() -> None:
    uow = await staffed()
    owner = await busy(uow)
    await uow.persons.put(replace(await by_no(uow, "E04"), left_on=YESTERDAY, manager_no="E11"))
    leaver = await by_no(uow, "E11")
    await uow.persons.put(replace(await by_no(uow, "E07"), left_on=YESTERDAY))

    await end_employment(leaver, uow=uow)

    assert (await uow.duties.get(1)).owner_id == owner
    assert (await by_no(uow, "E11")).grants == ()


async def test_an_admin_of_another_site_takes_over_where_their_own_has_none() -> None:
    uow = await staffed()
    await busy(uow)
    await uow.persons.put(replace(await by_no(uow, "E04"), left_on=YESTERDAY, manager_no="E11"))
    admin = await by_no(uow, "E07")
    await uow.persons.put(replace(admin, grants=(Grant(Role.ADMIN, site="elsewhere"),)))

    await end_employment(await by_no(uow, "E11"), uow=uow)

    assert (await uow.duties.get(1)).owner_id == admin.id
    assert [one.template for one in uow.outbox.told_to("E07")] == ["work_handed_over"]


async def test_nobody_signs_for_who_has_left() -> None:
    uow = await staffed()
    leaver = await by_no(uow, "E17")
    asked = await uow.duties.add(Duty(kind=SIGNATURE, owner_id=leaver.id, opened_at=NOW))

    await imported(uow, await entry_of(uow, "E17", left_on=YESTERDAY))

    assert (await uow.duties.get(asked.id)).has_fallen_away
    assert uow.outbox.told == []


async def test_what_who_has_left_was_to_add_to_a_complaint_is_decided_without_it() -> None:
    uow = await staffed()
    sales, quality = await by_no(uow, "E10"), await by_no(uow, "E11")
    await uow.cases.add(case(reporter_id=sales.id, stage=Stage.RETURNED))

    await imported(uow, await entry_of(uow, "E10", left_on=YESTERDAY))

    assert (await uow.cases.get(1)).stage is Stage.REGISTERED
    assert "triage" in {one.kind for one in await waiting_entries(quality, uow=uow)}
    with pytest.raises(NotAllowed, match="reporter_left"):
        await return_case(await uow.cases.get(1), "照片", actor=quality, uow=uow)


async def test_who_leaves_nothing_behind_troubles_nobody() -> None:
    uow = await staffed()

    await imported(uow, await entry_of(uow, "E17", left_on=YESTERDAY))

    assert uow.outbox.told == []


async def test_the_last_day_still_counts_and_the_clock_ends_it_at_midnight() -> None:
    uow = await staffed()
    await busy(uow)

    await imported(uow, await entry_of(uow, "E11", left_on=date(2025, 3, 3)))

    assert (await by_no(uow, "E11")).grants != ()
    (timer,) = await uow.timers.running("employment_ended:")
    assert timer.due_at == datetime(2025, 3, 3, 16, tzinfo=UTC)
    uow.now = timer.due_at
    await end_employment_if_over(await uow.persons.get(timer.subject_id), uow=uow)
    assert (await by_no(uow, "E11")).grants == ()


async def test_who_stays_after_all_keeps_everything() -> None:
    uow = await staffed()

    await end_employment_if_over(await by_no(uow, "E11"), uow=uow)

    assert (await by_no(uow, "E11")).grants != ()
