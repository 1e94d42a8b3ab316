"""A backup that is killed, or finds no room, leaves the ones before as they were."""

from bot.backup.taking import Taken
from bot.storage.engine import open_database
from bot.storage.migrate import migrate
from core.model.log import LogRow
from tests.bot.backup.company import Company
from tests.bot.processes.running_bot import Machine, ended
from tests.make import NOW
from tests.storage.opening import units_on

KILLED = -9


async def test_a_backup_that_is_killed_leaves_the_one_before_whole_and_the_next_one_works(
    here: Machine,
) -> None:
    company = await _company(here)
    before = company.backs_up()
    for times in (1, 2):
        killed = await here.starts("backup", "backups", GONGDAO_DIES_AT=f"backup:{times}")
        assert (await ended(killed))[0] == KILLED
    left = company.restores(before.name).manifest

    after = company.backs_up()

    assert left == before.manifest
    assert _names(company) == [before.name, after.name]
    await company.opened.close()


async def test_a_backup_without_room_is_said_and_the_one_before_is_whole(here: Machine) -> None:
    company = await _company(here)
    before: Taken = company.backs_up()

    code, said = await ended(await here.starts_without_room("backup", "backups"))

    assert code == 1
    assert "No backup was taken" in said
    assert "is still whole" in said
    assert _names(company) == [before.name]
    assert company.restores().manifest == before.manifest
    await company.opened.close()


async def _company(here: Machine) -> Company:
    """The machine's own data folder, with something in it."""
    here.database.parent.mkdir()
    opened = open_database(here.database)
    await migrate(opened)
    units = units_on(opened)
    async with units.open(NOW) as uow:
        await uow.log.write(LogRow(act="written"))
    return Company(root=here.folder, opened=opened, units=units, name="company")


def _names(company: Company) -> list[str]:
    return sorted(path.name for path in (company.backups / "backups").glob("*Z"))
