"""Units of work on a database, for the small company of tests."""

from bot.company_rulebooks import CompanyRulebooks
from bot.render.renderer import Renderer
from bot.storage.engine import Database
from bot.storage.unit_of_work import Surroundings, UnitsOfWork
from tests import make
from tests.fakes import FakeSecrets, FakeVault


def units_on(database: Database) -> UnitsOfWork:
    company = make.company()
    surroundings = Surroundings(
        company=company,
        rulebooks=CompanyRulebooks(),
        secrets=FakeSecrets(),
        wording=Renderer(company),
        vault=FakeVault(),
    )
    return UnitsOfWork(database, surroundings)
