from pathlib import Path

import pytest

from bot.settings import BadSettings, settings_from
from core.model.company import Site
from core.model.reminding import Reminding
from tests.bot.test_settings import written

COMPANY = 'name = "A"\n'


def test_what_is_left_out_is_the_usual(tmp_path: Path) -> None:
    company = settings_from(written(tmp_path, COMPANY + '[sites.a]\nname = "厂"\n')).company()

    assert company.reminding == Reminding()
    assert (company.sites[0].opens, company.sites[0].closes) == (Site(id="a", name="").opens, 17 * 60 + 30)


def test_times_of_day_become_minutes(tmp_path: Path) -> None:
    text = '[sites.a]\nname = "厂"\noffice_hours = "07:00-16:15"\n[reminders]\ndigest_at = "07:45"\nsuperiors = 0\n'

    company = settings_from(written(tmp_path, COMPANY + text)).company()

    assert (company.sites[0].opens, company.sites[0].closes) == (420, 975)
    assert (company.reminding.digest, company.reminding.superiors) == (465, 0)


@pytest.mark.parametrize("hours", ["8-17", "08:30", "17:30-08:30", "08:30-24:30", "08:30 - 17:30"])
def test_hours_that_are_none_are_named_with_an_example(tmp_path: Path, hours: str) -> None:
    text = f'[sites.a]\nname = "厂"\noffice_hours = "{hours}"\n[reminders]\ndigest_at = "24:00"\nsuperiors = 99\n'

    with pytest.raises(BadSettings) as caught:
        settings_from(written(tmp_path, COMPANY + text))

    assert {fault.where: (fault.what, fault.allowed) for fault in caught.value.faults} == {
        "sites.a.office_hours": ("choice", "08:30-17:30"),
        "reminders.digest_at": ("choice", "00:00 … 23:59"),
        "reminders.superiors": ("number_bounds", "<= 10"),
    }
