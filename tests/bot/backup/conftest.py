from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.bot.backup.company import Company, founded


@pytest.fixture
async def company(migrated: Path, tmp_path: Path) -> AsyncIterator[Company]:
    company = founded(tmp_path, migrated)
    yield company
    await company.opened.close()
