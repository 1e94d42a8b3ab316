from bot.render.renderer import Renderer
from core.actions.investigation.add_loss import add_loss
from core.rules.typed.loss_text import loss_in
from tests.handlers.liability_talk import liability_talk
from tests.liability import named, put, the_case, who

FOREIGN = "USD 1,000.5 @ 7.18 2025-03-03 中国银行"


async def test_why_says_currency_rate_day_and_source_of_a_foreign_loss() -> None:
    uow = await named()
    quality = await who(uow, "E11")
    await add_loss(1, loss_in("discount", FOREIGN), actor=quality, uow=uow)
    talk = await liability_talk(uow, "E11")

    await talk.hits(f"why:1:{(await the_case(uow)).version}")

    assert "（USD 1000.5 × 7.18，3月3日汇率，来源：中国银行）" in talk.words()
    assert talk.words().count("USD") == 1
    english = Renderer(uow.company).rendered("en", talk.latest()).html
    assert "(USD 1000.5 × 7.18, rate of 3 Mar, source: 中国银行)" in english


async def test_a_foreign_loss_entered_since_is_not_said_of_the_old_figures() -> None:
    uow = await put()
    old = (await the_case(uow)).version
    await add_loss(1, loss_in("discount", FOREIGN), actor=await who(uow, "E11"), uow=uow, instead_of=0)
    talk = await liability_talk(uow, "E11")

    await talk.hits(f"why:1:{old}")

    assert "1,460.00" in talk.words()
    assert "USD" not in talk.words()
