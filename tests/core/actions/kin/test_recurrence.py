"""After a case is closed the bot looks for its fault coming back; people say whether it did, and nothing else opens it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from core.actions.case.close_case import close_case
from core.actions.case.reopen_closed_case import reopen_closed_case
from core.actions.corrective.check_effect import check_effect
from core.actions.corrective.fill_plan import add_why, sort_cause
from core.actions.corrective.read_corrective import open_corrective
from core.actions.investigation.name_cause import name_cause
from core.actions.kin.answer_recurrence import answer_recurrence, read_recurrence
from core.actions.kin.link_cases import link_cases
from core.actions.kin.watch_recurrence import WATCH, watch_rang
from core.errors import NoSuchThing, NotThisPerson, SomebodyWasFirst
from core.model.case import Outcome, Stage
from core.model.case_link import LinkKind
from core.model.corrective_action import ActionKind
from core.model.dossier import CAUSE
from core.model.duty import Duty
from core.rules.corrective.corrective_steps import steps_of
from tests.correcting import agreed, correcting, verified
from tests.fakes import FakeUnitOfWork
from tests.make import by_no, case, staffed

WHY = "没有防错工装"


async def closed(**changes: object) -> FakeUnitOfWork:
    """Case 1 with its cause corrected and closed, and six weeks gone by."""
    uow = await correcting(cause="轴封装反", stage=Stage.DECIDED, outcome=Outcome.NOBODY_CHARGED, **changes)
    quality = await by_no(uow, "E11")
    await add_why(1, WHY, actor=quality, uow=uow)
    await sort_cause(1, "method", actor=quality, uow=uow)
    await agreed(uow)
    await verified(uow)
    await check_effect(1, "三批零泄漏", actor=quality, uow=uow)
    for duty in await uow.duties.where(kind="rulebook_duty", done_at=None):
        await uow.duties.put(replace(duty, done_at=uow.now, done_by=quality.id))
    await close_case(1, actor=quality, uow=uow)
    uow.now += timedelta(weeks=6)
    return uow


async def complained_again(uow: FakeUnitOfWork, **changes: object) -> None:
    """Case 2 of the same pump, led by 郭平 (E12)."""
    stands = {
        "number": "250402",
        "stage": Stage.INVESTIGATING,
        "owner_id": (await by_no(uow, "E12")).id,
        "registered_at": uow.now,
        "order_no": "SO-30001",
        **changes,
    }
    await uow.cases.add(case(**stands))


async def named(uow: FakeUnitOfWork, cause: str = "轴封装反") -> None:
    await name_cause(2, cause, actor=await by_no(uow, "E12"), uow=uow)


async def question(uow: FakeUnitOfWork) -> Duty | None:
    return await uow.duties.one(kind="recurrence")


async def the_question(uow: FakeUnitOfWork) -> Duty:
    found = await question(uow)
    assert found is not None
    return found


async def asked() -> FakeUnitOfWork:
    uow = await closed()
    await complained_again(uow)
    await named(uow)
    return uow


async def test_the_same_product_and_cause_is_put_before_who_led_the_case_and_quality() -> None:
    uow = await asked()

    duty = await question(uow)
    assert duty is not None
    assert (duty.case_id, duty.owner_id, duty.data["later"]) == (1, (await by_no(uow, "E11")).id, 2)
    for number in ("E11", "E12"):
        assert any(one.template == "recurrence_asked" for one in uow.outbox.told_to(number))
    assert (await uow.cases.get(1)).stage is Stage.CLOSED
    assert await uow.case_links.where() == ()


async def test_a_cause_that_was_sorted_anew_is_known_again_by_what_it_was_taken_for_at_first() -> None:
    uow = await closed(rulebook="logistics-liability", facts={CAUSE: "negligence"})
    await complained_again(uow)

    await named(uow, "又装反了")
    assert await question(uow) is None
    await sort_cause(2, "people", actor=await by_no(uow, "E12"), uow=uow)

    assert await question(uow) is not None


async def test_it_is_asked_once_for_each_pair() -> None:
    uow = await asked()

    await named(uow)

    assert len(await uow.duties.where(kind="recurrence")) == 1


async def test_where_it_is_asked_whether_the_fault_came_back_the_two_are_not_offered_as_look_alikes_too() -> (
    None
):
    uow = await asked()

    assert "kin_shown" not in {one.template for one in uow.outbox.told_to("E12")}


async def test_another_case_that_looks_alike_is_offered_without_the_one_that_is_asked_about() -> None:
    uow = await closed()
    await uow.cases.add(case(number="250403", cause="轴封装反", registered_at=uow.now, order_no="SO-30002"))
    await uow.cases.add(
        case(
            number="250402",
            stage=Stage.INVESTIGATING,
            owner_id=(await by_no(uow, "E12")).id,
            registered_at=uow.now,
            order_no="SO-30001",
        )
    )

    await name_cause(3, "轴封装反", actor=await by_no(uow, "E12"), uow=uow)

    offered = next(one for one in uow.outbox.told_to("E12") if one.template == "kin_shown")
    assert [one["number"] for one in offered.data["alike"]] == ["250403"]  # type: ignore[attr-defined]


async def test_causes_of_one_class_are_alike_whatever_their_words() -> None:
    uow = await closed()
    await complained_again(uow)
    await named(uow, "压装方向错误")
    assert await question(uow) is None

    await sort_cause(2, "method", actor=await by_no(uow, "E12"), uow=uow)

    assert await question(uow) is not None


async def test_codes_of_one_rulebook_are_alike_and_those_of_two_are_not() -> None:
    for rulebook, is_asked in (("logistics-liability", True), ("four-level-reporting", False)):
        uow = await closed(facts={"cause": "negligence"})
        await complained_again(uow, facts={"cause": "negligence"}, rulebook=rulebook)
        await uow.cases.put(replace(await uow.cases.get(2), cause="没拧紧"))
        await sort_cause(2, "machine", actor=await by_no(uow, "E12"), uow=uow)

        assert (await question(uow) is not None) is is_asked


@pytest.mark.parametrize(
    "other",
    [
        {"product": "风机", "part_no": "F-100"},
        {"product": "", "part_no": ""},
    ],
)
async def test_another_product_is_not_asked_about(other: dict[str, str]) -> None:
    uow = await closed()
    await complained_again(uow, **other)

    await named(uow)

    assert await question(uow) is None


async def test_the_part_number_alone_tells_the_product() -> None:
    uow = await closed()
    await complained_again(uow, product="")

    await named(uow)

    assert await question(uow) is not None


async def test_on_the_last_day_of_the_window_it_is_asked_and_a_day_later_not() -> None:
    for weeks, is_asked in ((90, True), (91, False)):
        uow = await closed()
        uow.now += timedelta(days=weeks, weeks=-6)
        await complained_again(uow)
        await named(uow)

        assert (await question(uow) is not None) is is_asked


async def test_a_case_that_was_refused_does_not_come_back() -> None:
    uow = await closed()
    await uow.cases.put(replace(await uow.cases.get(1), outcome=Outcome.UNJUSTIFIED))
    await complained_again(uow)

    await named(uow)

    assert await question(uow) is None


async def test_it_came_back_the_case_is_open_again_in_a_new_round_and_both_are_linked() -> None:
    uow = await asked()
    duty = await the_question(uow)

    await answer_recurrence(duty.id, came_back=True, actor=await by_no(uow, "E11"), uow=uow)

    earlier = await uow.cases.get(1)
    assert earlier.stage is Stage.DECIDED
    assert "closed" not in earlier.events
    link = (await uow.case_links.where())[0]
    assert (link.case_id, link.other_id, link.kind) == (2, 1, LinkKind.RECURRENCE)
    file = await open_corrective(1, uow=uow)
    assert file.plan.round == 2
    assert file.actions(ActionKind.CORRECTIVE) == ()
    missing = [state.number for state in steps_of(file) if not state.is_there]
    assert missing == [3, 4, 5, 6, 7, 8]
    assert [one.whys for one in await uow.corrective_plans.where(case_id=1)] == [(WHY,), ()]
    assert uow.outbox.told_to("E12")[-1].template == "recurrence_answered"


async def test_in_the_new_round_it_is_asked_why_anew() -> None:
    uow = await asked()
    quality = await by_no(uow, "E11")
    await answer_recurrence((await the_question(uow)).id, came_back=True, actor=quality, uow=uow)
    await add_why(1, "工装没有点检", actor=quality, uow=uow)
    await sort_cause(1, "method", actor=quality, uow=uow)
    await agreed(uow, what="工装每班点检")

    there = [state.number for state in steps_of(await open_corrective(1, uow=uow)) if state.is_there]

    assert there == [1, 2, 4, 5]


async def test_unrelated_nothing_opens_and_it_is_not_asked_again() -> None:
    uow = await asked()
    duty = await the_question(uow)

    await answer_recurrence(duty.id, came_back=False, actor=await by_no(uow, "E12"), uow=uow)
    await named(uow)

    assert (await uow.cases.get(1)).stage is Stage.CLOSED
    assert (await uow.case_links.where())[0].kind is LinkKind.UNRELATED
    assert len(await uow.duties.where(kind="recurrence")) == 1
    assert uow.outbox.told_to("E11")[-1].template == "recurrence_answered"


async def test_where_the_two_were_said_to_be_unrelated_already_nothing_is_asked() -> None:
    uow = await asked()
    duty = await the_question(uow)
    await answer_recurrence(duty.id, came_back=False, actor=await by_no(uow, "E12"), uow=uow)
    await uow.duties.remove(duty.id)

    await named(uow)

    assert await question(uow) is None


async def test_it_is_answered_once_by_those_entitled() -> None:
    uow = await asked()
    duty = await the_question(uow)
    with pytest.raises(NotThisPerson, match="corrected_by_quality"):
        await answer_recurrence(duty.id, came_back=True, actor=await by_no(uow, "E10"), uow=uow)
    await answer_recurrence(duty.id, came_back=True, actor=await by_no(uow, "E11"), uow=uow)

    with pytest.raises(SomebodyWasFirst, match="recurrence_answered"):
        await answer_recurrence(duty.id, came_back=False, actor=await by_no(uow, "E12"), uow=uow)


async def test_no_such_question_is_no_such_thing() -> None:
    uow = await closed()
    for duty_id in (1, 99):
        with pytest.raises(NoSuchThing):
            await read_recurrence(duty_id, actor=await by_no(uow, "E11"), uow=uow)


async def test_the_later_rulebook_learns_of_it_where_it_asks() -> None:
    uow = await closed(rulebook="complaint-and-feedback")
    await complained_again(uow, rulebook="complaint-and-feedback")
    await named(uow)
    duty = await the_question(uow)

    await answer_recurrence(duty.id, came_back=True, actor=await by_no(uow, "E11"), uow=uow)

    assert (await uow.cases.get(2)).facts["same_problem_again"] is True
    labels = [one.label.en for one in await uow.duties.where(case_id=2, rule="deeper_investigation")]
    assert labels == ["The same problem again: investigate deeper and rectify anew"]


async def test_once_the_later_figures_are_decided_they_stay() -> None:
    uow = await closed(rulebook="complaint-and-feedback")
    await complained_again(uow, rulebook="complaint-and-feedback")
    await named(uow)
    await uow.cases.put(replace(await uow.cases.get(2), stage=Stage.DECIDED))

    await answer_recurrence(
        (await the_question(uow)).id,
        came_back=True,
        actor=await by_no(uow, "E11"),
        uow=uow,
    )

    assert "same_problem_again" not in (await uow.cases.get(2)).facts


async def test_a_case_without_a_plan_begins_one_when_its_fault_comes_back() -> None:
    uow = await correcting(cause="轴封装反", stage=Stage.DECIDED, outcome=Outcome.NOBODY_CHARGED)
    await close_case(1, actor=await by_no(uow, "E11"), uow=uow)
    assert await uow.timers.running(WATCH) == ()
    await complained_again(uow)
    await named(uow)
    duty = await the_question(uow)

    await answer_recurrence(duty.id, came_back=True, actor=await by_no(uow, "E11"), uow=uow)

    assert [one.round for one in await uow.corrective_plans.where(case_id=1)] == [1, 2]


async def test_when_nothing_came_back_the_end_of_the_watch_is_told() -> None:
    uow = await closed()
    timer = (await uow.timers.running(WATCH))[0]
    uow.now = timer.due_at

    await watch_rang(timer, uow)

    assert uow.outbox.told_to("E11")[-1].template == "watch_ended"
    assert "watch_ended" in uow.log.acts()


async def test_the_watch_of_a_case_that_is_open_again_ends_in_silence() -> None:
    uow = await asked()
    timer = (await uow.timers.running(WATCH))[0]
    duty = await the_question(uow)
    await answer_recurrence(duty.id, came_back=True, actor=await by_no(uow, "E11"), uow=uow)

    await watch_rang(timer, uow)

    assert "watch_ended" not in uow.log.acts()


async def test_the_watch_of_a_case_that_nobody_leads_any_more_ends_in_silence() -> None:
    uow = await closed()
    await uow.cases.put(replace(await uow.cases.get(1), owner_id=None))

    await watch_rang((await uow.timers.running(WATCH))[0], uow)

    assert uow.log.acts()[-1] == "watch_ended"


async def test_what_is_open_is_not_opened_again() -> None:
    uow = await correcting()
    case_of_today = await uow.cases.get(1)

    assert await reopen_closed_case(case_of_today, actor=await by_no(uow, "E11"), uow=uow) is case_of_today


async def test_who_says_that_a_closed_case_has_come_back_puts_the_question() -> None:
    uow = await closed()
    await complained_again(uow)
    later, earlier = await uow.cases.get(2), await uow.cases.get(1)

    await link_cases(later, earlier, LinkKind.RECURRENCE, actor=await by_no(uow, "E12"), uow=uow)
    duty = await the_question(uow)
    await answer_recurrence(duty.id, came_back=True, actor=await by_no(uow, "E11"), uow=uow)

    assert len(await uow.case_links.where()) == 1
    assert (await open_corrective(1, uow=uow)).plan.round == 2


async def test_of_a_case_that_is_still_open_nothing_is_asked() -> None:
    uow = await correcting()
    await complained_again(uow)
    later, earlier = await uow.cases.get(2), await uow.cases.get(1)

    await link_cases(later, earlier, LinkKind.RECURRENCE, actor=await by_no(uow, "E12"), uow=uow)

    assert await question(uow) is None


async def test_what_was_refused_stands_refused_again_and_not_decided() -> None:
    uow = await staffed()
    refused = await uow.cases.add(case(stage=Stage.CLOSED, outcome=Outcome.UNJUSTIFIED))

    opened = await reopen_closed_case(refused, actor=await by_no(uow, "E11"), uow=uow)

    assert opened.stage is Stage.REFUSED
