from dataclasses import replace
from datetime import date

import pytest

from bot.render.plain import plain
from bot.render.renderer import Renderer
from core.actions.case.register_case import register_case
from core.errors import NoSuchThing, NotAllowed
from core.model.company import InForce
from core.model.message import Button, Message
from tests.core.rulebook.intake_sheet import AskingRulebooks
from tests.fakes import FakeUnitOfWork
from tests.handlers.talk import Talk, forwarded, photo, talk
from tests.make import by_no, staffed
from tests.make_intake import draft_of, registered

CLAIMS = InForce(rulebook="consumer-claims", since=date(2025, 1, 1))
LETTER = "客户：宏达机电，产品：水泵，漏水很厉害，订单 SO-20871，不良8台，要求换货"


async def burst(uow: FakeUnitOfWork, text: str = LETTER) -> Talk:
    sales = await talk(uow, "E10")
    await sales.sends(text, **forwarded())
    await sales.settles()
    return sales


async def asking() -> FakeUnitOfWork:
    uow = await staffed()
    uow.rulebooks = AskingRulebooks()
    return uow


def said(uow: FakeUnitOfWork, message: Message, language: str = "zh-Hans") -> str:
    return plain(Renderer(uow.company).rendered(language, message).html)


async def test_only_what_this_rulebook_asks_and_the_text_lacks_is_asked_one_by_one() -> None:
    sales = await burst(await staffed(in_force=(CLAIMS,)))
    first = sales.latest()

    await sales.sends("2025-02-01")
    second = sales.latest()
    await sales.sends("天猫旗舰店")

    assert first.data["missing"] == ("purchased_on", "purchase_channel")
    assert second.data["missing"] == ("purchase_channel",)
    assert sales.latest().template == "draft_reviewed"


async def test_what_is_missing_is_named_with_its_clause_in_both_languages() -> None:
    sales = await burst(await staffed(in_force=(CLAIMS,)))

    assert "还缺：购买时间（4.2 条）、购买渠道（4.2 条）" in said(sales.uow, sales.latest())
    assert "Date of purchase (clause 4.2)" in said(sales.uow, sales.latest(), "en")


async def test_the_answers_are_reviewed_changed_and_kept_in_the_case() -> None:
    uow = await staffed(in_force=(CLAIMS,))
    sales = await burst(uow)
    for answer in ("2025-02-01", "天猫"):
        await sales.sends(answer)
    review = said(uow, sales.latest())

    await sales.presses("edit")
    await sales.presses("购买渠道")
    asked = said(uow, sales.latest())
    await sales.sends("京东")
    await sales.presses("submit")

    case = uow.cases.things[1]
    assert "购买时间 2月1日 · 购买渠道 天猫" in review
    assert "购买渠道：天猫" in asked
    assert case.answers == {"purchased_on": "2025-02-01", "purchase_channel": "京东"}
    assert "购买渠道 京东" in said(uow, uow.outbox.told_to("E11")[0])


async def test_the_channel_is_chat_until_another_is_pressed_and_nobody_must() -> None:
    uow = await staffed(in_force=(CLAIMS,))
    sales = await burst(uow)
    for answer in ("2025-02-01", "天猫"):
        await sales.sends(answer)
    before = said(uow, sales.latest())

    await sales.presses("field_channel")
    await sales.presses("电话")
    after = said(uow, sales.latest())
    await sales.presses("field_channel")
    now = said(uow, sales.latest())
    await sales.presses("back")
    await sales.presses("submit")

    assert "渠道 聊天" in before
    assert "渠道 电话" in after
    assert "渠道：电话" in now
    assert uow.cases.things[1].channel == "telephone"


async def test_a_rulebook_that_asks_nothing_more_still_takes_three_taps_at_most() -> None:
    uow = await staffed()
    await registered(uow)
    sales = await burst(uow)

    await sales.presses("submit")

    assert sales.latest().template == "case_registered"


async def test_without_a_rulebook_only_the_usual_is_asked() -> None:
    sales = await burst(await staffed(in_force=()))

    assert sales.latest().template == "draft_reviewed"


async def test_the_rulebook_of_the_day_of_the_incident_asks() -> None:
    later = replace(CLAIMS, since=date(2025, 3, 3))
    sales = await burst(await staffed(in_force=(later,)))

    await sales.presses("edit")
    await sales.presses("field_occurred_on")
    await sales.sends("2025-03-02")

    assert sales.latest().template == "draft_reviewed"


async def test_choices_are_buttons_in_the_readers_language_and_a_photo_is_wanted_as_a_photo() -> None:
    uow = await asking()
    await uow.persons.put(replace(await by_no(uow, "E10"), language="en"))
    sales = await burst(uow, f"{LETTER}，料号 P-300")
    await sales.sends("2025-02-01")

    await sales.presses("Agent")
    with pytest.raises(NotAllowed) as refusal:
        await sales.sends("没有照片")
    await sales.sends(**photo())
    shown = await sales.settles()

    assert refusal.value.what == "photo_wanted"
    assert shown.template == "draft_reviewed"
    assert "Complainant Agent" in said(uow, shown, "en")


