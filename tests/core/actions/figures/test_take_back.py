from dataclasses import replace

import pytest

from core.actions.case.open_dossier import open_dossier
from core.actions.figures.answer_objection import answer_objection
from core.actions.figures.approve_figures import approve_figures
from core.actions.figures.confirm_responsibility import confirm_responsibility
from core.actions.figures.object_to_figures import object_to_figures
from core.actions.figures.put_figures import put_figures
from core.actions.figures.read_figures import standing_figures
from core.actions.figures.take_back import take_back
from core.actions.investigation.add_loss import add_loss
from core.actions.investigation.name_party import name_party
from core.actions.investigation.set_department import set_department
from core.actions.investigation.set_fact import set_fact
from core.errors import NotAllowed
from core.model.case import Stage
from core.model.decision import Act
from core.model.roles import Role
from core.rules.figures.desks import desks
from core.rules.figures.entitled import ANSWER, APPROVE
from tests.fakes import FakeUnitOfWork
from tests.liability import confirmed, investigated, last_told, put, the_case, verbs, version, who


async def back(uow: FakeUnitOfWork, employee_no: str) -> None:
    await take_back(1, await version(uow), actor=await who(uow, employee_no), uow=uow)


async def test_a_confirmation_taken_back_closes_approval_and_asks_again() -> None:
    uow = await confirmed()

    await back(uow, "E04")

    assert (await the_case(uow)).stage is Stage.CONFIRMING
    assert desks(await open_dossier(1, uow=uow)) == {"仓储部": None}
    assert verbs(last_told(uow, "E04", "responsibility_asked"))[:2] == ["confirm", "object"]
    assert [one for one in await uow.duties.where(kind=APPROVE) if one.done_at is None] == []
    (decision,) = await uow.decisions.where(case_id=1)
    assert decision.taken_back_at == uow.now


async def test_after_taking_back_the_desk_may_confirm_again() -> None:
    uow = await confirmed()
    await back(uow, "E04")

    await confirm_responsibility(1, await version(uow), 0, actor=await who(uow, "E04"), uow=uow)

    assert (await the_case(uow)).stage is Stage.APPROVING


async def test_an_objection_taken_back_needs_no_answer() -> None:
    uow = await put()
    await object_to_figures(1, await version(uow), 0, reason="偏高", actor=await who(uow, "E04"), uow=uow)

    await back(uow, "E04")

    assert [one for one in await uow.duties.where(kind=ANSWER) if one.done_at is None] == []
    assert (await the_case(uow)).stage is Stage.CONFIRMING


async def test_an_answered_objection_cannot_be_taken_back() -> None:
    uow = await put()
    await object_to_figures(1, await version(uow), 0, reason="偏高", actor=await who(uow, "E04"), uow=uow)
    await answer_objection(1, await version(uow), 1, reason="维持", actor=await who(uow, "E11"), uow=uow)

    with pytest.raises(NotAllowed, match="next_person_acted"):
        await back(uow, "E04")


async def test_who_said_nothing_has_nothing_to_take_back() -> None:
    uow = await confirmed()

    with pytest.raises(NotAllowed, match="nothing_to_take_back"):
        await back(uow, "E05")


async def test_a_decided_case_takes_nothing_back() -> None:
    uow = await confirmed()
    await approve_figures(1, await version(uow), 2, actor=await who(uow, "E05"), uow=uow)

    for employee_no in ("E04", "E05"):
        with pytest.raises(NotAllowed, match="nothing_to_take_back"):
            await back(uow, employee_no)


async def test_an_approval_before_the_last_can_be_taken_back_until_the_next_person_acts() -> None:
    uow = await two_steps()
    first = [one.step for one in (await standing_figures(1, await version(uow), uow=uow)).approvals][1]
    await approve_figures(1, await version(uow), first, actor=await who(uow, "E09"), uow=uow)
    assert last_told(uow, "E04", "approval_asked")

    with pytest.raises(NotAllowed, match="next_person_acted"):
        await back(uow, "E05")
    await back(uow, "E09")

    assert verbs(last_told(uow, "E09", "approval_asked"))[:2] == ["approve", "reject"]
    acts = [(one.act, one.taken_back_at is None) for one in await uow.decisions.where(case_id=1)]
    assert acts == [(Act.CONFIRMED, True), (Act.RECHECKED, False)]


async def test_a_confirmation_that_rechecked_as_well_is_taken_back_whole() -> None:
    posts = {"office": Role.DIRECTOR, "factory_director": Role.GENERAL_MANAGER}
    uow = await rechecked_first("E03", "仓储部", posts=posts)
    await confirm_responsibility(1, await version(uow), 0, actor=await who(uow, "E04"), uow=uow)
    assert last_told(uow, "E05", "approval_asked")

    await back(uow, "E04")

    acts = [(one.act, one.taken_back_at is None) for one in await uow.decisions.where(case_id=1)]
    assert acts == [(Act.CONFIRMED, False), (Act.RECHECKED, False)]
    assert (await the_case(uow)).stage is Stage.CONFIRMING


async def two_steps() -> FakeUnitOfWork:
    """何静 is named and 赵刚 has confirmed; the office is to recheck, then the factory director approves."""
    uow = await rechecked_first("E06", "财务部")
    await confirm_responsibility(1, await version(uow), 0, actor=await who(uow, "E05"), uow=uow)
    return uow


async def rechecked_first(employee_no: str, department: str, **changes: object) -> FakeUnitOfWork:
    """A case under `incident-compensation`, whose chain has a recheck before the approval, with its figures put."""
    uow = await investigated(**changes)
    owner = await who(uow, "E11")
    await uow.cases.put(replace(await the_case(uow), rulebook="incident-compensation"))
    await set_fact(1, "event", "claim", actor=owner, uow=uow)
    await set_fact(1, "fault", "single", actor=owner, uow=uow)
    await set_department(1, department, "main", actor=owner, uow=uow)
    await add_loss(1, {"kind": "material", "amount": "1000.00"}, actor=owner, uow=uow)
    await name_party(1, (await who(uow, employee_no)).id, "responsible", actor=owner, uow=uow)
    await put_figures(1, actor=owner, uow=uow)
    return uow
