import pytest

from core.actions.case.find_case import find_case
from core.actions.draft.recent_cases import recent_cases
from core.errors import NoSuchThing
from core.model.duty import Duty
from core.model.party import Party
from tests.fakes import FakeUnitOfWork
from tests.make import NOW, by_no, staffed
from tests.make_intake import registered


async def named(uow: FakeUnitOfWork, case_id: int, employee_no: str) -> None:
    person = await by_no(uow, employee_no)
    await uow.parties.add(
        Party(
            case_id=case_id,
            person_id=person.id,
            role="direct",
            department=person.department,
            hearing_due_at=NOW,
            named_by=2,
            named_at=NOW,
        )
    )


@pytest.mark.parametrize("employee_no", ["E10", "E11", "E04", "E05", "E06", "E08", "E09"])
async def test_reporter_and_roles_of_the_site_may_open_a_case(employee_no: str) -> None:
    uow = await staffed()
    case = await registered(uow)

    assert await find_case(case.id, actor=await by_no(uow, employee_no), uow=uow) == case


@pytest.mark.parametrize("employee_no", ["E17", "E03", "E07"])
async def test_others_may_not(employee_no: str) -> None:
    uow = await staffed()
    case = await registered(uow)

    with pytest.raises(NoSuchThing):
        await find_case(case.id, actor=await by_no(uow, employee_no), uow=uow)


async def test_a_case_that_is_not_there_is_unknown() -> None:
    uow = await staffed()

    with pytest.raises(NoSuchThing):
        await find_case(9, actor=await by_no(uow, "E10"), uow=uow)


async def test_a_party_and_their_supervisor_may_open_the_case() -> None:
    uow = await staffed()
    case = await registered(uow)
    await named(uow, case.id, "E17")

    for employee_no in ("E17", "E03"):
        assert await find_case(case.id, actor=await by_no(uow, employee_no), uow=uow)
    with pytest.raises(NoSuchThing):
        await find_case(case.id, actor=await by_no(uow, "E01"), uow=uow)


async def test_who_has_a_task_in_a_case_may_open_it() -> None:
    uow = await staffed()
    case = await registered(uow)
    person = await by_no(uow, "E03")
    await uow.duties.add(Duty(case_id=case.id, kind="x", owner_id=person.id, opened_at=NOW))

    assert await find_case(case.id, actor=person, uow=uow)
    assert await recent_cases(person, uow=uow) == (case,)
