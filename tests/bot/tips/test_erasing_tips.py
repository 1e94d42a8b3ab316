"""A tip is erased with its files and marks when its time is over, and not a day before."""

from datetime import timedelta

from bot.clock import SystemClock
from bot.evidence.folder import EvidenceFolder
from bot.tips.erasing import TipEraser
from bot.tips.marks import Marks
from bot.tips.own_key import OwnKey
from core.model.evidence import Storing
from core.model.tip import Tip, TipPiece, TipState
from tests.bot.office import Office

YEAR = timedelta(days=365)


async def test_only_tips_past_their_days_are_erased(office: Office) -> None:
    now, folder = SystemClock().now(), EvidenceFolder(office.folder / "evidence")
    (office.folder / "evidence").mkdir()
    marks = Marks(OwnKey(office.folder / "own.key"))
    files = {name: folder.keep(name.encode()) for name in ("old", "young")}
    async with office.units.open(now) as uow:
        for name, days in (("old", 366), ("young", 364)):
            at = now - timedelta(days=days)
            sent = Tip(number=name, state=TipState.SENT, opened_at=at, sent_at=at)
            tip = await uow.tips.add(sent)
            file = TipPiece(
                tip_id=tip.id, sealed="x", storing=Storing.STORED, sha256=files[name], received_at=at
            )
            await uow.tip_pieces.add(file)
            await uow.tip_pieces.add(TipPiece(tip_id=tip.id, sealed="x", received_at=at))
            await marks.take_in(17, days, name, at, uow.connection)

    await TipEraser(office.units, SystemClock(), folder, YEAR).erase()

    assert await office.rows("SELECT number, state FROM tips") == [("old", "erased"), ("young", "sent")]
    assert await office.rows("SELECT count(*), max(tip_id) FROM tip_pieces") == [(2, 2)]
    assert await office.rows("SELECT DISTINCT tip FROM tip_marks") == [("young",)]
    assert [folder.path(sha256).exists() for sha256 in files.values()] == [False, True]
