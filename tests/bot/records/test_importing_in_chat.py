"""Earlier records sent in chat, over HTTP: faults named, a preview, a decision, and taking it all back."""

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from bot.all_routes import all_routes
from bot.importing import undo_all
from bot.sandbox.client_person import Player
from core.actions.company.import_part import begin_import
from core.model.earlier_file import EarlierFile, FileState
from core.model.imported import Doubles, Import, ImportKind
from core.model.roles import Grant, Role
from tests.bot.office import Office
from tests.make import NOW

HEADING = "编号,客户,收到日期,情况,厂区,订单,产品,业务员\n"
STATE = "SELECT state, file_id FROM earlier_files ORDER BY id DESC LIMIT 1"
CASES = "SELECT number FROM cases ORDER BY id"


def rows(count: int, first: int = 0) -> str:
    return "".join(
        f"A-{number},宏达机电,2024-05-06,轴封漏水,苏州厂,SO-{number},,小李\n"
        for number in range(first, first + count)
    )


@pytest.fixture
async def admin(office: Office) -> AsyncIterator[Player]:
    """孙丽 is the admin everywhere."""
    player = await office.hires("E07", grants=(Grant(Role.ADMIN),))
    async with office.open(all_routes()):
        yield player


async def menu(admin: Player) -> None:
    await admin.says("/cases")
    await (await admin.sees("案件", button="📥 导入和导出")).press("📥 导入和导出")


async def sent(admin: Player, content: str | bytes, name: str = "旧表.csv", kind: str = "以前的投诉") -> None:
    await menu(admin)
    await (await admin.sees("导入（XLSX 或 CSV", button=kind)).press(kind)
    await admin.sees("作为文件发来", "必填的列")
    content = content.encode() if isinstance(content, str) else content
    await admin.sends_file(content, kind="document", name=name)


async def imported(office: Office, admin: Player, content: str, count: int) -> None:
    await sent(admin, content)
    await (await admin.sees("没有错误", button=f"导入 {count:,} 条")).press(f"导入 {count:,} 条")
    await admin.sees("已导入", button="撤回这次导入")
    await office.until(STATE, ("taken", ""))


async def test_a_file_is_shown_first_then_taken_in_and_taken_back(office: Office, admin: Player) -> None:
    await sent(admin, HEADING + rows(3))

    card = await admin.sees("新的 3 条", "+ A-0", "没有读的列：业务员", button="导入 3 条")
    assert await office.rows(CASES) == []
    await card.press("导入 3 条")
    done = await admin.sees("已导入（第 1 次）：加 3 条", button="撤回这次导入")
    assert await office.rows(CASES) == [("A-0",), ("A-1",), ("A-2",)]
    await office.until(STATE, ("taken", ""))
    assert await office.rows("SELECT made_by FROM imports") == [(1,)]

    await done.press("撤回这次导入")
    await (await admin.sees("要撤回第 1 次导入吗", button="撤回")).press("撤回")
    await admin.sees("第 1 次导入已撤回：去掉 3 条")
    assert await office.rows(CASES) == []
    await menu(admin)
    await (await admin.sees("导入（XLSX 或 CSV", button="📚 导入过的")).press("📚 导入过的")
    await admin.sees("旧表.csv", "加 3", "孙丽", "已撤回")


async def test_every_bad_row_is_named_and_of_many_all_stand_in_a_workbook(
    office: Office, admin: Player
) -> None:
    bad = "".join(f"A-{row},,soon,=1+1,苏州厂,,,\n" for row in range(2000))
    await sent(admin, HEADING + bad)

    refused = await admin.sees("2,000 行", "6,000 处问题", "什么也没有导入", button="📤 发改好的文件")
    assert "第 2 行 客户: 没有填写" in refused.text
    assert "2000 处像这样：客户 没有填写" in refused.text
    await office.until(STATE, ("refused", ""))
    await admin.sees("旧表.faults.xlsx")
    assert await office.rows("SELECT count(*) FROM evidence") == [(0,)]
    await refused.press("📤 发改好的文件")
    await admin.sees("作为文件发来")


