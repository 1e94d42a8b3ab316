"""A document that the bot has issued is sent as a file from its own folder."""

from bot.evidence.beside import evidence_beside
from core.model.evidence import Evidence, Holder, Kind, Storing
from core.model.message import Message
from tests.bot.office import Office
from tests.make import NOW

ISSUED = "SELECT state, method FROM outbox WHERE method = 'sendDocument'"


async def tell_with_file(office: Office, content: bytes, *, is_kept: bool = True) -> None:
    folder = evidence_beside(office.units.database.engine.url)
    sha256 = folder.keep(content)
    if not is_kept:
        folder.path(sha256).unlink()
    person = await office.person("E17")
    async with office.units.open(NOW) as uow:
        piece = await uow.evidence.add(
            Evidence(
                holder=Holder.PAPER,
                holder_id=1,
                kind=Kind.DOCUMENT,
                storing=Storing.STORED,
                name="TZ-2025-0001-notice.pdf",
                sha256=sha256,
                chat_id=0,
                message_id=0,
                received_by=0,
                received_at=NOW,
            )
        )
        data = {"number": "TZ-2025-0001", "hash": sha256, "case_id": None}
        await uow.outbox.tell(person, Message(template="paper_issued", data=data, files=(piece.id,)))


async def test_the_file_arrives_under_its_name(office: Office) -> None:
    zhang = await office.hires("E17")
    await tell_with_file(office, b"%PDF-1.7 notice")

    async with office.open():
        await office.until(ISSUED, ("sent", "sendDocument"))

    shown = [seen.raw["document"]["file_name"] for seen in await zhang.screen() if "document" in seen.raw]
    assert shown == ["TZ-2025-0001-notice.pdf"]


async def test_a_file_that_is_gone_is_told_as_undeliverable_and_holds_up_nothing(office: Office) -> None:
    await office.hires("E17")
    await tell_with_file(office, b"%PDF-1.7 gone", is_kept=False)

    async with office.open():
        await office.until(ISSUED, ("failed", "sendDocument"))
