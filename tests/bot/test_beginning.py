import logging

import pytest

from bot.beginning import Beginning
from bot.menus import Menus
from bot.transport import wire_to
from core.model.case import Stage
from tests.bot.office import TOKEN, Office
from tests.make import NOW, case


async def test_what_would_be_computed_otherwise_is_logged_before_the_first_update(
    office: Office, caplog: pytest.LogCaptureFixture
) -> None:
    async with office.units.open(NOW) as uow:
        await uow.cases.add(case(stage=Stage.INVESTIGATING, edition_sha256="0" * 64))
    menus = Menus()

    with caplog.at_level(logging.WARNING, "bot.beginning"):
        async with wire_to(TOKEN, office.url, f"{office.url}/file", "") as wire:
            await Beginning(menus).ready(wire, office.units)
            await menus.finished()
            await menus.stop()

    (said,) = caplog.messages
    assert "other_text: logistics-liability undated: 000000000000 -> " in said
