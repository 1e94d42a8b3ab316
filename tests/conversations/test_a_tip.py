"""A tip from the first word to the answer and the reward; neither chat, log, database nor backup tells whose it is."""

import sqlite3
from contextlib import closing
from importlib.resources import files
from pathlib import Path

from bot.tips.key_file import make_key
from tests.conversations.pictures import png
from tests.conversations.test_the_first_reply_clock import registers
from tests.conversations.workplace import Workplace, workplace
from tests.readable import readable

PASSPHRASE = "a sentence to remember"
SECRET = "夜班把漏油的那台泵藏进了后仓库"
MORE = "三号架，盖着布"
PHOTO = png(7, side=64)
PEOPLE = (("张伟", "E05"), ("李强", "E04"), ("钱进", "E10"), ("赵刚", "E01"))


async def test_a_tip_is_sent_read_answered_and_rewarded_and_tells_nobody_who_sent_it(tmp_path: Path) -> None:
    sample = (files("bot.sample") / "gongdao.toml").read_text(encoding="utf-8")
    public = make_key(tmp_path / "reader.key", PASSPHRASE)
    async with workplace(tmp_path, f'{sample}\n[tips]\nkey = "{public}"\n') as place:
        driver, supervisor, auditor, chief = await place.all_join(PEOPLE)
        await registers(place)
        await place.settles()
        before = rows_naming(place, str(driver.id), "E05")

        await driver.says("/tip")
        await driver.says(SECRET)
        await driver.sends_file(PHOTO, caption="后仓库")
        await (await driver.sees("共 2 条", button="提交举报")).press("提交举报")
        number = (await auditor.sees("保密举报待阅")).text.split("：")[1][:6]
        read = await place.asks("tips", "read", number, *reader(place), typed=PASSPHRASE)
        assert SECRET in read
        assert "张伟" not in read
        words = ("--words", "在哪个货架？")
        await place.asks("tips", "answer", number, *reader(place), *words, typed=PASSPHRASE)
        await driver.says(MORE, reply_to=await driver.sees("的答复", "在哪个货架？"))
        await driver.sees("补充到提交过的举报")

        await place.shell("tips", "reward", number, "--as", "E10", "--case", "250303")
        await (await chief.sees("举报奖励", number, button="500.00")).press("500.00")
        await auditor.sees("奖励已决定", "500.00 元")
        pay = ("tips", "pay", number, *reader(place), "--way", "outside")
        assert "张伟 (E05)" in await place.asks(*pay, typed=PASSPHRASE)
        for command in ("/cases", "/due", "/my"):
            await supervisor.says(command)
        await place.settles()
        backup = tmp_path.parent / f"{tmp_path.name}-backup"
        await place.shell("backup", str(backup))

        assert await supervisor.count_of(number) == await supervisor.count_of("隐瞒") == 0
        assert rows_naming(place, str(driver.id), "E05") == before
        everything = b"".join(
            path.read_bytes() for root in (tmp_path, backup) for path in root.rglob("*") if path.is_file()
        )
        for secret in (SECRET.encode(), MORE.encode(), "后仓库".encode(), PHOTO):
            assert secret not in everything
        assert "Everything fits" in await place.shell("audit", "verify")


def reader(place: Workplace) -> tuple[str, ...]:
    return ("--as", "E10", "--key", str(place.folder / "reader.key"))


def rows_naming(place: Workplace, *needles: str) -> int:
    """How many rows there are in which one of these stands."""
    database = place.folder / "company" / "gongdao.sqlite3"
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as reading:
        tables = [row[0] for row in reading.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        rows = [readable(row) for table in tables for row in reading.execute(f'SELECT * FROM "{table}"')]  # noqa: S608 - our own
    return sum(any(needle in row for needle in needles) for row in rows)
