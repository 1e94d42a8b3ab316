"""The configuration: environment over secrets over the TOML file, checked whole."""

import tomllib
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey
from pydantic import Field, PrivateAttr, ValidationError
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

from bot.company_rulebooks import CompanyRulebooks
from bot.editions.approved import read_approved
from bot.health.watching import Watching
from bot.outbox.delivery import UNLIMITED_AT_ONCE, Delivery
from bot.outbox.limits import Limits
from bot.own_rulebooks import in_rulebook, read_own_rulebooks
from bot.settings_faults import SettingsFault, faults_in, unreadable
from bot.settings_health import HealthSection
from bot.settings_reminders import Reminders
from bot.settings_rulebooks import CompositionSection, Id, InForceSection
from bot.settings_sections import (
    CompanyLimits,
    Contract,
    DatedMoney,
    FinesSection,
    Language,
    LookAlikesSection,
    RoleName,
    SiteSection,
    Url,
)
from bot.settings_tips import TipsSection
from bot.working_days import working_days
from core.model.company import Company, InForce
from core.model.label import LANGUAGES
from core.model.money import Money
from core.model.pay_law import MinimumWage
from core.model.roles import Role

DATABASE = "gongdao.sqlite3"


class BadSettings(Exception):
    """The configuration cannot be used; every fault is named."""

    def __init__(self, faults: tuple[SettingsFault, ...]) -> None:
        super().__init__(faults)
        self.faults = faults


