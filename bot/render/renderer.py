"""Messages into words: template, data and buttons in the reader's language."""

from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.render.keyboard import keyboard
from bot.render.language import Language, language
from bot.render.rendered import Rendered
from core.model.case import Case
from core.model.company import Company, Site
from core.model.message import Message


class Renderer:
    """The words of one company; `zone`, `company` and `today` are always there for templates."""

    def __init__(self, company: Company) -> None:
        self._company = company
        self.main_language = company.languages[0]

    def rendered(self, language: str, message: Message, at: datetime | None = None) -> Rendered:
        """The message in that language; StrictUndefined raises for what the data lacks."""
        spoken = self._language(language)
        html = spoken.message(message.template, self._context(message.data, at))
        return Rendered(html, keyboard(message.rows, spoken.strings))

    def sentence(
        self, language: str, table: str, key: str, data: Mapping[str, object], at: datetime | None = None
    ) -> str:
        """One plain text of strings."""
        return self._language(language).sentence(table, key, self._context(data, at))

    def _language(self, name: str) -> Language:
        return language(name if name in self._company.languages else self.main_language)

    def _context(self, data: Mapping[str, object], at: datetime | None) -> dict[str, object]:
        zone = self.zone_of(data)
        today = None if at is None else at.astimezone(zone).date()
        return {"company": self._company, "zone": zone, "today": today, **data}

    def zone_of(self, data: Mapping[str, object]) -> ZoneInfo:
        """The zone of the site or case that the data is about; else that of the company's first site."""
        site, case = data.get("site"), data.get("case")
        if isinstance(site, Site):
            return ZoneInfo(site.zone)
        known = {place.id for place in self._company.sites}
        for name in (site, case.site if isinstance(case, Case) else None):
            if name in known:
                return self._company.zone(str(name))
        return ZoneInfo(self._company.sites[0].zone)
