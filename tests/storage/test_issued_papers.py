"""An issued document is kept by its content, once, in the company's own folder."""

import hashlib

from bot.evidence.beside import evidence_beside
from bot.storage.unit_of_work import UnitsOfWork
from core.model.evidence import Holder
from core.model.money import ZERO
from core.model.paper import Paper, PaperKind
from tests.core.screens.test_payroll import batch
from tests.core.screens.test_payroll import view as view_of
from tests.make import NOW, case

PAPER = Paper(
    kind=PaperKind.STATEMENT,
    language="zh-Hans",
    number="E17-20250303",
    data={
        "on": NOW.date(),
        "name": "张伟",
        "employee_no": "E17",
        "department": "仓储部",
        "lines": [],
        "postings": [],
        "open": ZERO,
    },
)


async def test_the_hash_is_that_of_the_bytes_in_the_folder(units: UnitsOfWork) -> None:
    async with units.open(NOW) as uow:
        piece = await uow.papers.issue(PAPER)

    content = evidence_beside(units.database.engine.url).path(piece.sha256).read_bytes()
    assert hashlib.sha256(content).hexdigest() == piece.sha256
    assert (piece.size, piece.name) == (len(content), "E17-20250303-员工对账单.pdf")


async def test_the_same_document_is_kept_once(units: UnitsOfWork) -> None:
    async with units.open(NOW) as uow:
        first, second = [await uow.papers.issue(PAPER) for _ in range(2)]
        assert first == second
        assert len(await uow.evidence.where(holder=Holder.PAPER)) == 1


async def test_the_same_batch_gives_the_same_workbook(units: UnitsOfWork) -> None:
    async with units.open(NOW) as uow:
        first, second = [
            await uow.papers.sheet(
                view_of(made=batch(number="KK-2025-001")), {1: case(id=1), 2: case(id=2)}, "en"
            )
            for _ in range(2)
        ]

    assert first == second
    assert (first.name, first.mime.rpartition(".")[2]) == ("KK-2025-001.xlsx", "sheet")