class Settings(BaseSettings):
    """Everything that can be configured; names are the keys of gongdao.toml and of GONGDAO_… variables."""

    model_config = SettingsConfigDict(env_prefix="GONGDAO_", env_nested_delimiter="__", extra="forbid")

    token: str = Field(default="", repr=False)
    api_base_url: Url = "https://api.telegram.org"
    file_base_url: Url = ""
    proxy: Url = ""
    clock_url: Url = ""
    data: Path = Path("data")
    keep_raw_days: int = Field(default=30, ge=1, le=3650)
    keep_leavers_days: int = Field(default=730, ge=365, le=36500)
    telegram_limits: bool | None = None
    at_once: int | None = Field(default=None, ge=1, le=UNLIMITED_AT_ONCE)

    name: str = Field(min_length=1, max_length=80)
    languages: tuple[Language, ...] = Field(default=LANGUAGES, min_length=1)
    sites: dict[str, SiteSection] = Field(min_length=1)
    rulebooks: tuple[InForceSection, ...] = ()
    rulebook_files: tuple[str, ...] = ()
    compositions: dict[Id, CompositionSection] = Field(default_factory=dict)
    posts: dict[str, RoleName] = Field(default_factory=dict)
    limits: CompanyLimits = CompanyLimits()
    reminders: Reminders = Reminders()
    look_alikes: LookAlikesSection = LookAlikesSection()
    health: HealthSection = HealthSection()
    contract: Contract = Contract()
    tips: TipsSection = TipsSection()
    minimum_wages: dict[str, DatedMoney] = Field(default_factory=dict)
    fines_without_loss: dict[str, FinesSection] = Field(default_factory=dict)

    _at_hand: CompanyRulebooks = PrivateAttr(default_factory=CompanyRulebooks)
    _in_files: dict[str, str] = PrivateAttr(default_factory=dict)

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """The environment wins over mounted secrets, those over the file."""
        del settings_cls, dotenv_settings
        return env_settings, file_secret_settings, init_settings

    @property
    def database(self) -> Path:
        """The SQLite file."""
        return self.data / DATABASE

    def company(self) -> Company:
        """What rules and conversations need to know of the company."""
        return Company(
            name=self.name,
            sites=tuple(site.noun(key) for key, site in self.sites.items()),
            in_force=tuple(self._in_force(entry) for entry in self.rulebooks),
            posts={post: Role(role) for post, role in self.posts.items()},
            languages=self.languages,
            first_reply_hours=self.limits.first_reply_hours or None,
            first_reply_warning_hours=self.limits.first_reply_warning_hours,
            survey_days=self.limits.survey_days,
            survey_reminders=self.limits.survey_reminders,
            statement_hours=self.limits.statement_hours,
            objection_hours=self.limits.objection_hours,
            appeal_days=self.limits.appeal_days,
            signature_days=self.limits.signature_days,
            recurrence_days=self.limits.recurrence_days,
            reminding=self.reminders.noun(),
            kinship=self.look_alikes.noun(),
            contract_clause=self.contract.clause,
            rule_published_on=self.contract.rule_published_on,
            titles=self._at_hand.titles,
            minimum_wages=tuple(
                MinimumWage(region, since, Money.of(wage))
                for region, steps in self.minimum_wages.items()
                for since, wage in steps.items()
            ),
            fines_without_loss={key: section.noun() for key, section in self.fines_without_loss.items()},
            tip_role=Role(self.tips.role),
            keep_leavers=timedelta(days=self.keep_leavers_days),
        )

    def delivery(self) -> Delivery:
        """Within Telegram's limits, unless they are switched off or a sandbox's clock is followed."""
        is_limited = not self.clock_url if self.telegram_limits is None else self.telegram_limits
        usual = UNLIMITED_AT_ONCE if self.telegram_limits is False else 1
        return Delivery(limits=Limits() if is_limited else None, at_once=self.at_once or usual)

    def tip_key(self) -> X25519PublicKey | None:
        """The key that tips are sealed to; None where none are taken."""
        return self.tips.public()

    @property
    def keep_tips_days(self) -> int:
        """For how long tips are kept after they were handed in."""
        return self.tips.keep_days

    def watching(self) -> Watching:
        """What the watch-dog needs to be told."""
        return self.health.noun(self.data, working_days().published)

    def rulebooks_at_hand(self) -> CompanyRulebooks:
        """What ships, the company's own files, and what it composes."""
        return self._at_hand

    def read_rulebooks(self, folder: Path) -> None:
        """Read the company's own files and put its compositions together; BadSettings names every fault."""
        named = (name for entry in self.rulebooks for name in entry.file)
        own = read_own_rulebooks(folder, (*self.rulebook_files, *named))
        compositions = {key: section.noun(key) for key, section in self.compositions.items()}
        self._at_hand = CompanyRulebooks(own.editions, compositions)
        self._in_files = own.ids
        composed = (in_rulebook(fault) for fault in self._at_hand.faults())
        faults = (*own.faults, *self._mixed_files(), *composed)
        if faults:
            raise BadSettings(faults)

    def read_approved(self) -> None:
        """Let the editions hold that were approved in chat; BadSettings for one that this version does not take."""
        approved = read_approved(self.database)
        if approved.faults:
            raise BadSettings(tuple(approved.faults))
        for book in approved.books:
            self._at_hand.learn(book)

    def _mixed_files(self) -> Iterator[SettingsFault]:
        """Entries whose files are not editions of one rulebook."""
        for place, entry in enumerate(self.rulebooks):
            ids = sorted({self._in_files[file] for file in entry.file if file in self._in_files})
            if len(ids) > 1:
                where = f"rulebooks.{place}.file"
                yield SettingsFault(what="one_id", where=where, found=", ".join(ids))

    def _in_force(self, entry: InForceSection) -> InForce:
        """The entry under the id of its rulebook; a composition's posts come with it."""
        composed = self.compositions.get(entry.composition or "")
        of_files = self._in_files.get(entry.file[0], "") if entry.file else ""
        return entry.noun(entry.id or entry.composition or of_files, composed.posts if composed else {})


def settings_from(file: Path, secrets: Path | None = None) -> Settings:
    """The settings in that file; BadSettings names every fault. A relative data folder lies beside the file."""
    values = _values_of(file)
    try:
        settings = Settings(_secrets_dir=secrets, **values)
    except ValidationError as error:
        raise BadSettings(faults_in(error)) from error
    settings.read_rulebooks(file.parent)
    placed = settings.model_copy(
        update={
            "data": file.parent.resolve() / settings.data,
            "file_base_url": settings.file_base_url or f"{settings.api_base_url}/file",
        }
    )
    placed.read_approved()
    return placed


def _values_of(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except FileNotFoundError as error:
        raise BadSettings((unreadable("file_missing", file, ""),)) from error
    except OSError as error:
        raise BadSettings((unreadable("file_unreadable", file, error.strerror or ""),)) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise BadSettings((unreadable("file_not_toml", file, str(error)),)) from error
