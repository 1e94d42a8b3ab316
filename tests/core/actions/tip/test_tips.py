"""Tips under pseudonyms: taken in, handed in, read by the role, rewarded within the rulebook's range."""

from dataclasses import replace
from datetime import date
from typing import Any, cast

import pytest

from core.actions.tip.decide_tip_reward import decide_tip_reward
from core.actions.tip.erase_tips import drop_pieces, emptied_pieces, erase_tips
from core.actions.tip.pay_tip_reward import book_bonuses, pay_tip_reward
from core.actions.tip.propose_tip_reward import propose_tip_reward
from core.actions.tip.raise_concealment import raise_concealment
from core.actions.tip.read_tip import answer_tip, read_tip
from core.actions.tip.send_tip import send_tip, tip_rang
from core.actions.tip.take_in_tip import IDLE, open_tip, take_in_tip
from core.actions.tip.withdraw_tip import withdraw_tip
from core.errors import NoSuchThing, NotAllowed, NotThisPerson, SomebodyWasFirst, WrongStage
from core.ledger.account import Account
from core.model.case import Case
from core.model.evidence import Storing
from core.model.message import Message
from core.model.money import ZERO, Money
from core.model.roles import Grant, Role
from core.model.tip import RewardWay, SealedBonus, Tip, TipPiece, TipReward, TipState
from core.rules.case.tip_rewards import Promise, promises_in
from core.screens.payroll import payroll_lines
from tests.core.actions.money.test_payroll import charged, closed
from tests.fakes import FakeUnitOfWork
from tests.make import NOW, by_no, case, company, person, staffed

T = "T-7F3K"


async def written(pieces: int = 1, **changes: Any) -> FakeUnitOfWork:
    uow = await staffed(**changes)
    tip = await open_tip(T, uow=uow)
    for _ in range(pieces):
        await more(uow, tip)
    return uow


async def more(uow: FakeUnitOfWork, tip: Tip) -> int:
    return await take_in_tip(TipPiece(tip_id=tip.id, sealed="x", received_at=NOW), tip, uow=uow)


async def the_tip(uow: FakeUnitOfWork) -> Tip:
    return await uow.tips.get(1)


async def sent() -> FakeUnitOfWork:
    uow = await written()
    await send_tip(T, uow=uow)
    return uow


def told(uow: FakeUnitOfWork, template: str) -> list[tuple[str, Message]]:
    return [(who, message) for who, message in uow.outbox.told if message.template == template]


def acts(uow: FakeUnitOfWork) -> list[str]:
    return [row.act for row in uow.log.rows]


async def test_a_tip_that_is_handed_in_is_told_to_its_readers_and_to_nobody_else() -> None:
    uow = await sent()

    assert [who for who, _ in uow.outbox.told] == ["E08"]
    assert (await the_tip(uow)).state is TipState.SENT
    assert acts(uow) == ["tip_opened", "tip_sent"]
    assert all(row.actor_id is None and set(row.facts) == {"tip"} for row in uow.log.rows)
    assert await uow.timers.running("tip:") == ()


async def test_the_company_chooses_the_role_that_reads_tips_and_leavers_read_none() -> None:
    uow = await written(tip_role=Role.GENERAL_MANAGER)
    await uow.persons.add(
        person("E55", grants=(Grant(Role.GENERAL_MANAGER),), left_on=date(2025, 3, 1), chat_id=7)
    )
    await send_tip(T, uow=uow)

    assert [who for who, _ in uow.outbox.told] == ["E05"]


async def test_what_is_added_later_is_told_once_until_it_is_read() -> None:
    uow = await sent()
    for _ in range(2):
        await more(uow, await the_tip(uow))
    unread = len(uow.outbox.told)
    await read_tip(T, actor=await by_no(uow, "E08"), uow=uow)
    await more(uow, await the_tip(uow))

    assert (unread, len(uow.outbox.told)) == (1, 2)


