"""Every screen of intake, triage and cases in words: a whole story, rendered in both languages."""

from dataclasses import replace

import pytest

from bot.render.plain import plain
from bot.render.renderer import Renderer
from core.errors import Refusal
from core.model.message import Message
from core.model.roles import Grant, Role
from tests.fakes import FakeUnitOfWork
from tests.handlers.talk import Talk, forwarded, photo, talk
from tests.make import by_no, staffed
from tests.make_intake import second_quality
from tests.ringing import hours_pass

LETTER = "订单 SO-20871 漏水很厉害 <b>=1+1</b>，损失约1,460元，不良8台"


async def story(uow: FakeUnitOfWork) -> list[Message]:
    """What a forward, a triage with all its turns and a walk through /new show."""
    await second_quality(uow)
    await uow.persons.put(replace(await by_no(uow, "E10"), grants=(Grant(Role.SALES),)))
    sales, quality = await talk(uow, "E10"), await talk(uow, "E11")
    await _intake(sales)
    await _triage(uow, sales, quality)
    await _walk(sales)
    await hours_pass(uow, 72)
    told = [message for _, message in (*uow.outbox.told, *uow.outbox.posted)]
    return [*told, *sales.reply.said, *quality.reply.said]


async def _intake(sales: Talk) -> None:
    await sales.sends(LETTER, **forwarded())
    await sales.sends(**photo("a", **forwarded("刘经理")))
    await sales.settles()
    await sales.sends("宏达机电")
    await sales.presses("demand_replace")
    await sales.presses("cancel")
    await sales.presses("resume")
    await sales.presses("edit")
    await sales.presses("field_order_no")
    await sales.presses("back")
    await sales.presses("submit")
    await sales.sends(
        video={
            "file_id": "v",
            "file_unique_id": "u",
            "duration": 1,
            "width": 1,
            "height": 1,
            "file_size": 10**8,
        }
    )
    await sales.settles()
    await sales.sends(dice={"emoji": "🎲", "value": 1})
    await sales.edits(1, "改了")
    await sales.edits(101, "改了")


async def _triage(uow: FakeUnitOfWork, sales: Talk, quality: Talk) -> None:
    card = uow.outbox.told_to("E11")[-1]
    for label in ("unjustified", "return"):
        await quality.presses(label, card)
    await quality.presses("lacking_photos")
    await sales.presses("supplement", uow.outbox.told_to("E10")[-1])
    await sales.sends(**photo("b"))
    await sales.presses("done", uow.outbox.told_to("E10")[-1])
    await quality.presses("accept", card)
    await quality.presses("hand_over")
    await quality.presses("高敏")
    await sales.sends("/cases")
    await sales.presses(sales.latest().rows[0][0].text)
    opened = sales.latest()
    for label in ("why_due", "evidence", "ask_owner"):
        await sales.presses(label, opened)
    await sales.sends("何时有结果？")
    other = await talk(uow, "E12")
    await other.presses("answer", uow.outbox.told_to("E12")[-1])
    await other.sends("明天")
    await sales.sends("/due")
    await quality.sends("/due")
    quality.reply.said.extend(other.reply.said)


async def _walk(sales: Talk) -> None:
    await sales.sends("/new")
    await sales.presses("苏州厂")
    for text in ("宏达机电", "水泵 P-300", "昨天", "120 不良 8", "漏水"):
        await sales.sends(text)
    await sales.sends(**photo("c"))
    await sales.presses("done")
    await sales.presses("demand_pay")
    await sales.presses("add_to")
    await sales.sends("/new")
    await sales.presses("resume")
    await sales.presses("submit")
    await sales.sends("我不同意")
    await sales.settles()
    await sales.presses("ask_owner")
    await sales.presses(sales.latest().rows[0][0].text)
    await sales.sends("谢谢")
    await sales.settles()
    await sales.presses("discard")


@pytest.mark.parametrize("language", ["zh-Hans", "en"])
async def test_every_screen_has_words(language: str) -> None:
    uow = await staffed()
    renderer = Renderer(uow.company)

    shown = [(message.template, renderer.rendered(language, message).html) for message in await story(uow)]

    assert {"draft_reviewed", "case_registered", "triage_asked", "case_opened", "due_listed"} <= {
        name for name, _ in shown
    }
    assert all(html.strip() and len(plain(html)) < 4096 for _, html in shown)
    assert not any("<b>=1+1" in html or "\n\n\n" in html for _, html in shown)


async def test_markup_of_people_is_shown_as_they_wrote_it() -> None:
    uow = await staffed()
    renderer = Renderer(uow.company)

    texts = [plain(renderer.rendered("zh-Hans", message).html) for message in await story(uow)]

    assert any("<b>=1+1</b>" in text for text in texts)


async def test_refusals_are_put_into_words_with_their_data() -> None:
    uow = await staffed()
    renderer = Renderer(uow.company)
    sales = await talk(uow, "E10")
    await sales.sends("/new")
    for text in ("宏达机电", "水泵"):
        await sales.sends(text)

    with pytest.raises(Refusal) as refusal:
        await sales.sends("3月9日")

    assert "3月3日" in renderer.sentence("zh-Hans", "errors", refusal.value.what, refusal.value.data)
