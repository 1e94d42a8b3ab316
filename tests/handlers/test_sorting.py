from dataclasses import replace

import pytest

from core.errors import NoSuchThing, SomebodyWasFirst
from core.model.case import Stage
from core.model.draft import DraftState
from core.model.evidence import Holder
from tests.handlers.talk import Talk, forwarded, photo, talk
from tests.liability import named
from tests.make import staffed
from tests.make_intake import accepted, registered


async def loose(sales: Talk, text: str = "轴封又漏了") -> Talk:
    await sales.sends(text)
    await sales.settles()
    return sales


async def test_a_new_complaint_is_made_of_loose_words() -> None:
    sales = await loose(await talk(await staffed(), "E10"))

    await sales.presses("new_complaint")

    assert sales.latest().template == "burst_received"
    assert sales.latest().data["happened"] == "轴封又漏了"


async def test_loose_words_join_the_open_draft() -> None:
    uow = await staffed()
    sales = await talk(uow, "E10")
    await sales.sends("订单 SO-20871", **forwarded())
    await sales.settles()
    await sales.sends("轴封又漏了", **forwarded())
    await sales.settles()

    await sales.presses("resume")

    assert sales.latest().data["draft"] == 1
    assert "轴封又漏了" in str(sales.latest().data["happened"])
    assert uow.drafts.things[2].state is DraftState.JOINED


async def test_loose_words_and_photos_join_a_case() -> None:
    uow = await staffed()
    case = await registered(uow)
    sales = await talk(uow, "E10")
    await sales.sends(**photo())
    await loose(sales)

    await sales.presses(case.number)

    assert len(await uow.evidence.where(holder=Holder.CASE, holder_id=case.id)) == 2
    assert sales.latest().data == {"what": "piece_joined", "number": case.number}


async def test_joining_a_case_leaves_another_drafts_question_open() -> None:
    uow = await staffed()
    case = await registered(uow)
    sales = await talk(uow, "E10")
    await sales.sends("订单 SO-20871", **forwarded())
    await sales.settles()
    await sales.sends("轴封又漏了", **forwarded())
    await sales.settles()

    await sales.presses(case.number)

    assert await uow.dialogues.find(sales.actor.id) is not None


async def test_what_has_joined_a_case_cannot_be_moved_again() -> None:
    uow = await staffed()
    case = await registered(uow)
    sales = await loose(await talk(uow, "E10"))
    old = sales.latest()
    await sales.presses(case.number)

    with pytest.raises(SomebodyWasFirst) as refusal:
        await sales.presses("new_complaint", old)

    assert refusal.value.what == "draft_not_open"


async def test_a_forwarded_draft_can_be_added_to_a_case_instead() -> None:
    uow = await staffed()
    case = await registered(uow)
    sales = await talk(uow, "E10")
    await sales.sends("又漏了两台", **forwarded())
    await sales.settles()

    await sales.presses("add_to")
    await sales.presses(case.number)

    assert uow.drafts.things[2].case_id == case.id


async def test_loose_words_become_a_question_to_the_owner() -> None:
    uow = await staffed()
    await accepted(uow)
    sales = await loose(await talk(uow, "E10"), "什么时候有结果？")

    await sales.presses("ask_owner")

    assert sales.latest().template == "question_sent"
    assert uow.outbox.told_to("E11")[-1].data["question"] == "什么时候有结果？"


async def test_with_several_cases_the_question_asks_which() -> None:
    uow = await staffed()
    await registered(uow)
    second = await registered(uow)
    sales = await loose(await talk(uow, "E10"), "什么时候有结果？")

    await sales.presses("ask_owner")
    assert sales.latest().template == "case_to_ask_asked"
    await sales.presses(f"{second.number} 水泵")

    assert uow.relays.things[1].case_id == second.id


async def test_what_needs_nothing_is_laid_aside() -> None:
    sales = await loose(await talk(await staffed(), "E10"), "收到，谢谢")

    await sales.presses("discard")

    assert sales.reply.toasts == ["discarded"]
    assert sales.uow.drafts.things[1].state is DraftState.CANCELLED


async def test_old_buttons_show_the_question_as_it_is_now() -> None:
    uow = await staffed()
    await registered(uow)
    sales = await talk(uow, "E10")
    await sales.sends("第一句")
    old = await sales.settles()
    await sales.sends("第二句", date=int(uow.now.timestamp()) - 2)
    await sales.settles()

    for row in old.rows:
        for button in row:
            await sales.presses(f"{button.label}:{button.text}", old)
            assert sales.latest().template == "loose_asked"

    assert set(sales.reply.toasts) == {"draft_changed"}


async def test_an_old_add_to_button_shows_the_draft() -> None:
    uow = await staffed()
    await registered(uow)
    sales = await talk(uow, "E10")
    await sales.sends("又漏了两台", **forwarded())
    old = await sales.settles()
    await sales.sends("恒通泵业")

    await sales.presses("add_to", old)

    assert sales.reply.toasts == ["draft_changed"]


async def test_an_old_keep_draft_button_shows_the_question() -> None:
    uow = await staffed()
    sales = await talk(uow, "E10")
    await sales.sends("订单 SO-20871", **forwarded())
    await sales.settles()
    await sales.sends("轴封又漏了", **forwarded())
    old = await sales.settles()
    await sales.presses("new_complaint", old)

    await sales.presses("resume", old)

    assert sales.reply.toasts == ["draft_changed"]


async def test_loose_words_and_photos_of_a_named_person_are_their_statement() -> None:
    uow = await named()
    zhang = await talk(uow, "E17")
    await zhang.sends(**photo())
    await loose(zhang, "是我装反的，已经改了")
    assert zhang.latest().rows[0][0].label == "state_in"

    await zhang.presses("state_in")

    (statement,) = await uow.statements.where(case_id=1)
    assert statement.text == "是我装反的，已经改了"
    assert len(await uow.evidence.where(holder=Holder.STATEMENT, holder_id=statement.id)) == 1
    assert zhang.latest().data == {"what": "statement_made", "number": "250303"}
    assert uow.drafts.things[1].state is DraftState.JOINED
    assert "statement_received" in {message.template for message in uow.outbox.told_to("E11")}


async def test_once_the_case_is_decided_loose_words_are_no_statement() -> None:
    uow = await named()
    await uow.cases.put(replace(await uow.cases.get(1), stage=Stage.DECIDED))

    zhang = await loose(await talk(uow, "E17"))

    assert "state_in" not in {button.label for row in zhang.latest().rows for button in row}


async def test_an_empty_draft_is_no_statement() -> None:
    uow = await named()
    zhang = await loose(await talk(uow, "E17"))
    for piece in await uow.evidence.where(holder=Holder.DRAFT):
        await uow.evidence.remove(piece.id)

    with pytest.raises(NoSuchThing):
        await zhang.presses("state_in")
