"""Two complaints of one order: found by words, offered as alike, linked and taken back, and taken out as ZIP."""

import hashlib
import json
import sqlite3
from contextlib import closing
from pathlib import Path
from zipfile import ZipFile

from bot.sandbox.client_message import SeenMessage
from bot.sandbox.client_person import Player, file_part
from tests.conversations.people import People, everybody_joins
from tests.conversations.scenery import scene, sent
from tests.conversations.workplace import Workplace, workplace

CUSTOMER = {"type": "hidden_user", "name": "王工", "date": "2025-03-03T08:12:00+08:00"}
COMPLAINT = "水泵 P-300 订单 SO-20871 运行两小时后轴封漏水，8 台，要求换货"
AGAIN = "水泵 P-300 订单 SO20871 换货后又漏水，3 台，要求退货"
ODD = ("%", '"', "水泵* AND", "'; drop table cases; --", "NEAR(水泵)", "😀")


async def test_two_complaints_of_one_order(tmp_path: Path) -> None:
    async with workplace(tmp_path) as place:
        people = await everybody_joins(place)
        await registers(place, people, COMPLAINT, "250303", quality=90)
        await place.sandbox.wind(days=6)
        await registers(place, people, AGAIN, "250309", quality=50)

        await it_is_offered_linked_and_taken_back(people)
        await each_finds_what_they_may_see(people)
        await quality_takes_out_the_dossier(people)
        await place.settles()
        printed = await place.shell("find", "漏水", "--json")
    assert [row["number"] for row in json.loads(printed)] == ["250309", "250303"]
    the_dossier_is_whole(tmp_path / "company")


async def registers(place: Workplace, people: People, words: str, number: str, *, quality: int) -> None:
    """The photo is the same, as another phone sends it."""
    photo = {"files": [file_part(sent(scene(10), quality=quality), caption="轴封处")]}
    await people.sales.forwards(words, photo, origin=CUSTOMER)
    await place.settles()
    await place.sandbox.wind(seconds=3)
    await people.sales.sees("还缺：客户名称")
    await people.sales.says("宏达机电")
    await (await people.sales.sees("请核对", button="提交")).press("提交")
    await people.sales.sees(f"已登记 {number}")


async def it_is_offered_linked_and_taken_back(people: People) -> None:
    offered = await people.sales.sees("250309", "看起来像", "250303", "同客户同订单", "照片看起来一样")
    assert offered.labels[0] == "250303"
    card = await people.quality.sees("250309 请受理", button="像的案件（1）")
    await card.press("像的案件（1）")
    kin = await people.quality.sees("看起来像", "250303", button="250303")
    await kin.press("250303")
    pair = await people.quality.sees("它们是什么关系", button="复发")

    assert "已记下" in await pair.press("重复")
    linked = await people.quality.sees("已记为重复", "陈洁", button="撤回")
    await people.sales.sees("250303", "重复 250309", chat=people.group)
    assert "已经有人记下" in await pair.press("复发", old=True)
    assert "已撤回" in await linked.press("撤回")
    await (await people.quality.sees("它们是什么关系", button="复发")).press("复发")

    await people.sales.sees("250309", "复发，上次是 250303", chat=people.group)
    await people.sales.sees("250303", "后来复发 250309", chat=people.group)


async def each_finds_what_they_may_see(people: People) -> None:
    found = await finds(people.quality, "/find 漏水 宏达", "250303", "250309")
    await found.press("☐ 未关闭")
    await people.quality.sees("未关闭", "250303", button="☑ 未关闭")
    await finds(people.quality, "/find wxm", "250303", "250309")
    await finds(people.sales, "/find 退货", "250309")
    for words in ODD:
        await people.sales.says(f"/find {words}")
        await people.sales.sees("🔍")
    await people.sales.says("/find " + "水" * 4000)
    await people.sales.sees("太长了")
    await people.sales.says("/cancel")
    await people.driver.says("/find 漏水")
    await people.driver.sees("没有找到您能看的案件")


async def finds(person: Player, words: str, *numbers: str) -> SeenMessage:
    await person.says(words)
    return await person.sees("🔍", *numbers)


async def quality_takes_out_the_dossier(people: People) -> None:
    quality = people.quality
    await quality.says("/cases")
    await (await quality.sees("本厂区未关闭的案件", button="250303")).press("250303")
    await (await quality.sees("250303", "水泵", button="受理")).press("受理")
    await (await quality.sees("250303", button="✅ 受理")).press("✅ 受理")
    await quality.says("/cases")
    await (await quality.sees("本厂区未关闭的案件", button="250303")).press("250303")
    await (await quality.sees("250303", "调查中", button="文件")).press("文件")
    await (await quality.sees("要哪一份", button="整个案卷")).press("整个案卷")
    await quality.sees("250303 的案卷在下面")
    await quality.sees("250303-dossier.zip")


def the_dossier_is_whole(company: Path) -> None:
    with closing(sqlite3.connect(company / "gongdao.sqlite3")) as database:
        (sha256,) = database.execute("select sha256 from evidence where mime = 'application/zip'").fetchone()
    path = company / "evidence" / sha256[:2] / sha256
    with ZipFile(path) as packed:
        manifest = json.loads(packed.read("manifest.json"))
        for file in manifest["files"]:
            assert hashlib.sha256(packed.read(file["name"])).hexdigest() == file["sha256"]
        names = [file["name"] for file in manifest["files"]]
        log = [json.loads(line) for line in packed.read("log.jsonl").decode().splitlines()]
    assert {"README.txt", "papers", "evidence", "log.jsonl"} <= {name.split("/")[0] for name in names}
    assert log[0]["act"] == "case_registered"
    assert "cases_linked" in [row["act"] for row in log]
