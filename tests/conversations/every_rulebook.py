"""A company that goes by another rulebook every week: the day of the incident says which."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from bot.rulebooks import ids, rulebook
from core.rulebook.edition import Edition
from tests.conversations.desk import Desk
from tests.conversations.rulebook_plans import Plan, Setting, plans
from tests.conversations.rulebook_play import Played, RulebookPlay
from tests.conversations.workplace import Workplace, workplace

DESKS: Final = {
    "sales": ("王小明", "E06"),
    "quality": ("陈洁", "E07"),
    "second": ("郑芳", "E11"),
    "boss": ("赵刚", "E01"),
    "deputy": ("吴琳", "E02"),
    "head": ("李强", "E04"),
    "driver": ("张伟", "E05"),
}
_FIRST_DAY: Final = date(2024, 1, 1)
_COMPANY: Final = """
name = "恒远机电"
languages = ["zh-Hans", "en"]
data = "company"
[sites.suzhou]
name = "苏州厂"
[limits]
first_reply_hours = 24
[contract]
clause = "第十二条"
rule_published_on = 2023-12-01
[fines_without_loss.suzhou]
allow = true
reason = "本地区允许，已经法律审核"
[minimum_wages]
suzhou = "2490.00"
"""


def day_of(name: str) -> date:
    """The first day on which that rulebook is in force."""
    return _FIRST_DAY + timedelta(weeks=list(ids()).index(name))


def edition_of(name: str) -> Edition:
    """The edition in force on its day."""
    return rulebook(name, day_of(name)).edition


def settings() -> str:
    """The company's file: every rulebook from its day on, every office filled by quality or the general manager."""
    return "\n".join((_COMPANY, *(_in_force(name, plan) for name, plan in plans().items()), *_posts()))


def _in_force(name: str, plan: Plan) -> str:
    head = f'[[rulebooks]]\nid = "{name}"\nsince = {day_of(name)}'
    return f"{head}\nsettings = {_toml(plan.settings)}\nposts = {_toml(plan.posts)}"


def _toml(value: Setting | Mapping[str, Setting]) -> str:
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key} = {_toml(one)}" for key, one in value.items()) + "}"
    return f'"{value}"' if isinstance(value, str) else str(value).lower()


def _posts() -> list[str]:
    editions = [edition_of(name) for name in plans()]
    deciders = {step.by for edition in editions for step in edition.approvals}
    offices = sorted({office for edition in editions for office in edition.offices})
    return [
        "[posts]",
        *(f'{office} = "{"general_manager" if office in deciders else "quality"}"' for office in offices),
    ]


@asynccontextmanager
async def company(folder: Path) -> AsyncIterator["Company"]:
    """It is open, and everybody who has a desk has joined."""
    async with workplace(folder, settings(), staff=_without_gaps) as place:
        players = await place.all_join(list(DESKS.values()))
        yield Company(place, {key: Desk(one, place) for key, one in zip(DESKS, players, strict=True)})


def _without_gaps(staff: str) -> str:
    """郑芳 works for quality too, nobody at a plant that this company has not, and 李强 below somebody with Telegram."""
    staff = staff.replace("仓储部,E03,E08", "仓储部,E02,E08")
    return staff.replace("品管@无锡厂; 主管@无锡厂/生产部,无锡厂", "品管@*,苏州厂").replace(
        "; 销售@无锡厂", ""
    )


class Company:
    """Its bot, its people's desks, and what each of its rulebooks is tried with."""

    def __init__(self, place: Workplace, desks: dict[str, Desk]) -> None:
        self._place = place
        self._desks = desks

    async def plays(self, name: str) -> Played:
        """One case under that rulebook, from complaint to closing."""
        play = RulebookPlay(edition_of(name), plans()[name], self._place, self._desks)
        return await play.is_played(day_of(name))