@pytest.mark.parametrize(
    ("content", "name", "named"),
    [
        (b"\n", "旧表.csv", "文件是空的"),
        (b"not a workbook", "旧表.xlsx", "什么也没有导入"),
        ("编号,客户\nA-1,宏达\n", "旧表.csv", "缺少这一列"),
        (HEADING + "A-1,宏达,2999-01-01,x,苏州厂,,,\n", "旧表.csv", "太晚"),
    ],
)
async def test_what_is_no_clean_sheet_is_refused_in_words(
    office: Office, admin: Player, content: str | bytes, name: str, named: str
) -> None:
    await sent(admin, content, name)

    await admin.sees("什么也没有导入", named)
    await office.until(STATE, ("refused", ""))


async def test_what_is_there_already_is_merged_or_left_out_or_added_as_the_admin_says(
    office: Office, admin: Player
) -> None:
    await imported(office, admin, HEADING + rows(2), 2)
    twins = "A-0,宏达机电,2024-05-06,轴封漏水,苏州厂,SO-0,水泵,\nB-1,宏达 机电,2024-05-06,漏水,苏州厂,so-1,阀门,\n"
    await sent(admin, HEADING + twins + rows(1, first=7))

    card = await admin.sees("新的 1 条，已有的 2 条", "编号已有", "和案件 A-1", button="补上空着的栏")
    assert {"导入 1 条", "补上空着的栏", "照样加", "不导入"} <= set(card.labels)
    await card.press("补上空着的栏")
    await admin.sees("加 1 条，补 2 条，跳过 0 条")

    assert await office.rows("SELECT number, product FROM cases ORDER BY id") == [
        ("A-0", "水泵"),
        ("A-1", "阀门"),
        ("A-7", ""),
    ]


async def test_two_lines_about_one_complaint_can_be_merged_before_they_come_in(
    office: Office, admin: Player
) -> None:
    twins = "A-0,宏达机电,2024-05-06,漏水,苏州厂,SO-0,,\nB-0,宏达 机电,2024-05-06,漏水,苏州厂,so-0,水泵,\n"
    await sent(admin, HEADING + twins)

    card = await admin.sees("新的 1 条，已有的 1 条", "和第 2 行", button="补上空着的栏")
    await card.press("补上空着的栏")
    await admin.sees("加 1 条")

    assert await office.rows("SELECT number, product FROM cases") == [("A-0", "水泵")]


async def test_the_same_file_again_brings_nothing_and_says_so(office: Office, admin: Player) -> None:
    await imported(office, admin, HEADING + rows(2), 2)
    await sent(admin, HEADING + rows(2))

    card = await admin.sees("同一个文件导入过（第 1 次）", "新的 0 条，已有的 2 条")
    assert [label for label in card.labels if label.startswith("导入")] == []
    await card.press("不导入")
    await admin.sees("没有导入，文件已忘掉")
    await office.until(STATE, ("dropped", ""))


async def test_names_come_in_as_buttons_and_a_second_press_does_nothing(
    office: Office, admin: Player
) -> None:
    await sent(admin, "客户,语言\n宏达机电,\n恒发,en\n", "客户.csv", "客户")
    card = await admin.sees("客户，没有错误", "新的 2 条", button="导入 2 条")

    await card.press("导入 2 条")
    again = await card.press("导入 2 条", old=True)

    await admin.sees("加 2 条")
    assert "已经处理过" in again
    assert await office.rows("SELECT name, language FROM remembered ORDER BY id") == [
        ("宏达机电", ""),
        ("恒发", "en"),
    ]
    assert await office.rows("SELECT count(*) FROM imports") == [(1,)]


