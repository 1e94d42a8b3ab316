"""A complaint is taken in under each of the regulations: asked one thing at a time, registered, and shown."""

from datetime import date

import pytest

from bot.render.plain import plain
from bot.render.renderer import Renderer
from bot.rulebooks import ids, rulebook
from core.model.company import InForce
from core.rulebook.duty_rules import FormField
from core.rules.draft.intake_asked import asked_by
from tests.handlers.talk import Talk, forwarded, photo, talk
from tests.make import staffed

LETTER = "客户：宏达机电，产品：水泵，料号 P-300，漏水很厉害，订单 SO-20871，数量 120，不良8台，电话 13812345678，要求换货"
ANSWERS = {"date": "2025-02-01", "count": "3", "decimal": "2.5", "money": "800", "time": "2025-03-02 9:05"}


async def answer(sales: Talk, field: str, form: FormField) -> None:
    if form.type == "photo":
        await sales.sends(**photo())
        await sales.settles()
    elif form.type in ("choice", "boolean"):
        await sales.presses(f"{field}:{next(iter(form.choices), 'yes')}")
    else:
        await sales.sends(ANSWERS.get(form.type, "如客户所述"))


@pytest.mark.parametrize("name", ids())
async def test_a_complaint_is_taken_in_and_says_what_this_rulebook_asked(name: str) -> None:
    uow = await staffed(in_force=(InForce(rulebook=name, since=date(2020, 1, 1)),))
    asked = asked_by(rulebook(name, date(2025, 3, 3)).edition)
    sales = await talk(uow, "E10")
    await sales.sends(LETTER, **forwarded())
    await sales.settles()

    taps = 0
    while sales.latest().template == "burst_received":
        field = str(sales.latest().data["gaps"][0].field)  # type: ignore[index]
        await answer(sales, field, asked.fields[field])
        taps += 1
    await sales.presses("submit")

    case = uow.cases.things[1]
    card = plain(Renderer(uow.company).rendered("zh-Hans", uow.outbox.told_to("E11")[0]).html)
    wanted = [field for field, form in asked.own().items() if not form.optional]
    photos = [form for form in asked.fields.values() if form.type == "photo" and not form.optional]
    assert taps == len(wanted) + len(photos)
    assert sorted(case.answers) == sorted(wanted)
    assert all(asked.fields[field].label.zh_hans in card for field in wanted)
