"""Founds the company whose earlier cases are multiplied: the sample company, told anew, with 300 on its staff."""

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from importlib.resources import files
from pathlib import Path

from bench.bot_token import TOKEN
from bot.company_database import company_database
from bot.sample.history import tell_history
from bot.settings import Settings, settings_from
from bot.sheets.staff import read_staff_sheet
from bot.sheets.taking import take_sheet
from bot.storage.unit_of_work import UnitsOfWork
from core.actions.company.link_group import link_group
from core.model.person import Person

PARTS = 12
TEAMS = 25
# whoever works for the whole company is there once: elsewhere the same place in a team is a worker's
OFFICES = (1, 2, 8, 9, 10)
FIRST_CHAT = 1_000
GROUPS = {"suzhou": -2001, "wuxi": -2002}
HIRED = datetime.fromisoformat("2024-07-06T00:00:00+00:00")
NAMES = ("工号", "姓名", "部门", "直接上级", "代理人", "角色")


async def found(folder: Path, origin: str = "http://127.0.0.1:9") -> Settings:
    """The company in that folder, with some two dozen cases in all stages; its settings."""
    sample = files("bot.sample")
    text = (sample / "gongdao.toml").read_text(encoding="utf-8")
    keys = f'token = "{TOKEN}"\napi_base_url = "{origin}"\ntelegram_limits = false\n'
    config = folder / "gongdao.toml"
    config.write_text(keys + text, encoding="utf-8")
    staff = folder / "staff.csv"
    _write(staff, (sample / "staff.csv").read_text(encoding="utf-8"))
    settings = settings_from(config)
    async with company_database(settings) as units:
        await _hire(staff, units)
        await tell_history(units)
    return settings


async def _hire(staff: Path, units: UnitsOfWork) -> None:
    async with units.open(HIRED) as uow:
        await take_sheet(read_staff_sheet(staff), uow=uow)
        for person in await uow.persons.where():
            await uow.persons.put(_linked(person))
        admin = await uow.persons.get(OFFICES[3])
        for site, chat_id in GROUPS.items():
            await link_group(chat_id, site, site, actor=admin, uow=uow)
        uow.messages.rows.clear()


def _linked(person: Person) -> Person:
    at = HIRED + timedelta(hours=1)
    return replace(person, chat_id=FIRST_CHAT + person.id, linked_at=at, oriented_at=at)


def _write(file: Path, text: str) -> None:
    rows = list(csv.DictReader(text.splitlines()))
    with file.open("w", encoding="utf-8", newline="") as opened:
        writer = csv.DictWriter(opened, rows[0])
        writer.writeheader()
        for team in range(TEAMS):
            writer.writerows(_of_team(row, place, team) for place, row in enumerate(rows, 1))


def _of_team(row: Mapping[str, str], place: int, team: int) -> Mapping[str, str]:
    """The same colleagues in another team: departments and numbers of their own, but the offices are kept by the first."""
    if not team:
        return row
    other = {**row, **{name: _numbered(row[name], team) for name in NAMES[:5]}}
    if place in OFFICES:
        return {**other, "角色": "员工"}
    return {**other, "角色": re.sub(r"/(\S+?)部", rf"/\g<1>{team:02d}部", row["角色"])}


def _numbered(words: str, team: int) -> str:
    if words.startswith("E"):
        return f"E{team:02d}{words[1:]}"
    return f"{words[:-1]}{team:02d}部" if words.endswith("部") else words and f"{words}{team:02d}"


def persons() -> Iterator[tuple[int, int, int]]:
    """Who is who: an original's id, a team, and the id of whoever has that place in the team."""
    for team in range(TEAMS):
        for place in range(1, PARTS + 1):
            yield place, team, place if place in OFFICES else PARTS * team + place
