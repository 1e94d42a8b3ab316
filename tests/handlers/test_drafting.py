import pytest

from core.errors import NoSuchThing, NotAllowed, SomebodyWasFirst
from core.model.draft import DraftState
from core.model.evidence import Kind
from core.model.intake_step import IntakeStep
from core.model.message import Message
from core.screens.case_buttons import asked
from tests.fakes import FakeUnitOfWork
from tests.handlers.talk import Talk, forwarded, photo, talk
from tests.make import staffed
from tests.make_intake import registered

LETTER = "水泵漏水很厉害，订单 SO-20871，不良8台"


async def burst(uow: FakeUnitOfWork, text: str = LETTER) -> Talk:
    sales = await talk(uow, "E10")
    await sales.sends(text, **forwarded())
    await sales.settles()
    return sales


async def test_a_text_answers_the_question_on_the_screen() -> None:
    sales = await burst(await staffed())

    await sales.sends("宏达机电")

    assert sales.latest().data["customer"] == "宏达机电"
    assert sales.latest().data["missing"] == ("demand",)


async def test_three_taps_take_a_forward_to_a_case() -> None:
    uow = await staffed()
    await registered(uow)
    sales = await burst(uow)

    await sales.presses("宏达机电")
    await sales.presses("demand_replace")
    await sales.presses("submit")

    assert sales.latest().template == "case_registered"


async def test_a_complete_text_is_reviewed_at_once() -> None:
    sales = await burst(await staffed(), f"客户：宏达机电，{LETTER}，要求换货")

    assert sales.latest().template == "draft_reviewed"
    assert await sales.uow.dialogues.find(sales.actor.id) is None


async def test_a_field_shows_where_it_was_read_and_takes_another_value() -> None:
    sales = await burst(await staffed())

    await sales.presses("edit")
    await sales.presses("field_order_no")
    asked = sales.latest()
    await sales.sends("SO-1")

    assert "SO-20871" in str(asked.data["where"])
    assert sales.uow.drafts.things[1].fields["order_no"] == "SO-1"


async def test_every_field_can_be_asked_for() -> None:
    uow = await staffed()
    sales = await burst(uow)
    await sales.presses("edit")
    fields = [button for row in sales.latest().rows[:-1] for button in row]

    for field in fields:
        await sales.presses(field.label)
        assert sales.latest().data["field"] == field.arg
        await sales.presses("back")
        await sales.presses("edit")

    assert len(fields) == 10


async def test_quantity_and_defective_are_edited_apart() -> None:
    sales = await burst(await staffed())

    for label, text in (("field_quantity", "１２０ 台"), ("field_defective", "9")):
        await sales.presses("edit")
        await sales.presses(label)
        await sales.sends(text)

    fields = sales.uow.drafts.things[1].fields
    assert (fields["quantity"], fields["defective"]) == ("120", "9")


async def test_a_date_can_be_chosen_as_unknown() -> None:
    sales = await burst(await staffed())

    await sales.presses("edit")
    await sales.presses("field_occurred_on")
    await sales.presses("unknown")

    assert sales.latest().data["is_day_known"] is False


async def test_a_wrong_answer_is_refused_and_the_question_stays() -> None:
    sales = await burst(await staffed())
    await sales.presses("edit")
    await sales.presses("field_occurred_on")

    with pytest.raises(NotAllowed):
        await sales.sends("2月30日")

    dialogue = await sales.uow.dialogues.find(sales.actor.id)
    assert dialogue is not None
    assert dialogue.data["field"] == "occurred_on"


async def test_a_photo_sent_while_the_draft_asks_joins_it() -> None:
    sales = await burst(await staffed())

    await sales.sends(**photo())
    shown = await sales.settles()

    assert shown.data["counts"] == {Kind.TEXT: 1, Kind.PHOTO: 1}
    assert shown.card == ""


async def test_a_sticker_in_answer_is_refused_kindly() -> None:
    sales = await burst(await staffed())

    with pytest.raises(NotAllowed):
        await sales.sends(dice={"emoji": "🎲", "value": 1})


async def test_a_forward_while_the_draft_asks_is_another_matter() -> None:
    sales = await burst(await staffed())

    await sales.sends("另一位客户的话", **forwarded("刘经理"))
    shown = await sales.settles()

    assert shown.template == "loose_asked"


