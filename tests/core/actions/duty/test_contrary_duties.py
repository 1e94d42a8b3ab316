import pytest

from bot.render.renderer import Renderer
from core.actions.duty.fill_duty import fill_duty
from core.actions.duty.finish_duty import finish_duty
from core.errors import NotAllowed
from core.model.fault import BadRulebook
from core.rulebook.parsing import read_edition
from tests.core.rulebook.shipped import compiled
from tests.demanding import the_duty, under_demands
from tests.fakes import FakeUnitOfWork
from tests.make import by_no

TEXT = """
id = "demanding"
edition = "undated"
zone = "Asia/Shanghai"
title = { zh-Hans = "事项", en = "Duties" }
clauses = ["1"]

[offices.quality]
label = { zh-Hans = "品管", en = "Quality" }

[duties.pay]
clause = "1"
kind = "gate"
owner = "quality"
label = { zh-Hans = "按商定支付", en = "Pay as agreed" }

[duties.pay.fields]
agreed = { type = "money", label = { zh-Hans = "商定", en = "Agreed" } }
paid = { type = "money", equals = "agreed", label = { zh-Hans = "已付", en = "Paid" } }
content = { type = "boolean", must_be = true, label = { zh-Hans = "客户满意", en = "Customer content" } }
disputed = { type = "boolean", optional = true, must_be = false, label = { zh-Hans = "有争议", en = "Disputed" } }
"""


async def filled(*answers: str) -> FakeUnitOfWork:
    uow = await under_demands(compiled(TEXT))
    for place, answer in enumerate(answers):
        duty = await the_duty(uow, "pay")
        await fill_duty(duty.id, duty.version, place, answer, actor=await by_no(uow, "E11"), uow=uow)
    return uow


async def finish(uow: FakeUnitOfWork) -> None:
    duty = await the_duty(uow, "pay")
    await finish_duty(duty.id, duty.version, actor=await by_no(uow, "E11"), uow=uow)


@pytest.mark.parametrize("answers", [("800", "800.00", "是"), ("800", "800", "yes", "no")])
async def test_what_is_as_the_clause_wants_it_is_done(answers: tuple[str, ...]) -> None:
    uow = await filled(*answers)

    await finish(uow)

    assert (await the_duty(uow, "pay")).done_at == uow.now


@pytest.mark.parametrize(
    ("answers", "chinese", "english"),
    [
        (("800", "799.99", "是"), "“已付”须等于“商定”", "“Paid” must equal “Agreed”"),
        (("800", "800", "否"), "“客户满意”须为“是”", "“Customer content” must be yes"),
        (("800", "800", "是", "是"), "“有争议”须为“否”", "“Disputed” must be no"),
    ],
)
async def test_what_is_contrary_to_the_clause_is_named_and_keeps_the_duty_open(
    answers: tuple[str, ...], chinese: str, english: str
) -> None:
    uow = await filled(*answers)

    with pytest.raises(NotAllowed) as refusal:
        await finish(uow)

    words = Renderer(uow.company)
    assert chinese in words.sentence("zh-Hans", "errors", refusal.value.what, refusal.value.data)
    assert english in words.sentence("en", "errors", refusal.value.what, refusal.value.data)
    assert (await the_duty(uow, "pay")).done_at is None


def test_a_field_may_speak_only_of_fields_of_its_own_form() -> None:
    with pytest.raises(BadRulebook) as refused:
        read_edition(TEXT.replace('equals = "agreed"', 'equals = "promised"'))

    assert "fields.paid names 'promised'; fields of this form are agreed, paid, content, disputed" in str(
        refused.value
    )
