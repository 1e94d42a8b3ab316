from dataclasses import replace

from core.actions.figures.confirm_responsibility import confirm_responsibility
from core.actions.figures.escalate_silence import escalate_silence
from core.actions.investigation.name_cause import name_cause
from core.model.case import Stage
from core.model.deadline_clock import Subject
from core.rules.figures.desk_rights import Said
from tests.clocks import running
from tests.fakes import FakeUnitOfWork
from tests.liability import confirmed, last_told, later, put, the_case, verbs, version, who


async def silence(uow: FakeUnitOfWork, employee_no: str = "E04", department: str = "仓储部") -> None:
    person = await who(uow, employee_no)
    duties = await uow.duties.where(kind="confirm_responsibility")
    asked = duties[-1]
    data = {"desk": department, "version": await version(uow)}
    await escalate_silence(replace(asked, owner_id=person.id, data=data), uow=uow)


async def test_silence_goes_up_to_the_next_superior_never_through() -> None:
    uow = await put()
    later(uow, hours=24)

    await silence(uow)

    assert (await the_case(uow)).stage is Stage.CONFIRMING
    assert verbs(last_told(uow, "E05", "responsibility_asked"))[:2] == ["confirm", "object"]
    asked = (await uow.duties.where(kind="confirm_responsibility"))[-1]
    assert asked.owner_id == (await who(uow, "E05")).id
    assert (await running(uow, Subject.DUTY, own=True))[-1].subject_id == asked.id


async def test_the_superior_may_confirm_then_and_approves_with_the_same_press() -> None:
    uow = await put()
    await silence(uow)

    said = await confirm_responsibility(1, await version(uow), 0, actor=await who(uow, "E05"), uow=uow)

    assert said is Said.DONE
    assert (await the_case(uow)).stage is Stage.DECIDED


async def test_whose_confirmation_is_the_approval_as_well_is_told_so() -> None:
    uow = await put()
    await silence(uow)

    assert last_told(uow, "E05", "responsibility_asked").data["also_approves"] is True
    assert last_told(uow, "E04", "responsibility_asked").data["also_approves"] is False


async def test_at_the_top_the_last_one_is_asked_again() -> None:
    uow = await put()
    await silence(uow)
    later(uow, hours=24)

    await silence(uow, "E05")

    row = uow.log.rows[-1]
    assert (row.act, row.facts["to"]) == ("silence_escalated", (await who(uow, "E05")).id)
    top = (await who(uow, "E05")).id
    assert len(await uow.duties.where(kind="confirm_responsibility", owner_id=top, done_at=None)) == 1


async def test_a_clock_that_rings_after_an_answer_does_nothing() -> None:
    uow = await confirmed()
    before = len(uow.log.rows)

    await silence(uow)
    await silence(uow, department="销售部")

    assert len(uow.log.rows) == before


async def test_a_clock_of_older_figures_does_nothing() -> None:
    uow = await put()
    (asked,) = await uow.duties.where(kind="confirm_responsibility")
    await name_cause(1, "轴封装反", actor=await who(uow, "E11"), uow=uow)
    before = len(uow.log.rows)

    await escalate_silence(asked, uow=uow)

    assert len(uow.log.rows) == before


async def test_a_desk_without_the_department_is_not_silent() -> None:
    uow = await put()
    before = len(uow.log.rows)

    await silence(uow, department="销售部")

    assert len(uow.log.rows) == before


async def test_a_duty_that_moved_to_a_leavers_manager_gives_them_the_say() -> None:
    uow = await put()
    (duty,) = await uow.duties.where(kind="confirm_responsibility")
    await uow.duties.put(replace(duty, owner_id=(await who(uow, "E05")).id))

    said = await confirm_responsibility(1, await version(uow), 0, actor=await who(uow, "E05"), uow=uow)

    assert said is Said.DONE