async def test_an_empty_tip_cannot_be_handed_in_nor_one_that_nobody_writes() -> None:
    uow = await written(pieces=0)

    with pytest.raises(WrongStage, match="tip_empty"):
        await send_tip(T, uow=uow)
    with pytest.raises(NoSuchThing, match="tip_not_open"):
        await send_tip("T-AAAA", uow=uow)
    with pytest.raises(NoSuchThing, match="tip_not_open"):
        await withdraw_tip("T-AAAA", uow=uow)


async def test_a_tip_that_nobody_hands_in_is_handed_in_after_hours_of_silence() -> None:
    uow = await written(pieces=2)
    (timer,) = await uow.timers.running("tip:")
    await tip_rang(timer, uow)
    await tip_rang(timer, uow)

    assert timer.due_at == NOW + IDLE
    assert acts(uow).count("tip_sent") == 1


async def test_what_was_taken_back_is_gone_and_its_clock_does_not_ring() -> None:
    uow = await written(pieces=2)
    await withdraw_tip(T, uow=uow)

    assert uow.tip_pieces.things == {}
    assert (await the_tip(uow)).state is TipState.WITHDRAWN
    assert await uow.timers.running("tip:") == ()


async def test_of_a_file_that_was_taken_back_only_its_name_stays_until_it_is_erased() -> None:
    uow = await written()
    tip = await the_tip(uow)
    file = TipPiece(tip_id=tip.id, sealed="x", storing=Storing.STORED, sha256="f", received_at=NOW)
    await take_in_tip(file, tip, uow=uow)
    await withdraw_tip(T, uow=uow)
    (left,) = await emptied_pieces(uow=uow)
    over = await erase_tips(IDLE, uow=uow)
    await drop_pieces([left], uow=uow)

    assert (left.sealed, left.sha256) == ("", "f")
    assert over == ()
    assert uow.tip_pieces.things == {}


async def test_reading_is_in_the_log_and_only_for_readers() -> None:
    uow = await sent()
    auditor = await by_no(uow, "E08")
    tip, pieces = await read_tip(T, actor=auditor, uow=uow, with_sender=True)
    await answer_tip(T, actor=auditor, uow=uow)

    assert (tip.read_at, len(pieces)) == (NOW, 1)
    assert [(row.act, row.actor_id) for row in uow.log.rows[-2:]] == [
        ("tip_read", auditor.id),
        ("tip_answered", auditor.id),
    ]
    for employee_no in ("E05", "E07", "E17"):
        with pytest.raises(NotThisPerson, match="tips_of_readers"):
            await read_tip(T, actor=await by_no(uow, employee_no), uow=uow)
    with pytest.raises(NoSuchThing, match="tip_unknown"):
        await read_tip("T-AAAA", actor=auditor, uow=uow)


async def test_there_is_nobody_to_answer_where_nothing_was_said() -> None:
    uow = await written(pieces=0)

    with pytest.raises(NoSuchThing, match="tip_unknown"):
        await answer_tip(T, actor=await by_no(uow, "E08"), uow=uow)


async def rewarded(**changes: Any) -> FakeUnitOfWork:
    uow = await sent()
    await uow.cases.add(case(**changes))
    return uow


async def proposed(uow: FakeUnitOfWork, **more_: Any) -> TipReward:
    return await propose_tip_reward(T, "250303", actor=await by_no(uow, "E08"), uow=uow, **more_)


async def decided(uow: FakeUnitOfWork, yuan: int = 300) -> TipReward:
    await proposed(uow)
    return await decide_tip_reward(1, Money(yuan * 100), actor=await by_no(uow, "E05"), uow=uow)


async def test_the_reward_is_put_to_whom_the_rulebook_names_within_its_range() -> None:
    uow = await rewarded()
    reward = await proposed(uow)

    assert (reward.least, reward.most, reward.clause) == (Money(10000), Money(50000), "9.1#2")
    ((who, card),) = told(uow, "tip_reward_asked")
    assert who == "E05"
    assert card.data["number"] == T
    assert "case" not in card.data
    assert uow.log.rows[-1].case_id is None


async def test_a_reward_is_proposed_once_by_readers_for_a_case_that_is_there() -> None:
    uow = await rewarded()
    await proposed(uow)

    with pytest.raises(SomebodyWasFirst, match="tip_reward_proposed"):
        await proposed(uow)
    with pytest.raises(NoSuchThing, match="case_unknown"):
        await propose_tip_reward(T, "999999", actor=await by_no(uow, "E08"), uow=uow)


