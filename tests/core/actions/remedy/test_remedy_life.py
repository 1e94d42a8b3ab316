"""A plan is argued over, agreed, carried out, asked after; what that does to duties and to closing."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from core.actions.case.close_case import close_case
from core.actions.case.read_closing import read_closing
from core.actions.duty.fill_duty import fill_duty
from core.actions.duty.finish_duty import finish_duty
from core.actions.duty.open_rulebook_duties import open_rulebook_duties
from core.actions.remedy.agree_remedy import ASK_CUSTOMER
from core.actions.remedy.carry_out import add_proof, carry_out
from core.actions.remedy.choose_customer_language import choose_customer_language
from core.actions.remedy.move_dispute import move_dispute
from core.actions.remedy.note_interim import note_interim
from core.actions.remedy.read_remedy import language_of
from core.actions.remedy.survey_customer import answer_survey, survey_rang
from core.actions.remedy.take_down_round import end_round, take_down
from core.errors import NoSuchThing, NotAllowed, NotThisPerson, SomebodyWasFirst, WrongStage
from core.model.case import Outcome, Stage
from core.model.evidence import Holder
from core.model.money import Money
from core.model.negotiation import Contentment, RoundOutcome
from core.model.remedy import Dispute, InterimKind, RemedyState
from core.model.remembered import Remembered
from core.rules.remedy.undertaking_duty import CARRY_OUT
from tests.demanding import open_rules, the_duty
from tests.fakes import FakeUnitOfWork, ShippedRulebooks
from tests.make import NOW, by_no
from tests.remedies import (
    SIGNERS,
    adjusted,
    agreed,
    answered,
    asked,
    decide,
    done,
    piece,
    planned,
    put,
    said,
    signed,
    the_plan,
    with_customer,
)


async def rings(uow: FakeUnitOfWork) -> bool:
    """The clock of the survey that runs rings; False if none does."""
    running = await uow.timers.running("survey_reminder")
    for timer in running:
        uow.now = timer.due_at
        uow.timers.by_key[timer.key] = replace(timer, rung_at=timer.due_at)
        await survey_rang(timer, uow)
    return bool(running)


async def test_each_round_keeps_what_was_offered_and_what_the_customer_said() -> None:
    uow = await with_customer()
    await planned(uow)
    await put(uow)
    await signed(uow, *SIGNERS)
    with pytest.raises(NotAllowed, match="round_without_words"):
        await end_round(1, 4, RoundOutcome.AGREED, actor=await by_no(uow, "E10"), uow=uow)

    first = await said(uow, "太慢，我要换货", RoundOutcome.REFUSED)
    assert (await uow.cases.get(1)).replied_at == NOW
    assert first.remedy.dispute is Dispute.NEGOTIATION
    await said(uow, "让我想想", RoundOutcome.WAITING)
    await said(uow, "还是不行", RoundOutcome.REFUSED)
    file = await said(uow, "那就修吧", RoundOutcome.AGREED)

    assert [one.said for one in file.rounds] == ["太慢，我要换货", "让我想想", "还是不行", "那就修吧"]
    assert file.rounds[0].offer[0].what == "更换 8 台轴封"
    assert (file.remedy.state, file.remedy.dispute) == (RemedyState.AGREED, Dispute.SETTLED)
    kept = await uow.evidence.where(holder=Holder.ROUND)
    assert [one.holder_id for one in kept] == [1, 2, 3, 4]
    heard = [row for row in uow.log.rows if row.act == "customer_heard"]
    assert [row.facts for row in heard] == [{"round": one.holder_id, "evidence": one.id} for one in kept]
    assert heard[0].words == {"said": "太慢，我要换货"}
    with pytest.raises(SomebodyWasFirst, match="round_without_words"):
        await end_round(1, 4, RoundOutcome.WAITING, actor=await by_no(uow, "E10"), uow=uow)


async def test_who_leads_the_case_is_told_what_the_customer_said_to_somebody_else() -> None:
    uow = await with_customer()
    await planned(uow)
    await put(uow)
    await signed(uow, *SIGNERS)
    sales_before = len(uow.outbox.told_to("E10"))

    for words, outcome in (
        ("太慢", RoundOutcome.REFUSED),
        ("再想想", RoundOutcome.WAITING),
        ("好", RoundOutcome.AGREED),
    ):
        await said(uow, words, outcome)

    news = [one.data for one in uow.outbox.told_to("E11") if one.template == "remedy_told"]
    assert [(one["what"], one["said"]) for one in news[-2:]] == [
        ("customer_refused", "太慢"),
        ("customer_agreed", "好"),
    ]
    assert len(uow.outbox.told_to("E10")) == sales_before


async def test_who_leads_the_case_is_told_that_the_customer_is_satisfied() -> None:
    uow = await with_customer()
    await done(uow)
    await asked(uow)

    await answered(uow, Contentment.SATISFIED)

    assert uow.outbox.told_to("E11")[-1].data["what"] == "customer_satisfied"
    assert uow.outbox.told_to("E10")[-1].data.get("what") != "customer_satisfied"


async def test_what_was_said_of_an_earlier_plan_is_no_answer_to_a_changed_one() -> None:
    uow = await with_customer()
    file = await planned(uow)
    sales = await by_no(uow, "E10")
    await take_down(1, file.remedy.version, piece("这样可以"), actor=sales, uow=uow)
    await planned(uow, "apology", 0)
    await put(uow)
    version = (await signed(uow, *SIGNERS)).remedy.version

    with pytest.raises(SomebodyWasFirst, match="round_without_words"):
        await end_round(1, version, RoundOutcome.AGREED, actor=sales, uow=uow)
    file = await said(uow, "这样也可以", RoundOutcome.AGREED)

    assert [(one.said, one.outcome) for one in file.rounds] == [
        ("这样可以", RoundOutcome.WAITING),
        ("这样也可以", RoundOutcome.AGREED),
    ]


async def test_agreeing_gives_each_part_to_who_sees_to_it_until_the_end_of_its_day() -> None:
    uow = await with_customer()

    await agreed(uow)

    duty = (await uow.duties.where(kind=CARRY_OUT))[0]
    assert duty.owner_id == (await by_no(uow, "E11")).id
    assert duty.due_at == datetime(2025, 3, 6, 16, tzinfo=UTC)
    assert uow.outbox.told_to("E11")[-1].template == "undertaking_given"


async def test_what_is_carried_out_has_evidence_and_costs_what_was_agreed() -> None:
    uow = await with_customer()
    file = await agreed(uow)
    version, quality = file.remedy.version, await by_no(uow, "E11")
    with pytest.raises(NotAllowed, match="undertaking_without_proof"):
        await carry_out(1, version, 1, Money(80000), actor=quality, uow=uow)
    await add_proof(1, version, 1, piece("序列号 A1"), actor=await by_no(uow, "E06"), uow=uow)
    with pytest.raises(NotAllowed, match="spent_otherwise"):
        await carry_out(1, version, 1, Money(90000), actor=quality, uow=uow)
    with pytest.raises(NotThisPerson, match="undertaking_of_others"):
        await carry_out(1, version, 1, Money(80000), actor=await by_no(uow, "E17"), uow=uow)

    file = await carry_out(1, version, 1, Money(80000), actor=quality, uow=uow)

    assert file.remedy.state is RemedyState.CARRIED_OUT
    assert [duty.owner_id for duty in await uow.duties.where(kind=ASK_CUSTOMER)] == [file.case.reporter_id]
    assert uow.outbox.told_to("E10")[-1].data["what"] == "remedy_carried_out"
    with pytest.raises(WrongStage):
        await carry_out(1, version, 1, Money(80000), actor=quality, uow=uow)


async def test_of_two_parts_one_done_leaves_the_other_outstanding() -> None:
    uow = await with_customer()
    await planned(uow, "apology", 0)
    file = await agreed(uow)
    version, quality = file.remedy.version, await by_no(uow, "E11")
    await add_proof(1, version, 1, piece("道歉信"), actor=quality, uow=uow)

    file = await carry_out(1, version, 1, Money(0), actor=quality, uow=uow)

    assert [one.id for one in file.outstanding()] == [2]
    assert file.remedy.state is RemedyState.AGREED
    with pytest.raises(SomebodyWasFirst, match="undertaking_done"):
        await add_proof(1, version, 1, piece("又一封"), actor=quality, uow=uow)


async def test_who_got_the_task_of_somebody_else_may_carry_it_out() -> None:
    uow = await with_customer()
    file = await agreed(uow)
    driver = await by_no(uow, "E17")
    duty = (await uow.duties.where(kind=CARRY_OUT))[0]
    await uow.duties.put(replace(duty, owner_id=driver.id))

    file, one = await add_proof(1, file.remedy.version, 1, piece("照片"), actor=driver, uow=uow)

    assert one.done_at is None
    await uow.undertakings.put(replace(one, owner_id=99))
    await adjusted(uow)
    await put(uow)
    await signed(uow, *SIGNERS)
    await said(uow, "好", RoundOutcome.AGREED)
    assert len(await uow.duties.where(kind=CARRY_OUT, done_at=None)) == 1


async def test_agreeing_again_to_what_is_all_done_carries_out_nothing_more() -> None:
    uow = await with_customer()
    await done(uow)
    await adjusted(uow)
    await put(uow)
    await signed(uow, *SIGNERS)

    file = await said(uow, "可以", RoundOutcome.AGREED)

    assert file.remedy.state is RemedyState.CARRIED_OUT


async def test_duties_are_done_by_the_steps_that_meet_them_with_their_forms_filled() -> None:
    uow = await with_customer()
    quality = await by_no(uow, "E11")
    await note_interim(1, InterimKind.INTERIM, "先借 2 台泵", "昨天 9:05", actor=quality, uow=uow)
    assert (await the_duty(uow, "contain")).answers["what"] == "先借 2 台泵"
    await agreed(uow)
    talks = await the_duty(uow, "talks")
    assert talks.answers == {
        "rounds": 1,
        "said": "同意",
        "agreed_on": "2025-03-03",
        "agreed": "更换 8 台轴封",
    }
    assert (talks.done_by, (await by_no(uow, "E10")).id) == (1, 1)
    file = await the_plan(uow)
    await add_proof(1, file.remedy.version, 1, piece("记录"), actor=quality, uow=uow)
    await carry_out(1, file.remedy.version, 1, Money(80000), actor=quality, uow=uow)

    await decide(uow)

    assert (await the_duty(uow, "pay")).answers == {"paid": "800.00", "in_time": True}
    assert await open_rules(uow) >= {"content", "own_form"}


async def test_a_duty_that_a_plan_carries_out_is_not_done_by_hand_beside_it() -> None:
    uow = await with_customer()
    quality = await by_no(uow, "E11")
    for rule, text in (("contain", "现在"), ("own_form", "好")):
        duty = await the_duty(uow, rule)
        await fill_duty(duty.id, 1, 0, text, actor=quality, uow=uow)
    contain, own = await the_duty(uow, "contain"), await the_duty(uow, "own_form")
    await fill_duty(contain.id, 2, 1, "now", actor=quality, uow=uow)
    await planned(uow)

    with pytest.raises(NotAllowed, match="duty_by_remedy"):
        await finish_duty(contain.id, 3, actor=quality, uow=uow)
    assert (await finish_duty(own.id, 2, actor=quality, uow=uow)).duty.done_at == uow.now


async def test_a_case_without_a_plan_fills_in_its_forms_by_hand() -> None:
    uow = await with_customer()
    quality = await by_no(uow, "E11")
    contain = await the_duty(uow, "contain")
    await fill_duty(contain.id, 1, 0, "先借泵", actor=quality, uow=uow)
    await fill_duty(contain.id, 2, 1, "now", actor=quality, uow=uow)

    await finish_duty(contain.id, 3, actor=quality, uow=uow)

    assert (await the_duty(uow, "contain")).done_at == uow.now


async def test_the_first_containment_stands_on_the_case_and_later_ones_do_not_replace_it() -> None:
    uow = await with_customer()
    sales = await by_no(uow, "E10")
    await note_interim(1, InterimKind.CONTAINMENT, "停发", "", actor=sales, uow=uow)

    file = await note_interim(1, InterimKind.CONTAINMENT, "拦回在途", "", actor=sales, uow=uow)

    assert file.case.containment == "停发"
    assert [one.at for one in file.remedy.interims] == [NOW, NOW]
    with pytest.raises(NotAllowed, match="time_in_future"):
        await note_interim(1, InterimKind.INTERIM, "借泵", "23:59", actor=sales, uow=uow)


async def test_a_dispute_climbs_as_it_must_and_mediation_only_before_the_amount_is_agreed() -> None:
    uow = await with_customer()
    sales = await by_no(uow, "E10")
    for wrong in ("none", "war", "settled"):
        with pytest.raises(NoSuchThing):
            await move_dispute(1, 1, wrong, actor=sales, uow=uow)
    file = await move_dispute(1, 1, "litigation", actor=sales, uow=uow)
    assert file.remedy.dispute_since == NOW
    with pytest.raises(NoSuchThing):
        await move_dispute(1, 1, "litigation", actor=sales, uow=uow)
    assert (await move_dispute(1, 1, "mediation", actor=sales, uow=uow)).remedy.dispute is Dispute.MEDIATION
    assert (await move_dispute(1, 1, "settled", actor=sales, uow=uow)).remedy.dispute is Dispute.SETTLED
    version = (await agreed(uow)).remedy.version

    with pytest.raises(NotAllowed, match="mediation_too_late"):
        await move_dispute(1, version, "mediation", actor=sales, uow=uow)


async def test_the_customer_is_asked_after_all_is_done_and_once_at_a_time() -> None:
    uow = await with_customer()
    await planned(uow)
    with pytest.raises(NotAllowed, match="asked_before_done"):
        await asked(uow)
    free = await with_customer()
    await done(free)

    await asked(free)

    with pytest.raises(SomebodyWasFirst, match="customer_asked"):
        await asked(free)
    assert await free.duties.where(kind=ASK_CUSTOMER, done_at=None) == ()


async def test_silence_is_reminded_of_and_then_written_down_as_silence() -> None:
    uow = await with_customer()
    await done(uow)
    await asked(uow)
    start = uow.now

    while await rings(uow):
        pass

    reminded = [one for one in uow.outbox.told_to("E10") if one.template == "customer_silent"]
    assert [one.data["reminders"] for one in reminded] == [1, 2, 3]
    survey = (await the_plan(uow)).survey
    assert survey
    assert (survey.answer, survey.answered_at) == (Contentment.NO_ANSWER, start + timedelta(days=8))
    assert uow.outbox.told_to("E11")[-1].data["what"] == "customer_silent"
    await decide(uow)
    assert "content" in await open_rules(uow)


async def test_an_answer_stops_the_reminders_and_meets_the_gate() -> None:
    uow = await with_customer()
    await done(uow)
    await decide(uow)
    await asked(uow)

    await answered(uow, Contentment.SATISFIED)

    assert not await rings(uow)
    assert "content" not in await open_rules(uow)
    survey = (await the_plan(uow)).survey
    assert survey
    timer = next(iter(uow.timers.by_key.values()))
    await survey_rang(timer, uow)
    assert uow.outbox.told_to("E10")[-1].template != "customer_silent"


async def test_who_is_not_satisfied_says_why_and_the_plan_is_open_again() -> None:
    uow = await with_customer()
    await done(uow)
    await decide(uow)
    with pytest.raises(NotAllowed, match="dissatisfied_why"):
        await answered(uow, Contentment.DISSATISFIED)

    file = await answered(uow, Contentment.DISSATISFIED, "还在漏")

    assert (file.remedy.state, file.remedy.dispute) == (RemedyState.CARRIED_OUT, Dispute.NEGOTIATION)
    assert file.case.facts["objects"] is True
    assert "objection" in await open_rules(uow)
    gaps = {gap.kind for gap in (await read_closing(1, uow=uow)).gaps}
    assert gaps == {"gate", "dispute"}
    assert "content" in await open_rules(uow)
    file = await answered(uow, Contentment.DISSATISFIED, "仍然在漏")
    assert (file.remedy.dispute, len(file.surveys)) == (Dispute.NEGOTIATION, 2)
    file = await answered(uow, Contentment.SATISFIED)
    assert file.remedy.dispute is Dispute.SETTLED


async def test_a_gate_that_a_customer_had_met_is_shut_again_once_they_are_not_content() -> None:
    uow = await with_customer()
    quality = await by_no(uow, "E11")
    own = await the_duty(uow, "own_form")
    await fill_duty(own.id, 1, 0, "好", actor=quality, uow=uow)
    await finish_duty(own.id, 2, actor=quality, uow=uow)
    await done(uow)
    await decide(uow)
    await asked(uow)
    await answered(uow, Contentment.SATISFIED)
    assert await open_rules(uow) == {"contain"}

    await answered(uow, Contentment.DISSATISFIED, "又漏了")
    await move_dispute(1, (await the_plan(uow)).remedy.version, "settled", actor=quality, uow=uow)

    assert await open_rules(uow) == {"contain", "content", "objection"}
    with pytest.raises(NotAllowed, match="closing_gaps"):
        await close_case(1, actor=quality, uow=uow)
    await adjusted(uow)
    assert {"talks", "pay"} <= await open_rules(uow)
    await put(uow)
    await signed(uow, *SIGNERS)
    await said(uow, "好", RoundOutcome.AGREED)
    assert {"talks", "pay"} & await open_rules(uow) == set()
    assert (await the_duty(uow, "talks")).answers["why"] == "客户要求加急"


async def test_what_was_promised_blocks_closing_until_it_is_done() -> None:
    uow = await with_customer()
    await agreed(uow)
    await decide(uow)

    gaps = (await read_closing(1, uow=uow)).gaps

    assert ("remedy", "1") in {(gap.kind, gap.clause) for gap in gaps}
    with pytest.raises(NotAllowed, match="closing_gaps"):
        await close_case(1, actor=await by_no(uow, "E11"), uow=uow)


async def closed(uow: FakeUnitOfWork) -> None:
    await done(uow)
    await decide(uow)
    await asked(uow)
    await answered(uow, Contentment.SATISFIED)
    await close_case(1, actor=await by_no(uow, "E11"), uow=uow)


@pytest.mark.parametrize(
    ("outcome", "stage"), [(Outcome.CHARGED, Stage.DECIDED), (Outcome.UNJUSTIFIED, Stage.REFUSED)]
)
async def test_a_bad_answer_after_closing_opens_the_case_again(outcome: Outcome, stage: Stage) -> None:
    uow = await with_customer()
    await closed(uow)
    await uow.cases.put(replace(await uow.cases.get(1), outcome=outcome))

    file = await answered(uow, Contentment.DISSATISFIED, "又漏了")

    assert file.case.stage is stage
    assert "closed" not in file.case.events
    assert "case_reopened" in uow.log.acts()
    assert uow.outbox.told_to("E11")[-1].data["survey_words"] == "又漏了"


async def test_a_good_answer_after_closing_is_kept_and_the_case_stays_closed() -> None:
    uow = await with_customer()
    await closed(uow)

    file = await answered(uow, Contentment.SATISFIED)

    assert (file.case.stage, len(file.surveys)) == (Stage.CLOSED, 2)
    with pytest.raises(NotThisPerson, match="remedy_of_others"):
        await answer_survey(1, Contentment.SATISFIED, "", actor=await by_no(uow, "E06"), uow=uow)


async def test_a_rulebook_without_a_fact_for_it_still_learns_that_the_question_is_open() -> None:
    uow = await with_customer()
    await uow.cases.put(replace(await uow.cases.get(1), rulebook="logistics-liability"))
    uow.rulebooks = ShippedRulebooks()

    file = await answered(uow, Contentment.DISSATISFIED, "不满意")

    assert file.case.facts == {}
    assert file.remedy.state is RemedyState.PLANNING
    await open_rulebook_duties(1, uow=uow)


async def test_each_customer_is_written_to_in_their_own_language() -> None:
    uow = await with_customer()
    sales = await by_no(uow, "E10")
    assert (await the_plan(uow)).language == "zh-Hans"

    file = await choose_customer_language(1, "en", actor=sales, uow=uow)
    assert file.language == "en"
    assert (await choose_customer_language(1, "zh-Hans", actor=sales, uow=uow)).language == "zh-Hans"
    with pytest.raises(NoSuchThing):
        await choose_customer_language(1, "fr", actor=sales, uow=uow)
    await uow.remembered.add(Remembered(kind="customer", name="Acme", used_at=NOW))
    assert await language_of("Acme", uow=uow) == "zh-Hans"
