"""The company's database opened beside the bot: by the shell, or to found the sample company."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.payroll.vault import WAGES_KEY, KeyFileVault
from bot.render.renderer import Renderer
from bot.secrets import SystemSecrets
from bot.settings import Settings
from bot.storage.engine import open_database
from bot.storage.migrate import migrate
from bot.storage.unit_of_work import Surroundings, UnitsOfWork


@asynccontextmanager
async def company_database(settings: Settings) -> AsyncIterator[UnitsOfWork]:
    """Units of work on the company's database, made and migrated if need be."""
    settings.data.mkdir(parents=True, exist_ok=True)
    company = settings.company()
    surroundings = Surroundings(
        company=company,
        rulebooks=settings.rulebooks_at_hand(),
        secrets=SystemSecrets(),
        wording=Renderer(company),
        vault=KeyFileVault(settings.data / WAGES_KEY),
    )
    database = open_database(settings.database)
    try:
        await migrate(database)
        yield UnitsOfWork(database, surroundings)
    finally:
        await database.close()
