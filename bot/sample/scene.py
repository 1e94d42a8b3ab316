"""The opening scene: a customer has written, and sales forwards it to the bot."""

from importlib.resources import files

from bot.sample.cast import GROUPS, PARTS, part
from bot.sandbox.client import Sandbox
from bot.sandbox.client_person import file_part

CUSTOMER = {"type": "hidden_user", "name": "王工(宏达机电)"}
WORDS = (
    "你好,订单 SO-20871 的水泵 P-300,3月1日到货 120 台,装机运行两小时后轴封漏水,不良 8 台。",
    "现场已经停线,麻烦尽快处理,这 8 台请换货。我的电话 13800138000,照片见下。",
)
PICTURES = ("pump", "seal", "label")
SALES = "E06"


async def play_opening(sandbox: Sandbox) -> None:
    """Once everybody has been greeted: forward words and photos as 王小明, and wait for the draft."""
    sales = await sandbox.person(part(SALES).account)
    await sales.sees(sales.name, within=30, ever=True)
    await sandbox.is_quiet(milliseconds=500, seconds=30)
    unread = (await sandbox.state())["unread"]
    for one in PARTS:
        # Who was only greeted has read it; who has something to do finds it unread.
        player = await sandbox.person(one.account)
        if unread.get(str(one.account), {}).get(str(one.account), 0) <= 1:
            await player.screen()
        for group, _, members in GROUPS.values():
            if one.employee_no in members:
                await player.screen(chat=group)
    await sales.forwards(*WORDS, origin=CUSTOMER)
    pictures = files("bot.sample") / "pictures"
    album = [
        file_part((pictures / f"{name}.jpg").read_bytes(), name=f"{name}.jpg", mime="image/jpeg")
        for name in PICTURES
    ]
    await sales.sends_album(album, origin=CUSTOMER)
    await sales.sees("SO-20871", within=20)
