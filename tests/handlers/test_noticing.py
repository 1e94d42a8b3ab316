from datetime import date

from core.actions.figures.approve_figures import approve_figures
from core.actions.figures.confirm_responsibility import confirm_responsibility
from core.actions.figures.put_figures import put_figures
from core.model.money import Money
from core.model.pay_law import MinimumWage
from tests.fakes import FakeUnitOfWork
from tests.handlers.liability_talk import liability_talk
from tests.handlers.talk import Talk
from tests.liability import complete, confirmed, last_told, version, who, with_wage


async def noticed(uow: FakeUnitOfWork) -> Talk:
    await approve_figures(1, await version(uow), 2, actor=await who(uow, "E05"), uow=uow)
    worker = await liability_talk(uow, "E17")
    worker.reply.said.append(last_told(uow, "E17", "notice_issued"))
    return worker


async def test_a_notice_says_everything_and_threatens_nothing() -> None:
    uow = await complete(
        contract_clause="第十二条",
        rule_published_on=date(2025, 1, 1),
        minimum_wages=(MinimumWage("suzhou", date.min, Money.of("2490.00")),),
    )
    await with_wage(uow, "E17", "3000")
    await put_figures(1, actor=await who(uow, "E11"), uow=uow)
    await confirm_responsibility(1, await version(uow), 0, actor=await who(uow, "E04"), uow=uow)

    words = (await noticed(uow)).words()

    for part in (
        "赔偿通知单 TZ-2025-0001",
        "《服务质量与安全事故处理制度》5.1 条和劳动合同第十二条",
        "您承担 <b>876.00 元</b>",
        "核定：陈洁 · 批准：赵刚",
        "先扣 1 个月，每月 510.00 元，再下一个月扣 366.00 元",
        "<b>3月10日 24:00</b> 前申诉",
        "劳动争议仲裁",
        "不表示同意",
    ):
        assert part in words
    assert "拟" not in words


async def test_without_contract_clause_it_is_proposed_and_names_no_month() -> None:
    worker = await noticed(await confirmed())

    assert "（拟）" in worker.words()
    assert "财务核定后另行通知" in worker.words()


async def test_received_is_no_consent_and_is_shown_on_the_notice() -> None:
    uow = await confirmed()
    worker = await noticed(uow)

    await worker.presses("acknowledge")

    assert worker.reply.toasts == ["acknowledged"]
    assert "已知悉）" in worker.words()


async def test_an_appeal_by_chat_freezes_the_money() -> None:
    uow = await confirmed()
    worker = await noticed(uow)

    await worker.presses("appeal")
    await worker.sends("不是我装的")

    assert "876.00 元已<b>冻结</b>" in worker.words()
    assert "不是我装的" in worker.words(last_told(uow, "E08", "appeal_received"))


async def test_why_explains_each_step_with_clause_edition_and_hash() -> None:
    uow = await confirmed()
    worker = await noticed(uow)

    await worker.presses("why")

    words = worker.words()
    assert "张伟 直接责任人 <b>876.00 元</b>" in words
    assert "· 重复性劳动 12 工时 × 20.00 = 240.00（8.1 条）\n" in words
    assert "直接损失 1,460.00 元在 500.00 元与 6,000.00 元之间（5.1 条） → 严重事故" in words
    assert "取整：四舍五入到分，无差" in words
    assert "文本校验" in words
    assert "李强" not in words


async def test_why_without_a_person_shows_what_one_may_see() -> None:
    uow = await confirmed()
    manager = await liability_talk(uow, "E05")

    await manager.hits(f"why:1:{await version(uow)}")

    assert "周敏" in manager.words()
