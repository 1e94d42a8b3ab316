"""What the plan for correcting a cause says stands in the forms of the rulebook that ask for it."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from core.actions.case.open_dossier import open_dossier
from core.actions.corrective.check_effect import check_effect
from core.actions.corrective.fill_plan import add_why, say_lessons, sort_cause
from core.actions.corrective.plan_of import plan_of
from core.actions.corrective.read_corrective import open_corrective
from core.actions.duty.fill_duty import fill_duty
from core.actions.duty.open_rulebook_duties import open_rulebook_duties
from core.model.corrective_action import ActionKind
from core.model.duty import Duty
from core.rules.corrective.corrective_steps import StepState, steps_of
from core.rules.corrective.plan_said import plan_said
from tests.correcting import FIT_TEST, agreed, correcting, verified
from tests.fakes import FakeUnitOfWork
from tests.make import by_no


async def under_four_gates(**changes: Any) -> FakeUnitOfWork:
    """The case under a rulebook with duties for cause, actions, effect and prevention."""
    uow = await correcting(rulebook="complaint-corrective-actions", **changes)
    await open_rulebook_duties(1, uow=uow)
    return uow


async def answers(uow: FakeUnitOfWork, rule: str) -> dict[str, object]:
    duty = await uow.duties.one(rule=rule)
    assert duty is not None
    return dict(duty.answers)


async def step(uow: FakeUnitOfWork, number: int) -> StepState:
    return steps_of(await open_corrective(1, uow=uow))[number - 1]


async def test_a_plan_without_anything_says_who_leads_and_what_the_case_says() -> None:
    uow = await correcting(cause="轴封装反", containment="隔离", reporter_id=2)

    said = plan_said(await plan_of(await open_dossier(1, uow=uow), uow=uow))

    assert said == {
        "team": "陈洁",
        "cause": "轴封装反",
        "containment": "隔离",
        "corrective": "",
        "preventive": "",
        "effect": "",
        "lessons": "",
    }


async def test_what_is_said_in_the_plan_stands_in_the_forms_at_once() -> None:
    uow = await under_four_gates(cause="轴封装反")
    quality = await by_no(uow, "E11")
    assert await answers(uow, "cause_analysis") == {"cause": "轴封装反"}

    await add_why(1, "没有防错工装", actor=quality, uow=uow)
    await agreed(uow)
    await agreed(uow, kind=ActionKind.PREVENTIVE, what="同类产品也改")
    await verified(uow)
    await check_effect(1, "三批零泄漏", actor=quality, uow=uow)
    await say_lessons(1, "先防错", actor=quality, uow=uow)

    assert await answers(uow, "cause_analysis") == {"cause": "没有防错工装"}
    assert await answers(uow, "corrective_plan") == {"measure": f"{FIT_TEST} (李强)"}
    assert await answers(uow, "preventive_measure") == {"measure": "同类产品也改 (李强)"}
    assert await answers(uow, "effect_verification") == {"basis": "三批零泄漏"}


async def test_what_somebody_wrote_in_a_form_is_not_written_over() -> None:
    uow = await under_four_gates(cause="轴封装反")
    quality = await by_no(uow, "E11")
    duty = await uow.duties.one(rule="cause_analysis")
    assert duty is not None
    await fill_duty(duty.id, duty.version, 3, "密封圈装反", actor=quality, uow=uow)

    await add_why(1, "没有防错工装", actor=quality, uow=uow)

    assert (await answers(uow, "cause_analysis"))["cause"] == "密封圈装反"


async def test_a_step_waits_for_the_duties_of_the_rulebook_that_belong_to_it() -> None:
    uow = await under_four_gates(cause="轴封装反")
    await sort_cause(1, "method", actor=await by_no(uow, "E11"), uow=uow)
    state = await step(uow, 4)
    assert [duty.rule for duty in state.demanded] == ["cause_analysis"]
    assert not state.is_there

    await uow.duties.put(_done(state))

    assert (await step(uow, 4)).is_there


async def test_a_step_that_the_rulebook_has_seen_to_is_there_without_the_plan() -> None:
    uow = await under_four_gates()
    state = await step(uow, 7)
    assert not state.is_there

    await uow.duties.put(_done(state))

    assert (await step(uow, 7)).is_there


async def test_of_a_fault_that_came_back_what_was_seen_to_before_is_not_enough() -> None:
    uow = await under_four_gates()
    done = await uow.duties.put(_done(await step(uow, 7)))
    plan = (await open_corrective(1, uow=uow)).plan
    begun = done.opened_at + timedelta(days=45)
    await uow.corrective_plans.add(replace(plan, round=2, opened_at=begun))
    assert not (await step(uow, 7)).is_there

    await uow.duties.put(replace(done, done_at=begun))

    assert (await step(uow, 7)).is_there


def _done(state: StepState) -> Duty:
    duty = state.demanded[0]
    return replace(duty, done_at=duty.opened_at, done_by=2)
