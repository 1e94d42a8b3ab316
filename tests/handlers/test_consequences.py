from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from core.actions.duty.decide_consequence import decide_consequence
from core.actions.duty.propose_consequence import CONSEQUENCE
from core.errors import NoSuchThing, NotAllowed, NotThisPerson, SomebodyWasFirst
from core.model.duty import Duty
from core.model.roles import Role
from handlers import arriving, calendar, consequences, deadlines, due
from tests.core.rulebook.shipped import compiled
from tests.demanding import TEXT, given, the_duty, under_demands
from tests.fakes import FakeUnitOfWork
from tests.handlers.talk import Talk, talk_with
from tests.make import NOW, by_no
from tests.ringing import hours_pass, time_passes

MODULES = (arriving, calendar, consequences, deadlines, due)
MISSED = 'missed = { by = "laboratory", label = { zh-Hans = "减 2 分", en = "2 points off" } }\n'
BOOK = compiled(TEXT.replace("[deadlines.analysis]\n", f"[deadlines.analysis]\n{MISSED}"))


async def late(**settings: Any) -> FakeUnitOfWork:
    """The goods were to be analysed within 48 hours from Monday 10:12, and are not."""
    uow = await under_demands(BOOK)
    uow.company = replace(
        uow.company, **{"posts": {**uow.company.posts, "laboratory": Role.RECHECK}, **settings}
    )
    uow.now = NOW + timedelta(hours=2)
    await given(uow, events={"arrived": uow.now.isoformat()})
    return uow


async def the_proposal(uow: FakeUnitOfWork) -> Duty:
    (found,) = await uow.duties.where(kind=CONSEQUENCE)
    return found


async def talk(uow: FakeUnitOfWork, who: str) -> Talk:
    return await talk_with(uow, who, *MODULES)


async def test_a_missed_deadline_is_put_before_who_may_decide_it_once_and_no_money_moves() -> None:
    uow = await late()
    await hours_pass(uow, 47)
    assert await uow.duties.where(kind=CONSEQUENCE) == ()

    await time_passes(uow, NOW + timedelta(days=8))
    proposal = await the_proposal(uow)

    assert proposal.owner_id == (await by_no(uow, "E09")).id
    assert [one.template for one in uow.outbox.told_to("E09")] == ["consequence_asked"]
    assert uow.outbox.told_to("E09")[0].data["names"] == ("陈洁",)
    assert (await uow.cases.get(1)).version == 1


async def test_it_is_proposed_with_a_reason_that_the_log_and_the_investigator_get() -> None:
    uow = await late()
    await hours_pass(uow, 48)
    recheck = await talk(uow, "E09")

    await recheck.sends("/due")
    assert "决定逾期怎么处理" in recheck.words()
    await recheck.presses("1. 250303")
    assert "减 2 分" in recheck.words()
    await recheck.presses("propose")
    await recheck.presses("back")
    await recheck.presses("propose")
    await recheck.sends("没有任何说明")

    proposal = await the_proposal(uow)
    assert "已提出" in recheck.words()
    assert (proposal.answers["decision"], proposal.answers["reason"]) == ("proposed", "没有任何说明")
    assert uow.log.rows[-1].act == "consequence_proposed"
    assert uow.log.rows[-1].words == {"reason": "没有任何说明"}
    assert uow.outbox.told_to("E11")[-1].template == "consequence_told"
    await recheck.hits(f"missed_no:{proposal.id}:1")
    assert "已提出" in recheck.words()
    await recheck.presses("take_back")
    assert recheck.reply.toasts == ["taken_back"]
    assert "请您决定" in recheck.words()
    assert (await the_proposal(uow)).is_open


async def test_it_is_left_with_a_reason_and_nobody_is_bothered() -> None:
    uow = await late()
    await hours_pass(uow, 48)
    recheck, count = await talk(uow, "E09"), len(uow.outbox.told_to("E11"))

    await recheck.presses("leave")
    await recheck.sends("停电一天")

    assert "不提出" in recheck.words()
    assert (await the_proposal(uow)).answers["decision"] == "left"
    assert len(uow.outbox.told_to("E11")) == count


async def test_only_who_decides_may_decide_once_and_with_a_reason() -> None:
    uow = await late()
    await hours_pass(uow, 48)
    proposal, recheck = await the_proposal(uow), await by_no(uow, "E09")

    with pytest.raises(NotThisPerson):
        await decide_consequence(proposal.id, "x", is_proposed=True, actor=await by_no(uow, "E11"), uow=uow)
    with pytest.raises(NoSuchThing):
        await decide_consequence(1, "x", is_proposed=True, actor=recheck, uow=uow)
    with pytest.raises(NotAllowed):
        await decide_consequence(proposal.id, " ", is_proposed=True, actor=recheck, uow=uow)
    await decide_consequence(proposal.id, "x", is_proposed=False, actor=recheck, uow=uow)
    with pytest.raises(SomebodyWasFirst):
        await decide_consequence(proposal.id, "x", is_proposed=True, actor=recheck, uow=uow)


async def test_a_proposal_that_nobody_can_decide_waits_without_owner() -> None:
    uow = await late(posts={"laboratory": Role.AUDITOR})
    for number in ("E08", "E04", "E05", "E07"):
        await uow.persons.put(replace(await by_no(uow, number), is_reachable=False, grants=()))

    await hours_pass(uow, 48)
    proposal = await the_proposal(uow)

    assert proposal.owner_id is None
    with pytest.raises(NotThisPerson):
        await decide_consequence(proposal.id, "x", is_proposed=True, actor=await by_no(uow, "E11"), uow=uow)


async def test_who_is_late_does_not_decide_about_it_but_the_superior_does() -> None:
    uow = await late(posts={"laboratory": Role.QUALITY})
    await uow.persons.put(replace(await by_no(uow, "E12"), grants=()))

    await hours_pass(uow, 48)

    assert (await the_proposal(uow)).owner_id == (await by_no(uow, "E04")).id


async def test_what_one_person_has_done_in_time_is_not_missed_while_a_second_is_waited_for() -> None:
    uow = await late()
    duty = await the_duty(uow, "analyse")
    await uow.duties.put(replace(duty, finished_at=uow.now, finished_by=2))

    await hours_pass(uow, 50)

    assert await uow.duties.where(kind=CONSEQUENCE) == ()


async def test_a_reminder_says_why_then_and_an_admin_sees_the_calendar() -> None:
    uow = await late()
    await hours_pass(uow, 25)
    quality, admin = await talk(uow, "E11"), await talk(uow, "E07")

    await quality.presses("why")
    await admin.sends("/calendar")

    assert "“实物到厂”起 48 小时" in quality.words()
    assert "苏州厂" in admin.words()


async def test_an_investigator_who_decides_is_not_told_of_it() -> None:
    uow = await late()
    await hours_pass(uow, 48)
    proposal, quality = await the_proposal(uow), await by_no(uow, "E11")
    await uow.duties.put(replace(proposal, owner_id=quality.id))
    count = len(uow.outbox.told_to("E11"))

    await decide_consequence(proposal.id, "停电", is_proposed=True, actor=quality, uow=uow)

    assert len(uow.outbox.told_to("E11")) == count
