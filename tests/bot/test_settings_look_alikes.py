"""The section `[look_alikes]` of gongdao.toml."""

from pathlib import Path

import pytest

from bot.settings import BadSettings, settings_from
from core.model.kinship import Kinship
from tests.bot.test_settings import written

COMPANY = 'name = "A"\n[sites.a]\nname = "厂"\n'


def test_what_is_left_out_is_the_usual(tmp_path: Path) -> None:
    assert settings_from(written(tmp_path, COMPANY)).company().kinship == Kinship()


def test_a_company_settles_its_own(tmp_path: Path) -> None:
    text = COMPANY + "[look_alikes]\ndays = 30\nfrequent = 0\n"

    assert settings_from(written(tmp_path, text)).company().kinship == Kinship(days=30, frequent=0)


def test_days_out_of_bounds_are_named(tmp_path: Path) -> None:
    with pytest.raises(BadSettings) as caught:
        settings_from(written(tmp_path, COMPANY + "[look_alikes]\ndays = 0\n"))

    assert [fault.where for fault in caught.value.faults] == ["look_alikes.days"]
