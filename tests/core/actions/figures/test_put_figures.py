from dataclasses import replace
from datetime import timedelta

import pytest

from core.actions.figures.put_figures import put_figures
from core.actions.investigation.choose_rate import choose_rate
from core.actions.investigation.drop_party import drop_party
from core.actions.investigation.explain_excess import explain_excess
from core.actions.investigation.name_party import name_party
from core.errors import AboveLoss, NotAllowed, WrongStage
from core.model.case import Stage
from core.rules.figures.entitled import CONFIRM
from tests.fakes import FakeUnitOfWork
from tests.liability import complete, last_told, loss_entered, named, put, the_case, verbs, version, who
from tests.make import NOW


async def again(uow: FakeUnitOfWork) -> None:
    await put_figures(1, actor=await who(uow, "E11"), uow=uow)


async def test_figures_are_kept_whole_under_the_cases_version() -> None:
    uow = await put()

    figures = await uow.figures.one(case_id=1, version=await version(uow))
    assert figures is not None
    assert len(figures.sha256) == 64
    assert figures.answer["status"] == "complete"
    assert (await the_case(uow)).stage is Stage.CONFIRMING
    assert uow.outbox.posted[-1][1].template == "case_posted"


async def test_each_department_is_asked_with_a_limit_and_a_party_sees_they_speak_for_themselves() -> None:
    uow = await put()

    asked = last_told(uow, "E04", "responsibility_asked")
    told = last_told(uow, "E03", "responsibility_asked")
    assert verbs(asked) == ["confirm", "object", "why", "evidence"]
    assert (asked.data["is_party"], told.data["is_party"]) == (False, True)
    assert asked.data["due_at"] == NOW + timedelta(hours=24)
    (duty,) = await uow.duties.where(kind=CONFIRM)
    assert duty.owner_id == (await who(uow, "E04")).id


async def test_what_is_open_stands_between_figures_and_departments() -> None:
    uow = await named()

    with pytest.raises(NotAllowed, match="figures_decision_pending") as refused:
        await again(uow)

    assert refused.value.data["count"] == 3


async def test_nobody_named_nothing_put() -> None:
    uow = await loss_entered()

    with pytest.raises(NotAllowed, match="nobody_named"):
        await again(uow)


async def test_figures_the_rulebook_refuses_are_not_put() -> None:
    uow = await complete()
    await uow.cases.put(replace(await the_case(uow), losses=({"kind": "ransom", "amount": "1.00"},)))

    with pytest.raises(NotAllowed, match="figures_faulty"):
        await again(uow)


async def test_figures_are_put_once() -> None:
    uow = await put()

    with pytest.raises(WrongStage):
        await again(uow)


async def above() -> FakeUnitOfWork:
    uow = await complete()
    for employee_no, rate in (("E17", "80"), ("E03", "20"), ("E01", "20")):
        person = await who(uow, employee_no)
        await choose_rate(1, person.id, rate, reason="重复", actor=await who(uow, "E11"), uow=uow)
    return uow


async def test_amounts_above_the_loss_block_until_scaled_down() -> None:
    uow = await above()

    with pytest.raises(AboveLoss) as refused:
        await again(uow)
    assert str(refused.value.data["over"]) == "292.00"

    for employee_no in ("E03", "E01"):
        person = await who(uow, employee_no)
        await choose_rate(1, person.id, "10", reason="下调", actor=await who(uow, "E11"), uow=uow)
    await again(uow)
    assert (await the_case(uow)).stage is Stage.CONFIRMING


async def test_amounts_above_the_loss_pass_with_a_recorded_reason() -> None:
    uow = await above()

    await explain_excess(1, "三人均有重大过失", actor=await who(uow, "E11"), uow=uow)
    await again(uow)

    assert (await the_case(uow)).stage is Stage.CONFIRMING


async def test_a_department_in_which_nobody_may_confirm_waits_and_the_admins_are_told() -> None:
    uow = await complete()
    for employee_no in ("E04", "E05"):
        person = await who(uow, employee_no)
        await uow.persons.put(replace(person, left_on=NOW.date() - timedelta(days=1)))

    await again(uow)

    assert uow.outbox.told_to("E07")[-1].template == "nobody_entitled"
    (duty,) = await uow.duties.where(kind=CONFIRM)
    assert duty.owner_id is None


async def test_a_case_with_only_an_informant_has_nobody_named() -> None:
    uow = await complete()
    for employee_no in ("E17", "E03", "E01"):
        await drop_party(1, (await who(uow, employee_no)).id, actor=await who(uow, "E11"), uow=uow)
    await name_party(1, (await who(uow, "E06")).id, "informant", actor=await who(uow, "E11"), uow=uow)

    with pytest.raises(NotAllowed, match="nobody_named"):
        await again(uow)
