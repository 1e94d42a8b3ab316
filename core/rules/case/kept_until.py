"""Until when a dossier is kept after its case was closed."""

from collections.abc import Mapping
from datetime import date

from core.rulebook.calendar_months import months_later
from core.rulebook.edition import Edition
from core.rulebook.figures import FromSetting

_MONTHS_A_YEAR = 12


def kept_until(edition: Edition, settings: Mapping[str, object], closed_on: date) -> date | None:
    """Return the last day; None where neither the edition nor the company says for how long."""
    if edition.retention is None:
        return None
    years = edition.retention.years
    if isinstance(years, FromSetting):
        preset = edition.settings[years.setting].value
        years = int(str(settings.get(years.setting) or preset or 0))
    return months_later(closed_on, years * _MONTHS_A_YEAR) if years else None
