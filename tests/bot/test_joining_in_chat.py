"""People join, choose a language and link a group through the real Bot API."""

from bot.all_routes import all_routes
from core.actions.person.end_employment import end_employment
from core.actions.person.invite_person import invite_person
from core.actions.person.unlink_account import unlink_account
from tests import make
from tests.bot.office import Office

NEWCOMER = 5050


async def invited(office: Office) -> str:
    """新人 (E50), whose manager is 李强, without an account; the secret of the link."""
    async with office.units.open(make.NOW) as uow:
        newcomer = await uow.persons.add(make.person("E50", name="新人", chat_id=None, oriented_at=None))
        return await invite_person(newcomer, uow=uow)


async def test_a_link_a_number_and_one_press_make_a_stranger_a_colleague(office: Office) -> None:
    supervisor = await office.hires("E03")
    secret = await invited(office)
    newcomer = await office.sandbox.add_person(
        "小新", id=NEWCOMER, username="xiaoxin", language_code="zh-hans"
    )

    async with office.open(all_routes()):
        await newcomer.starts()
        await newcomer.sees("只和已邀请的员工对话")
        await newcomer.starts(secret)
        await newcomer.sees("请发送您的工号")
        await newcomer.says("E05")
        await newcomer.sees("还可以试 2 次")
        await newcomer.says("e50")
        orientation = await newcomer.sees("新人，您好", button="我已了解")
        await supervisor.sees("新人（E50）已连接账号", "小新 (@xiaoxin)")
        await orientation.press("我已了解")
        await newcomer.sees("您在", "表示已了解")
        await newcomer.says("/help")
        await newcomer.sees("您可以这样用", "员工")

    assert (await office.person("E50")).oriented_at is not None


async def test_three_wrong_numbers_lock_the_link_for_good(office: Office) -> None:
    secret = await invited(office)
    stranger = await office.sandbox.add_person("小新", id=NEWCOMER)

    async with office.open(all_routes()):
        await stranger.starts(secret)
        await stranger.sees("请发送您的工号")
        for answer in ("还可以试 2 次", "还可以试 1 次", "已锁住"):
            await stranger.says("E99")
            await stranger.sees(answer)
        await stranger.starts(secret)
        await stranger.sees("不能用了")

    assert (await office.person("E50")).chat_id is None


async def test_an_english_account_is_answered_in_english_and_may_change_it(office: Office) -> None:
    sales = await office.hires("E10")
    stranger = await office.sandbox.add_person("Ann", id=NEWCOMER, language_code="en")

    async with office.open(all_routes()):
        await stranger.starts()
        await stranger.sees("talks only to staff who were invited")
        await sales.says("/lang")
        choice = await sales.sees("请选择语言")
        await choice.press("English")
        await sales.sees("Done: English from now on")
        await sales.says("/cancel")
        await sales.sees("No question is waiting")

    assert (await office.person("E10")).language == "en"


async def test_unlinking_and_leaving_shut_the_door_at_once(office: Office) -> None:
    sales, leaver = await office.hires("E10"), await office.hires("E17")
    async with office.units.open(make.NOW) as uow:
        first, second = await uow.persons.where()
        await unlink_account(first, actor=None, uow=uow)
        await uow.persons.put(make.person("E17", id=second.id, left_on=make.NOW.date().replace(day=1)))
        await end_employment(await uow.persons.get(second.id), uow=uow)

    async with office.open(all_routes()):
        await sales.says("/help")
        await sales.sees("只和已邀请的员工对话")
        await leaver.says("我的扣款怎么算的？")
        await leaver.sees("工作已经结束")


async def test_an_admin_links_a_group_and_sees_the_self_test_pass(office: Office) -> None:
    admin, sales = await office.hires("E07"), await office.hires("E10")
    group = await office.sandbox.add_group("苏州客诉", [admin, sales])

    async with office.open(all_routes()):
        await sales.says("/link", chat=group)
        await sales.sees("连接群要由管理员来做", chat=group)
        await admin.says("/link@gongdao_bot", chat=group)
        await admin.sees("自检第 1 步", chat=group)
        await office.sandbox.wind(seconds=3)
        await admin.sees("自检通过", chat=group)
        assert await admin.count_of("自检第 1 步", chat=group) == 0
        await office.sandbox.sets_bot(group, "kicked")
        await admin.sees("我已不在群", "苏州客诉")

    assert await office.rows("SELECT is_linked FROM chat_groups") == [(0,)]