async def test_a_file_that_telegram_no_longer_has_is_told_of(office: Office, admin: Player) -> None:
    gone = EarlierFile(
        person_id=1, kind=ImportKind.COMPLAINTS, name="旧.csv", size=1, file_id="gone", sent_at=NOW
    )
    async with office.units.open(NOW) as uow:
        await uow.earlier_files.add(gone)
    await admin.says("/help")
    await admin.sees("Telegram 不再给出", button="📤 发改好的文件")
    async with office.units.open(NOW) as uow:
        chosen = replace(gone, state=FileState.CHOSEN, sha256="f" * 64, doubles=Doubles.SKIP)
        await uow.earlier_files.add(chosen)
    await admin.says("/help")
    await office.until("SELECT count(*) FROM earlier_files WHERE state = 'dropped'", (2,))


async def test_another_content_than_was_shown_is_not_taken_in(office: Office, admin: Player) -> None:
    await sent(admin, HEADING + rows(1))
    card = await admin.sees("新的 1 条", button="导入 1 条")
    async with office.units.open(NOW) as uow:
        (shown,) = await uow.earlier_files.where()
        await uow.earlier_files.put(replace(shown, sha256=shown.sha256[:16] + "0" * 48))

    await card.press("导入 1 条")

    await office.until(STATE, ("dropped", ""))
    assert await office.rows(CASES) == []


async def test_what_the_shell_has_taken_back_is_not_gone_on_with_after_a_start(
    office: Office, admin: Player
) -> None:
    await sent(admin, HEADING + rows(1))
    await admin.sees("新的 1 条")
    async with office.units.open(NOW) as uow:
        (shown,) = await uow.earlier_files.where()
        source = Import(kind=shown.kind, file_name=shown.name, sha256=shown.sha256, made_at=NOW)
        batch = await begin_import(source, uow=uow)
    await undo_all(batch.id, office.units, lambda: NOW)
    async with office.units.open(NOW) as uow:
        await uow.earlier_files.put(replace(shown, state=FileState.CHOSEN, import_id=batch.id))
    await admin.says("/help")

    await admin.sees("导入到一半时有人撤回了")

    await office.until(STATE, ("dropped", ""))
    assert await office.rows(CASES) == []


async def test_how_far_a_long_import_is_stands_in_the_message_under_which_it_was_chosen(
    office: Office, admin: Player
) -> None:
    await imported(office, admin, HEADING + rows(2100), 2100)

    told = await office.rows("SELECT count(*) FROM outbox WHERE payload LIKE '%2,000 / 2,100%'")
    assert told == [(1,)]
    await admin.sees("导入结束", ever=True)
    assert await admin.count_of("正在导入") == 0


async def test_an_admin_of_one_site_brings_nothing_into_another(office: Office) -> None:
    admin = await office.hires("E07", grants=(Grant(Role.ADMIN, "suzhou"),))
    async with office.open(all_routes()):
        await sent(admin, HEADING + rows(1) + "W-1,宏达机电,2024-05-06,轴封漏水,无锡厂,,,\n")
        await admin.sees("无锡厂", "苏州厂")
        await office.until(STATE, ("refused", ""))
        await imported(office, admin, HEADING + rows(1).replace("苏州厂", ""), 1)

    assert await office.rows("SELECT number, site FROM cases") == [("A-0", "suzhou")]


async def test_a_file_of_who_is_an_admin_no_more_is_not_read(office: Office) -> None:
    admin = await office.hires("E07", grants=(Grant(Role.ADMIN),))
    async with office.open(all_routes()):
        await sent(admin, HEADING + rows(1))
        await admin.sees("没有错误", button="导入 1 条")
    async with office.units.open(NOW) as uow:
        await uow.persons.put(replace(await uow.persons.get(1), grants=()))
        await uow.earlier_files.put(replace(await uow.earlier_files.get(1), state=FileState.SENT))
    async with office.open(all_routes()):
        await office.until(STATE, ("dropped", ""))

    assert await office.rows("SELECT act FROM log ORDER BY seq DESC LIMIT 1") == [("earlier_file_left",)]
