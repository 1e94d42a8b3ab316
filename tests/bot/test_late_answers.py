"""An answer that comes too late is refused once; the next text is free again."""

from dataclasses import replace

from bot.all_routes import all_routes
from core.model.draft import DraftState
from tests.bot.office import Office
from tests.make import NOW


async def test_a_question_that_is_over_does_not_catch_the_next_text(office: Office) -> None:
    sales = await office.hires("E10")
    async with office.open(all_routes()):
        await sales.forwards("水泵漏水很厉害，请看照片")
        await office.sandbox.wind(seconds=3)
        await sales.sees("还缺")
        async with office.units.open(NOW) as uow:
            (draft,) = await uow.drafts.where(person_id=1)
            await uow.drafts.put(replace(draft, state=DraftState.CANCELLED))

        await sales.says("宏达机电")
        await sales.sees("这份草稿已经处理过了")
        await sales.says("那这个呢")
        await office.sandbox.wind(seconds=3)

        await sales.sees("那这个呢", "这是关于什么的")


async def test_a_wrong_answer_leaves_the_question_open(office: Office) -> None:
    sales = await office.hires("E10")
    async with office.open(all_routes()):
        await sales.says("/new")
        await sales.sees("客户是哪一家")
        for text, shown in (
            ("宏达机电", "哪个产品"),
            ("水泵", "哪天"),
            ("2月30日", "没有“2月30日”"),
            ("昨天", "数量多少"),
        ):
            await sales.says(text)
            await sales.sees(shown)