async def test_new_asks_the_rulebooks_own_fields_last_and_lets_the_optional_be_skipped() -> None:
    uow = await asking()
    sales = await talk(uow, "E10")
    await sales.sends("/new")
    for answer in ("宏达机电", "水泵 P-300", "昨天", "120 不良 8", "漏水了"):
        await sales.sends(answer)
    await sales.sends(**photo())
    await sales.presses("done")
    await sales.sends("换货")

    await sales.sends("2025-02-01")
    await sales.presses("用户")
    await sales.presses("yes")
    skipped = []
    while sales.latest().template == "field_asked":
        skipped.append(sales.latest().data["field"])
        await sales.presses("skip")
    await sales.presses("submit")

    assert skipped == ["price", "units", "weight", "seen_at", "seller", "serial_no"]
    assert uow.cases.things[1].answers == {"bought_on": "2025-02-01", "kind": "user", "in_warranty": "yes"}


async def test_back_in_new_shows_the_answer_that_was_given() -> None:
    uow = await asking()
    sales = await talk(uow, "E10")
    await sales.sends("/new")
    for answer in ("宏达机电", "水泵 P-300", "昨天", "120", "漏水了"):
        await sales.sends(answer)
    await sales.sends(**photo())
    await sales.presses("done")
    for answer in ("换货", "2025-02-01"):
        await sales.sends(answer)

    await sales.presses("back")

    assert "购买日期：2月1日" in said(uow, sales.latest())


async def test_every_kind_of_answer_has_words_in_both_languages() -> None:
    uow = await asking()
    answers = {
        "part_no": "P-300",
        "bought_on": "2025-02-01",
        "kind": "agent",
        "in_warranty": "no",
        "price": "1200.00",
        "units": "3",
        "weight": "2.5",
        "seen_at": "2025-03-02T09:05:00+08:00",
        "seller": "王小明",
        "channel": "shop",
    }
    sales = await talk(uow, "E10")
    draft = await draft_of(uow, sales.actor, **answers)
    await sales.presses("resume", waiting(draft.id))

    chinese, english = (said(uow, sales.latest(), language) for language in ("zh-Hans", "en"))

    for words in ("价格 1,200.00 元", "保修期内 否", "发现时间 3月2日 09:05", "投诉人 代理商"):
        assert words in chinese
    for words in ("Price 1,200.00 yuan", "In warranty no", "Complainant Agent"):
        assert words in english


def waiting(draft_id: int) -> Message:

    return Message(template="x", rows=((Button("resume", "resume", draft_id, 1),),))


async def test_an_unknown_choice_names_what_may_be_chosen() -> None:
    uow = await staffed(in_force=(CLAIMS,))
    sales = await burst(uow)
    for answer in ("2025-02-01", "天猫"):
        await sales.sends(answer)
    await sales.presses("field_channel")

    with pytest.raises(NotAllowed) as refusal:
        await sales.sends("传真")

    assert refusal.value.what == "choice_unknown"
    words = Renderer(uow.company).sentence("en", "errors", refusal.value.what, refusal.value.data)
    assert words.endswith("Choose: Telephone, E-mail, Online message.")


async def test_a_field_that_the_rulebook_does_not_have_cannot_be_filled() -> None:
    uow = await staffed()
    sales = await burst(uow)
    await sales.presses("edit")
    await sales.presses("field_phone")
    dialogue = uow.dialogues.things[sales.actor.id]
    await uow.dialogues.put(replace(dialogue, data={**dialogue.data, "field": "purchase_channel"}))

    with pytest.raises(NoSuchThing):
        await sales.sends("京东")


async def test_submitting_what_a_new_rulebook_finds_incomplete_says_what_and_what_next() -> None:
    uow = await staffed(in_force=(CLAIMS,))
    sales = await by_no(uow, "E10")

    with pytest.raises(NotAllowed) as refusal:
        await register_case(await draft_of(uow, sales), actor=sales, uow=uow)

    words = Renderer(uow.company).sentence("zh-Hans", "errors", refusal.value.what, refusal.value.data)
    assert words == "还缺：购买时间（4.2 条）、购买渠道（4.2 条）。请消费者补齐后重新提交，客服再审核。"


async def test_quality_sends_a_case_back_for_what_its_rulebook_asks() -> None:
    uow = await staffed()
    case = await registered(uow)
    await uow.cases.put(replace(case, rulebook="consumer-claims"))
    quality = await talk(uow, "E11")

    await quality.presses("return", card(case.id))
    asked = said(uow, quality.latest())
    await quality.presses("lacking_rulebook")

    assert "按制度还缺：购买时间（4.2 条）、购买渠道（4.2 条）" in asked
    assert uow.outbox.told_to("E10")[-1].data["lacking"] == "zh-Hans:lacking_by_rulebook"


def card(case_id: int) -> Message:

    return Message(template="x", rows=((Button("return", "return", case_id, 1),),))
