"""Whether a fault has come back is answered under the question, or from what waits."""

from handlers import cases, corrective, due, recurring
from tests.core.actions.kin.test_recurrence import asked, the_question
from tests.fakes import FakeUnitOfWork
from tests.handlers.talk import Talk, talk_with

MODULES = (cases, corrective, due, recurring)


async def chat(uow: FakeUnitOfWork, who: str) -> Talk:
    return await talk_with(uow, who, *MODULES)


async def test_both_cases_are_side_by_side_and_one_press_opens_the_earlier_anew() -> None:
    talk = await chat(await asked(), "E11")

    await talk.sends("/due")
    assert "250303 是不是复发" in talk.words()
    await talk.presses("1. 250303")
    assert "250303（3月3日 08:12 结案）：轴封装反" in talk.words()
    assert "250402（4月14日 08:12 登记）" in talk.words()
    await talk.presses("came_back")

    assert talk.reply.toasts == ["recurrence_kept"]
    assert "250303 已重开，8D 第 2 轮" in talk.words()
    await talk.presses("corrective")
    assert "第 2 轮，问题重现" in talk.words()
    assert "☐ <b>D4 根本原因</b>：轴封装反" in talk.words()


async def test_unrelated_is_one_press_too() -> None:
    uow = await asked()
    talk = await chat(uow, "E12")

    await talk.hits(f"recurred_not:{(await the_question(uow)).id}:1")

    assert "陈洁" not in talk.words()
    assert "郭平 认定 250402 与它无关" in talk.words()
