"""A month's wages become a closed batch over real HTTP: prepared by the shell, made by one person, closed by another."""

from datetime import UTC, date
from pathlib import Path

from bot.company_database import company_database
from bot.settings import settings_from
from core.actions.money.report_payroll import report_payroll
from core.ledger.balances import owed_by
from core.model.money import Money
from tests.conversations.workplace import MONDAY, Workplace, workplace
from tests.core.ledger.make_postings import charged
from tests.core.payroll.make_payroll import notice
from tests.make import case

WAGES = "工号,姓名,应发工资\nE05,张伟,3000.00\nE12,马超,9000\n"


async def test_two_people_of_finance_close_a_month_and_a_driver_is_told_their_own_part_alone(
    tmp_path: Path,
) -> None:
    async with workplace(tmp_path) as place:
        maker, closer, driver = await place.all_join([("何静", "E08"), ("孙丽", "E09"), ("张伟", "E05")])
        await two_people_owe(place)
        (tmp_path / "wages.csv").write_text(WAGES, encoding="utf-8")
        await place.shell("payroll", "prepare", "wages.csv", "--month", "2025-03")

        preview = await maker.sees("2025-03 扣款批次", "本月扣款合计：656.00 元", button="生成批次")
        await preview.press("生成批次")
        await maker.sees("KK-", "您已生成，请另一位财务关闭")
        made = await closer.sees("KK-", "请核对后关闭", button="关闭批次")
        await made.press("关闭批次")
        await closer.sees("已关闭", "账本校验值")
        told = await driver.sees("2025-03 工资扣款", "扣 510.00 元，还余 366.00 元")
        assert "146.00" not in told.text
        await driver.says("/payroll")
        await driver.sees("扣款批次由财务办理")
        await place.settles()

        await payslips_come_back(place)
        differing = await maker.sees(
            "工资条与批次不同", "张伟（E05）：批次 510.00 元，工资条 500.00 元", button="登记实扣"
        )
        await differing.press("登记实扣")
        await maker.sees("账本与工资条一致")

        assert await left(place) == Money(37600)


async def two_people_owe(place: Workplace) -> None:
    """张伟 876.00 and 马超 146.00, by notices that they were given."""
    settings = settings_from(place.folder / "gongdao.toml")
    async with company_database(settings) as units, units.open(MONDAY.astimezone(UTC)) as uow:
        await uow.cases.add(case(occurred_on=date(2025, 3, 1)))
        for number, (employee_no, fen) in enumerate((("E05", 87600), ("E12", 14600)), 1):
            person = await uow.persons.one(employee_no=employee_no)
            assert person is not None
            given = notice(0, 1, person_id=person.id, number=f"TZ-2025-000{number}")
            given = await uow.notices.add(given)
            await uow.ledger.book(charged(fen, person_id=person.id, notice_id=given.id))


async def payslips_come_back(place: Workplace) -> None:
    """Of 张伟's wage 500.00 was withheld instead of 510.00."""
    settings = settings_from(place.folder / "gongdao.toml")
    async with company_database(settings) as units, units.open(MONDAY.astimezone(UTC)) as uow:
        withheld = {line.id: line.amount for line in await uow.batch_lines.where(batch_id=1)}
        await report_payroll(1, withheld | {1: Money(50000)}, uow=uow)


async def left(place: Workplace) -> Money:
    settings = settings_from(place.folder / "gongdao.toml")
    async with company_database(settings) as units, units.open(MONDAY.astimezone(UTC)) as uow:
        return owed_by(await uow.ledger.owed())