async def test_a_reply_to_a_cases_message_joins_the_case_even_while_the_draft_asks() -> None:
    uow = await staffed()
    case = await registered(uow)
    sales = await burst(uow)
    uow.shown_on[(1010, 55)] = case.id

    await sales.sends(
        "还有一点", reply_to_message={"message_id": 55, "date": 0, "chat": {"id": 1010, "type": "private"}}
    )

    assert uow.outbox.told_to("E10")[-1].template == "piece_joined"
    assert uow.drafts.things[2].fields.keys() == {"site"}


async def test_cancel_keeps_what_came_and_the_draft_can_be_taken_up_again() -> None:
    sales = await burst(await staffed())

    await sales.presses("cancel")
    cancelled = sales.latest()
    await sales.presses("resume", cancelled)

    assert cancelled.template == "draft_cancelled"
    assert sales.latest().template == "burst_received"
    assert sales.uow.drafts.things[1].state is DraftState.OPEN


async def test_an_old_button_shows_the_draft_as_it_is_now() -> None:
    sales = await burst(await staffed())
    old = sales.latest()
    await sales.sends("宏达机电")

    for label in ("edit", "cancel"):
        await sales.presses(label, old)
        assert sales.latest().data["customer"] == "宏达机电"

    assert sales.reply.toasts == ["draft_changed", "draft_changed"]


async def test_somebody_elses_draft_is_unknown() -> None:
    uow = await staffed()
    sales = await burst(uow)
    quality = await talk(uow, "E11")

    for label in ("edit", "cancel"):
        with pytest.raises(NoSuchThing):
            await quality.presses(label, sales.latest())
    await sales.presses("cancel")
    with pytest.raises(NoSuchThing):
        await quality.presses("resume", sales.latest())


async def test_a_cancelled_drafts_other_buttons_are_over() -> None:
    sales = await burst(await staffed())
    old = sales.latest()
    await sales.presses("cancel")

    with pytest.raises(SomebodyWasFirst):
        await sales.presses("edit", old)


async def test_two_customers_in_one_burst_are_split_by_sender() -> None:
    uow = await staffed()
    sales = await talk(uow, "E10")
    await sales.sends("先看这两件")
    await sales.sends("订单 SO-1001 漏水严重", **forwarded("王工"))
    await sales.sends("订单 SO-2002 外壳裂开", **forwarded("刘经理"))
    await sales.sends(**photo("x", **forwarded("刘经理")))
    await sales.settles()

    await sales.presses("split")

    first, second = sales.reply.said[-2:]
    assert first.data["senders"] == ("王工",)
    assert second.data["senders"] == ("刘经理",)
    assert second.data["counts"] == {Kind.TEXT: 1, Kind.PHOTO: 1}
    assert [uow.drafts.things[key].found["order_no"]["value"] for key in (1, 2)] == ["SO-1001", "SO-2002"]


async def test_one_sender_cannot_be_split() -> None:
    uow = await staffed()
    sales = await talk(uow, "E10")
    await sales.sends("订单 SO-1001 漏水严重", **forwarded("王工"))
    await sales.sends("订单 SO-2002 外壳裂开", **forwarded("刘经理"))
    shown = await sales.settles()
    await sales.presses("split")
    first = sales.reply.said[-2]

    assert not [button for row in first.rows for button in row if button.verb == "split"]
    assert shown.rows


async def test_a_draft_that_was_cancelled_while_settling_stays_silent() -> None:
    uow = await staffed()
    sales = await talk(uow, "E10")
    await sales.sends(LETTER, **forwarded())
    shown = await sales.settles()
    await sales.sends(**photo())
    await sales.presses("cancel", shown)

    told = len(uow.outbox.told)
    await sales.settles()

    assert len(uow.outbox.told) == told


async def test_another_question_that_is_open_stays_open() -> None:
    uow = await staffed()
    sales = await talk(uow, "E10")
    case = await registered(uow)
    await sales.presses("ask_owner", Message(template="x", rows=((asked(case),),)))
    await sales.sends(LETTER, **forwarded())

    await sales.settles()

    dialogue = await uow.dialogues.find(sales.actor.id)
    assert dialogue is not None
    assert dialogue.step == IntakeStep.ASKING
