"""The power goes while somebody is forgotten, and while an album waits that may be a tip."""

from datetime import UTC, date

from bot.company_database import company_database
from bot.sandbox.client_person import Player, file_part
from bot.settings import settings_from
from core.model.log import LogRow
from core.model.person import Person
from tests.conversations.pictures import png
from tests.conversations.workplace import MONDAY
from tests.soak.evening.power import Power

SECRET = "后仓库藏着一台泵"


async def somebody_is_forgotten(power: Power, hr: Player) -> None:
    """Who left years ago is erased by one press, once."""
    async with (
        company_database(settings_from(power.place.folder / "gongdao.toml")) as units,
        units.open(MONDAY.astimezone(UTC)) as uow,
    ):
        gone = Person(
            employee_no="E90", name="郭子轩", department="仓储部", site="suzhou", left_on=date(2020, 1, 31)
        )
        gone = await uow.persons.add(gone)
        await uow.log.write(LogRow(act="said", actor_id=gone.id, words={"said": "郭子轩说的"}))
    await power.place.shell("person", "forget", "E90", "--propose", "--as", "E10")
    asked = await hr.sees("清除离职人员的资料", "郭子轩", button="清除")
    await power.place.settles()
    await power.place.kills_bot()
    await asked.press_and_go("清除")
    await power.goes("effect_commit:1", "effect_commit:2", "sent_not_marked:1")
    await power.comes_back()
    power.counts("SELECT count(*) FROM persons WHERE employee_no LIKE 'gone-%' AND name = '—'", 1)
    power.counts("SELECT count(*) FROM log_words WHERE words LIKE '%郭子轩%'", 0)
    power.counts("SELECT count(*) FROM log WHERE act = 'person_forgotten'", 1)
    await power.told(hr, "资料已清除")


async def an_album_becomes_a_tip(power: Power, worker: Player) -> None:
    """Two parts wait when the power goes, the third says what they are; then it is taken back, with its files."""
    await power.place.kills_bot()
    first, _ = await worker.sends_album([file_part(png(1)), file_part(png(2))])
    await power.goes("inbox_commit:1", "inbox_commit:2")
    power.counts("SELECT count(*) FROM inbox WHERE state = 'held'", 2)
    await worker.sends_album([file_part(png(3), caption=f"/tip {SECRET}")], of=first)
    await power.goes("inbox_commit:1", "inbox_commit:2", "effect_commit:1")
    await power.goes("sent_not_marked:1", "evidence_download:2")
    await power.comes_back()
    power.counts("SELECT count(*) FROM tips", 1)
    await power.until("SELECT count(*) FROM tip_pieces WHERE storing = 'stored'", 3)
    power.counts("SELECT count(*) FROM tip_pieces", 3)
    power.counts("SELECT count(*) FROM log WHERE act = 'tip_opened'", 1)
    power.counts("SELECT count(*) FROM drafts", 0)
    await power.told(worker, "每一张都会加密保存")

    await power.place.kills_bot()
    await worker.says("/cancel")
    await power.goes("erasing:1", "erasing:2")
    await power.comes_back()
    power.counts("SELECT count(*) FROM log WHERE act = 'tip_withdrawn'", 1)
    await power.until("SELECT count(*) FROM tip_pieces", 0)
    await power.told(worker, "已撤回")
    everything = b"".join(file.read_bytes() for file in power.place.folder.rglob("*") if file.is_file())
    power.doubled += SECRET.encode() in everything or png(3) in everything
