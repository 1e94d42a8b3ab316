"""What cannot be sent is a task of the admins, and a notice's clock does not run meanwhile."""

from dataclasses import replace

import pytest

from core.actions.company.open_undelivered import Unsent, open_undelivered
from core.actions.company.settle_undelivered import give_up_sending, open_settling, put_on_paper, send_again
from core.actions.figures.approve_figures import approve_figures
from core.actions.notice.note_delivery import note_delivery
from core.errors import NoSuchThing, NotAllowed, NotThisPerson, SomebodyWasFirst
from core.model.duty import Duty
from core.model.notice import Notice
from core.screens.due import due_screen
from core.screens.undelivered import reason_asked, undelivered_card
from tests.due_pages import all_of
from tests.fakes import FakeUnitOfWork
from tests.liability import confirmed, version, who
from tests.make import NOW, staffed
from tests.waiting import what_waits


async def noticed() -> FakeUnitOfWork:
    uow = await confirmed()
    await approve_figures(1, await version(uow), 2, actor=await who(uow, "E05"), uow=uow)
    return uow


async def failed(uow: FakeUnitOfWork, *, notice: Notice | None = None) -> Duty:
    about = {"case_id": notice.case_id, "notice_id": notice.id} if notice else dict.fromkeys(NOTHING)
    return await open_undelivered(Unsent(outbox_id=44, name="张伟", fault="Bad Request", **about), uow=uow)


NOTHING = ("case_id", "notice_id")


async def test_every_admin_is_told_and_sees_it_in_the_list() -> None:
    uow = await staffed()

    duty = await failed(uow)

    (told,) = uow.outbox.told_to("E07")
    assert told.template == "undelivered_asked"
    admin = await who(uow, "E07")
    (waiting,) = await what_waits(admin, uow=uow)
    assert waiting.duty == duty
    (button,) = due_screen(all_of((waiting,)), NOW, "zh-Hans").rows[0]
    assert (button.verb, button.id) == ("unsent", duty.id)
    assert await what_waits(await who(uow, "E08"), uow=uow) == ()


async def test_a_notice_that_did_not_leave_has_no_time_to_appeal_until_it_is_there() -> None:
    uow = await noticed()
    notice = await uow.notices.get(1)
    assert notice.appeal_until is not None

    duty = await failed(uow, notice=notice)
    assert (await uow.notices.get(1)).appeal_until is None
    assert duty.data["number"] == "250303"

    await note_delivery(1, uow=uow)
    delivered = await uow.notices.get(1)
    assert (delivered.appeal_until, delivered.delivered_at) == (notice.appeal_until, NOW)
    await failed(forgotten(uow), notice=notice)
    assert await uow.notices.get(1) == delivered


def forgotten(uow: FakeUnitOfWork) -> FakeUnitOfWork:
    uow.duties.things.clear()
    return uow


async def test_what_was_delivered_once_stays_delivered_then() -> None:
    uow = await noticed()
    notice = await uow.notices.put(replace(await uow.notices.get(1), delivered_at=NOW, appeal_until=None))

    await note_delivery(1, uow=uow)
    await note_delivery(99, uow=uow)

    assert await uow.notices.get(1) == notice


async def test_a_notice_of_no_known_case_is_delivered_without_a_limit() -> None:
    uow = await noticed()
    await uow.notices.put(replace(await uow.notices.get(1), case_id=99, appeal_until=None))

    await note_delivery(1, uow=uow)

    assert (await uow.notices.get(1)).appeal_until is None


async def test_it_is_sent_again_once() -> None:
    uow = await staffed()
    duty, admin = await failed(uow), await who(uow, "E07")

    done = await send_again(duty.id, actor=admin, uow=uow)

    assert uow.outbox.again == [44]
    assert undelivered_card(done).rows == ()
    assert (uow.log.rows[-1].act, uow.log.rows[-1].facts["how"]) == ("undelivered_settled", "again")
    with pytest.raises(SomebodyWasFirst):
        await send_again(duty.id, actor=admin, uow=uow)


async def test_a_notice_goes_on_paper_and_other_messages_do_not() -> None:
    uow = await noticed()
    admin = await who(uow, "E07")
    duty = await failed(uow, notice=await uow.notices.get(1))
    told = len(uow.outbox.told_to("E17"))

    await put_on_paper(duty.id, actor=admin, uow=uow)

    (asked,) = await uow.duties.where(kind="hand_over_notice", done_at=None)
    assert asked.data["person_id"] == (await who(uow, "E17")).id
    assert len(uow.outbox.told_to("E17")) == told
    other = await failed(forgotten(uow))
    with pytest.raises(NotAllowed):
        await put_on_paper(other.id, actor=admin, uow=uow)


async def test_giving_up_takes_a_reason_which_stands_in_the_log() -> None:
    uow = await staffed()
    duty = await failed(uow)
    assert reason_asked(duty).data["name"] == "张伟"

    done = await give_up_sending(duty.id, reason="已口头告知", actor=await who(uow, "E07"), uow=uow)

    assert done.data["reason"] == "已口头告知"
    assert uow.log.rows[-1].words == {"reason": "已口头告知"}


async def test_it_is_nobodys_but_the_admins() -> None:
    uow = await staffed()
    duty = await failed(uow)
    with pytest.raises(NotThisPerson):
        await open_settling(duty.id, actor=await who(uow, "E05"), uow=uow)
    other = await uow.duties.add(Duty(kind="other", owner_id=1, opened_at=NOW))
    with pytest.raises(NoSuchThing):
        await open_settling(other.id, actor=await who(uow, "E07"), uow=uow)


async def test_who_settled_it_and_has_since_gone_is_named_by_nothing() -> None:
    uow = await staffed()
    duty = await failed(uow)
    await uow.duties.put(replace(duty, done_at=NOW, done_by=None))
    with pytest.raises(SomebodyWasFirst):
        await open_settling(duty.id, actor=await who(uow, "E07"), uow=uow)
