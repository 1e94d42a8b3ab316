"""The sections of gongdao.toml and the kinds of value in them."""

from datetime import date
from typing import Annotated
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

from bot.settings_reminders import OfficeHours, minute_of_day
from core.model.company import Site
from core.model.kinship import Kinship
from core.model.label import LANGUAGES
from core.model.money import Money
from core.model.pay_law import FinesWithoutLoss
from core.model.roles import Role


def _check_url(text: str) -> str:
    if text and not text.startswith(("http://", "https://")):
        raise PydanticCustomError("url", "not a url")
    return text.rstrip("/")


def _check_zone(text: str) -> str:
    try:
        ZoneInfo(text)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise PydanticCustomError("zone", "unknown zone") from error
    return text


def _check_language(text: str) -> str:
    if text not in LANGUAGES:
        raise PydanticCustomError("choice", "unknown", {"allowed": ", ".join(LANGUAGES)})
    return text


def _check_role(text: str) -> str:
    if text not in set(Role):
        raise PydanticCustomError("choice", "unknown", {"allowed": ", ".join(Role)})
    return text


def _check_money(text: str) -> str:
    try:
        Money.of(text)
    except ValueError as error:
        raise PydanticCustomError("money", "not money") from error
    return text


Url = Annotated[str, AfterValidator(_check_url)]
Zone = Annotated[str, AfterValidator(_check_zone)]
Language = Annotated[str, AfterValidator(_check_language)]
RoleName = Annotated[str, AfterValidator(_check_role)]
MoneyText = Annotated[str, AfterValidator(_check_money)]
Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=80)]


def _dated(value: object) -> object:
    """A plain amount holds since ever; else a table of amounts by the day from which each holds."""
    if isinstance(value, dict):
        return value
    if not isinstance(value, str):
        raise PydanticCustomError("string_type", "not an amount in quotes")
    return {date.min: _check_money(value)}


DatedMoney = Annotated[dict[date, MoneyText], Field(min_length=1), BeforeValidator(_dated)]


class Section(BaseModel):
    """A table of the file; a key that is not listed is a fault."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class SiteSection(Section):
    """One site: `[sites.suzhou]`."""

    name: Name
    region: str = ""
    zone: Zone = "Asia/Shanghai"
    office_hours: OfficeHours = "08:30-17:30"

    def noun(self, key: str) -> Site:
        """The site; without a region of its own, its id is the region."""
        opens, _, closes = self.office_hours.partition("-")
        return Site(
            id=key,
            name=self.name,
            region=self.region or key,
            zone=self.zone,
            opens=minute_of_day(opens),
            closes=minute_of_day(closes),
        )


class CompanyLimits(Section):
    """The company's own limits, in whole hours or days; `first_reply_hours = 0` means no such clock."""

    first_reply_hours: int = Field(default=24, ge=0, le=720)
    first_reply_warning_hours: int = Field(default=4, ge=0, le=720)
    statement_hours: int = Field(default=24, ge=1, le=720)
    objection_hours: int = Field(default=24, ge=1, le=720)
    appeal_days: int = Field(default=7, ge=1, le=90)
    signature_days: int = Field(default=3, ge=1, le=90)
    recurrence_days: int = Field(default=90, ge=1, le=730)
    survey_days: int = Field(default=2, ge=1, le=30)
    survey_reminders: int = Field(default=3, ge=0, le=10)


class LookAlikesSection(Section):
    """When cases are offered as alike, and when a product has too many: `[look_alikes]`; `frequent = 0` means never."""

    days: int = Field(default=90, ge=1, le=3650)
    frequent: int = Field(default=3, ge=0, le=100)
    frequent_days: int = Field(default=30, ge=1, le=365)

    def noun(self) -> Kinship:
        """What the rules need of it."""
        return Kinship(**self.model_dump())


class FinesSection(Section):
    """Whether fines without loss may be charged in a region: `[fines_without_loss.suzhou]`, with the reason told.

    `since` is the day of the first incidents that are fined; left out, there is no such day.
    """

    allow: bool
    reason: Name
    since: date = date.min

    def noun(self) -> FinesWithoutLoss:
        """The rule."""
        return FinesWithoutLoss(self.allow, self.reason, self.since)


class Contract(Section):
    """What a deduction rests on; until both are there, a notice says 拟 and nothing is withheld."""

    clause: str = ""
    rule_published_on: date | None = None
