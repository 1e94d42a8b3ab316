from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.bot.backup.company import Company, founded


@pytest.fixture
async def company(tmp_path: Path) -> AsyncIterator[Company]:
    company = await founded(tmp_path)
    yield company
    await company.opened.close()
