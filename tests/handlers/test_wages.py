"""The month of wages is chosen or typed; a file that comes too early is kept nowhere."""

import pytest

from core.errors import NotAllowed, NotThisPerson
from handlers import wages
from tests.fakes import FakeUnitOfWork
from tests.handlers.talk import Talk, talk_with
from tests.make import staffed

SHEET = {"file_id": "f", "file_unique_id": "u", "file_name": "工资.xlsx", "file_size": 9000}


async def asked(employee_no: str = "E06") -> tuple[FakeUnitOfWork, Talk]:
    uow = await staffed()
    talk = await talk_with(uow, employee_no, wages)
    await talk.hits("wages_send:0:0")
    return uow, talk


async def test_a_file_before_its_month_is_neither_taken_nor_kept_as_evidence() -> None:
    uow, talk = await asked()

    await talk.sends(document=SHEET)

    assert talk.words().startswith("刚才的文件没有收下")
    assert not uow.wages_uploads.things
    assert not uow.evidence.things
    assert not uow.drafts.things
    await talk.presses("2025-02")
    await talk.sends(document=SHEET)
    assert [one.month for one in uow.wages_uploads.things.values()] == ["2025-02"]


async def test_of_several_files_at_once_none_is_taken_and_none_begins_a_complaint() -> None:
    uow, talk = await asked()
    await talk.presses("2025-02")

    for _ in range(2):
        with pytest.raises(NotAllowed, match="wages_one_by_one"):
            await talk.sends(document=SHEET, media_group_id="a1")

    assert not uow.wages_uploads.things
    await talk.sends(document=SHEET)
    assert len(uow.wages_uploads.things) == 1


async def test_the_month_may_be_typed() -> None:
    _, talk = await asked()
    with pytest.raises(NotAllowed, match="month_unknown"):
        await talk.sends("上个月")

    await talk.sends("2025年2月")

    assert talk.latest().data["month"] == "2025-02"


async def test_what_is_neither_a_month_nor_a_file_is_asked_again() -> None:
    _, talk = await asked()

    await talk.sends(location={"longitude": 120.6, "latitude": 31.3})

    assert talk.words().startswith("上传哪个月的工资")


async def test_nobody_but_finance_is_asked() -> None:
    with pytest.raises(NotThisPerson):
        await asked("E03")