async def test_a_rulebook_that_promises_nothing_gives_nothing() -> None:
    uow = await rewarded(rulebook="incident-compensation")

    with pytest.raises(NotAllowed, match="tip_reward_not_promised"):
        await proposed(uow)


async def test_only_who_holds_the_office_can_be_asked_to_decide() -> None:
    uow = await rewarded()
    with pytest.raises(NotAllowed, match="tip_reward_nobody") as refusal:
        await proposed(uow, decider=await by_no(uow, "E07"))

    assert refusal.value.data["names"] == ["赵刚"]
    assert (await proposed(uow, decider=await by_no(uow, "E05"))).decider_id == 7


async def test_the_decider_stays_within_the_range_and_decides_once() -> None:
    uow = await rewarded()
    await proposed(uow)
    chief = await by_no(uow, "E05")
    with pytest.raises(NotThisPerson, match="tip_reward_of_decider"):
        await decide_tip_reward(1, Money(20000), actor=await by_no(uow, "E08"), uow=uow)
    for fen in (9999, 50001):
        with pytest.raises(NotAllowed, match="tip_reward_bounds"):
            await decide_tip_reward(1, Money(fen), actor=chief, uow=uow)
    reward = await decide_tip_reward(1, Money(50000), actor=chief, uow=uow)

    assert (reward.amount, reward.decided_at) == (Money(50000), NOW)
    with pytest.raises(SomebodyWasFirst, match="tip_reward_decided_already"):
        await decide_tip_reward(1, ZERO, actor=chief, uow=uow)
    ((who, message),) = told(uow, "tip_reward_decided")
    assert (who, message.data["is_given"]) == ("E08", True)


async def test_no_reward_is_a_decision_too_and_is_not_paid() -> None:
    uow = await rewarded()
    await decided(uow, 0)

    with pytest.raises(NotAllowed, match="tip_reward_undecided"):
        await paid(uow)


async def paid(uow: FakeUnitOfWork, way: RewardWay = RewardWay.PAYROLL, payee: str = "E17") -> TipReward:
    to = (await by_no(uow, payee)).id
    return await pay_tip_reward(T, way, to, actor=await by_no(uow, "E08"), uow=uow)


async def test_a_reward_goes_to_payroll_sealed_and_is_owed_without_a_case_or_clause() -> None:
    uow = await rewarded()
    await decided(uow)
    await paid(uow)
    waiting = [bonus.sealed for bonus in uow.bonuses.things.values()]
    await book_bonuses(uow=uow)

    assert len(waiting) == 1
    (owed,) = await uow.ledger.owed(account=Account.REWARDS)
    assert (owed.person_id, owed.amount) == (3, ZERO - Money(30000))
    assert (owed.case_id, owed.clause, owed.notice_id) == (0, "", 0)
    assert uow.bonuses.things == {}
    assert [row.facts for row in uow.log.rows if row.act == "tip_reward_paid"] == [
        {"tip": T, "way": "payroll"}
    ]
    assert [row.case_id for row in uow.log.rows if row.act == "booked"] == [None]


async def test_a_reward_paid_outside_leaves_no_trace_of_its_person() -> None:
    uow = await rewarded()
    await decided(uow)
    reward = await paid(uow, RewardWay.OUTSIDE)

    assert reward.way is RewardWay.OUTSIDE
    assert uow.bonuses.things == {}
    assert await uow.ledger.owed(account=Account.REWARDS) == ()


async def test_a_reward_is_paid_once_when_decided_and_not_to_its_decider() -> None:
    uow = await rewarded()
    with pytest.raises(NotAllowed, match="tip_reward_undecided"):
        await paid(uow)
    await decided(uow)
    with pytest.raises(NotAllowed, match="tip_reward_own"):
        await paid(uow, payee="E05")
    await paid(uow)

    with pytest.raises(SomebodyWasFirst, match="tip_reward_paid_already"):
        await paid(uow)


