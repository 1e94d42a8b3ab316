"""Earlier records come in beside a bot at work: bad rows are all named, clean ones are found in chat at once."""

from pathlib import Path

import pytest

from tests.conversations.test_the_whole_story import picks, says
from tests.conversations.workplace import Workplace, workplace

HEADING = "编号,客户,收到日期,情况,厂区,订单\n"


async def test_bad_rows_are_named_clean_ones_are_found_and_an_empty_week_says_so(tmp_path: Path) -> None:
    async with workplace(tmp_path) as place:
        (quality,) = await place.all_join([("陈洁", "E07")])
        await says(quality, "/report")
        await quality.sees("这段时间没有登记案件，也没有未关闭的案件")

        await two_thousand_bad_rows_are_refused(place)
        rows = "".join(f"A-{row},宏达机电,2024-05-06,轴封漏水,苏州厂,SO-{row}\n" for row in range(120))
        (tmp_path / "old.csv").write_text(HEADING + rows, encoding="utf-8")
        shown = await place.shell("import", "complaints", "old.csv")
        taken = await place.shell("import", "complaints", "old.csv", "--yes")

        await says(quality, "/find A-17")
        await picks(quality, "A-17", "🔍")
        await quality.sees("A-17", "以前的记录，导入的")
    assert "120" in shown
    assert "120" in taken


async def two_thousand_bad_rows_are_refused(place: Workplace) -> None:
    rows = "".join(f"A-{row},,soon,x,苏州厂,\n" for row in range(2000))
    (place.folder / "bad.csv").write_text(HEADING + rows, encoding="utf-8")

    with pytest.raises(AssertionError) as refused:
        await place.shell("import", "complaints", "bad.csv", "--yes")

    assert "4000" in str(refused.value)
    assert str(refused.value).count("\n") < 40
    assert (place.folder / "bad.faults.xlsx").stat().st_size > 0
