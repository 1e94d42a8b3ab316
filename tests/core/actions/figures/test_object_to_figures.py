from dataclasses import replace

import pytest

from core.actions.figures.answer_objection import answer_objection
from core.actions.figures.confirm_responsibility import confirm_responsibility
from core.actions.figures.object_to_figures import object_to_figures
from core.actions.figures.put_figures import put_figures
from core.actions.investigation.add_loss import add_loss
from core.errors import NotAllowed, NotThisPerson, SomebodyWasFirst, WrongStage
from core.model.case import Stage
from core.model.decision import Act
from core.rules.figures.desk_rights import Said
from core.rules.figures.entitled import ANSWER
from tests.fakes import FakeUnitOfWork
from tests.liability import confirmed, last_told, put, the_case, verbs, version, who


async def object_(uow: FakeUnitOfWork, employee_no: str = "E04") -> Said:
    return await object_to_figures(
        1, await version(uow), 0, reason="偏高", actor=await who(uow, employee_no), uow=uow
    )


async def keep(uow: FakeUnitOfWork, employee_no: str = "E11", decision: int = 1) -> None:
    await answer_objection(
        1, await version(uow), decision, reason="已从轻", actor=await who(uow, employee_no), uow=uow
    )


async def test_an_objection_goes_to_the_investigator_with_its_reason() -> None:
    uow = await put()

    assert await object_(uow) is Said.DONE

    raised = last_told(uow, "E11", "objection_raised")
    assert (raised.data["reason"], verbs(raised)) == ("偏高", ["investigate", "keep"])
    (duty,) = await uow.duties.where(kind=ANSWER)
    assert duty.owner_id == (await who(uow, "E11")).id
    assert (await the_case(uow)).stage is Stage.CONFIRMING


async def test_an_objection_without_investigator_waits_for_one() -> None:
    uow = await put()
    await uow.cases.put(replace(await the_case(uow), owner_id=None))

    await object_(uow)

    (duty,) = await uow.duties.where(kind=ANSWER)
    assert duty.owner_id is None


async def test_a_partys_objection_is_their_statement() -> None:
    uow = await put()

    assert await object_(uow, "E03") is Said.AS_PARTY

    assert [one.text for one in await uow.statements.where(case_id=1)] == ["偏高"]
    assert await uow.decisions.where(case_id=1) == ()


async def test_strangers_do_not_object() -> None:
    uow = await put()

    with pytest.raises(NotThisPerson, match="desk_of_others"):
        await object_(uow, "E10")


async def test_a_desk_that_has_spoken_does_not_object_again() -> None:
    uow = await put()
    await object_(uow)

    with pytest.raises(NotAllowed, match="desk_has_spoken"):
        await object_(uow)


async def test_after_approval_has_opened_nobody_objects() -> None:
    uow = await confirmed()

    with pytest.raises(WrongStage):
        await object_(uow)


async def test_figures_kept_with_a_reason_count_as_answered_and_open_approval() -> None:
    uow = await put()
    await object_(uow)

    await keep(uow)

    answered = last_told(uow, "E04", "objection_answered")
    assert (answered.data["reason"], answered.data["objection"]) == ("已从轻", "偏高")
    assert (await the_case(uow)).stage is Stage.APPROVING
    assert verbs(last_told(uow, "E04", "responsibility_asked"))[0] == "confirm"


async def test_who_was_answered_may_still_confirm() -> None:
    uow = await put()
    await object_(uow)
    await keep(uow)

    said = await confirm_responsibility(1, await version(uow), 0, actor=await who(uow, "E04"), uow=uow)

    assert said is Said.DONE
    assert [one.act for one in await uow.decisions.where(case_id=1)] == [
        Act.OBJECTED,
        Act.KEPT,
        Act.CONFIRMED,
    ]
    assert (await the_case(uow)).stage is Stage.APPROVING


async def test_only_the_investigator_answers_and_once() -> None:
    uow = await put()
    await object_(uow)

    with pytest.raises(NotThisPerson):
        await keep(uow, "E04")
    with pytest.raises(SomebodyWasFirst, match="objection_answered"):
        await keep(uow, decision=99)


async def test_changed_figures_answer_the_objection_and_the_supervisor_is_asked_again() -> None:
    uow = await put()
    old = await version(uow)
    await object_(uow)
    owner = await who(uow, "E11")

    await add_loss(1, {"kind": "other", "amount": "60.00"}, actor=owner, uow=uow)
    await put_figures(1, actor=owner, uow=uow)

    acts = [(one.act, one.version) for one in await uow.decisions.where(case_id=1)]
    assert acts == [(Act.OBJECTED, old), (Act.CHANGED, old)]
    assert verbs(last_told(uow, "E04", "responsibility_asked"))[:2] == ["confirm", "object"]
