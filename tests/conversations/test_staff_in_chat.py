"""HR hands out a link from the chat, the account is linked by it, and cut off again."""

from pathlib import Path

from tests.conversations.workplace import workplace

LINK = "?start="


async def test_a_link_from_the_chat_links_an_account_that_a_press_cuts_off(tmp_path: Path) -> None:
    async with workplace(tmp_path) as place:
        hr = await place.joins("孙丽", "E09")

        await hr.says("/staff")
        await (await hr.sees("还没有账号", button="没有账号")).press("没有账号")
        await (await hr.sees("当面交给本人", button="张伟")).press("张伟")
        await (await hr.sees("账号：没有", button="邀请链接")).press("邀请链接")
        invited = await hr.sees("只能用一次", LINK)
        driver = await place.sandbox.add_person("张伟", note="E05")
        await driver.starts(invited.text.split(LINK, 1)[1].split()[0])
        await driver.says("E05")
        await (await driver.sees(button="我已了解")).press("我已了解")

        await invited.press("返回")
        await (await hr.sees("账号：已连接", button="解除账号")).press("解除账号")
        await (await hr.sees("要解除 张伟", button="确认解除")).press("确认解除")
        await hr.sees("账号：没有")
        await driver.says("/my")

        await driver.sees("只和已邀请的员工对话")