def test_only_one_shipped_rulebook_promises_a_range_for_a_tip() -> None:
    book = FakeUnitOfWork(company()).rulebooks.on("logistics-liability", date(2025, 3, 3))

    (promise,) = promises_in(book.edition)

    assert (promise.by, promise.clause, promise.days) == ("general_manager", "9.1#2", 3)


@pytest.mark.parametrize(
    ("occurred_on", "is_in_time"), [(date(2025, 2, 28), True), (date(2025, 2, 27), False)]
)
async def test_a_reward_is_for_tips_that_came_within_the_days_of_the_clause(
    occurred_on: date, is_in_time: bool
) -> None:
    # the tip came on 3 March, and three days count
    uow = await rewarded(occurred_on=occurred_on)
    if is_in_time:
        assert (await proposed(uow)).amount is None
    else:
        with pytest.raises(NotAllowed, match="tip_reward_late"):
            await proposed(uow)


def test_without_days_a_promise_holds_for_ever() -> None:
    promise = Promise(clause="1", least=ZERO, most=Money(1), by="office", days=None)

    assert promise.is_in_time(date(2020, 1, 1), date(2025, 1, 1))


async def raised(uow: FakeUnitOfWork, to: str = "E11", *people: str, who: str = "E08") -> Case:
    named = [await by_no(uow, one) for one in people or ("E03",)]
    return await raise_concealment(
        "250303", named, await by_no(uow, to), actor=await by_no(uow, who), uow=uow, words="看看夜班"
    )


async def test_concealment_is_put_to_quality_as_a_review_without_a_word_of_a_tip() -> None:
    uow = await rewarded()
    await raised(uow)

    ((who, message),) = told(uow, "concealment_raised")
    assert who == "E11"
    assert T not in str(message.data)
    assert "tip" not in str(uow.log.rows[-1].facts)


async def test_the_investigator_may_take_it_up_too() -> None:
    uow = await rewarded()
    await uow.cases.put(replace(await uow.cases.get(1), owner_id=(await by_no(uow, "E09")).id))

    assert (await raised(uow, "E09")).id == 1


async def test_it_goes_to_nobody_whom_it_concerns_nor_to_just_anybody() -> None:
    uow = await rewarded()

    with pytest.raises(NotAllowed, match="concealment_to_party"):
        await raised(uow, "E11", "E03", "E11")
    with pytest.raises(NotAllowed, match="concealment_not_theirs"):
        await raised(uow, "E17")
    with pytest.raises(NotThisPerson, match="tips_of_readers"):
        await raised(uow, who="E07")
    with pytest.raises(NoSuchThing, match="case_unknown"):
        await raise_concealment("1", [], await by_no(uow, "E11"), actor=await by_no(uow, "E08"), uow=uow)


async def test_a_bonus_goes_through_a_month_of_wages_without_a_case() -> None:
    uow = await charged()
    await uow.bonuses.add(SealedBonus(sealed=uow.vault.seal('{"person": 3, "fen": 30000}')))
    view = await closed(uow)
    (line,) = (line for line in view.lines if line.is_reward)
    shown = payroll_lines(view, {one.id: one for one in await uow.cases.where()}, 0)

    assert (line.person_id, line.amount, line.case_id) == (3, ZERO - Money(30000), 0)
    assert [
        one["number"] for one in cast("list[dict[str, str]]", shown.data["lines"]) if one["is_reward"]
    ] == [""]
    assert await uow.ledger.owed(account=Account.REWARDS) == ()


async def test_a_tip_is_erased_when_its_time_is_over_and_not_before() -> None:
    uow = await sent()
    uow.now = NOW + IDLE
    kept = await erase_tips(IDLE, uow=uow)
    uow.now = NOW + IDLE * 2
    over = await erase_tips(IDLE, uow=uow)

    assert (kept, [tip.number for tip in over]) == ((), [T])
    assert (await the_tip(uow)).state is TipState.ERASED
    assert uow.tip_pieces.things == {}
    assert acts(uow)[-1] == "tip_erased"


async def test_a_tip_is_begun_once_under_its_pseudonym() -> None:
    uow = await written()

    assert (await open_tip(T, uow=uow)).id == 1
    assert acts(uow) == ["tip_opened"]
