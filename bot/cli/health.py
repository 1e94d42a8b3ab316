"""`gongdao health`: how the bot is, each line with what to do; code 1 if something is wrong."""

import asyncio
import json
from contextlib import suppress
from datetime import UTC, datetime, timedelta

import aiohttp
import click
from sqlalchemy.exc import DBAPIError

from bot.cli.shell import Shell
from bot.clock import SandboxClock
from bot.health.judging import Level, Sign, signs_of
from bot.health.reading import read_vitals
from bot.settings import Settings
from bot.storage.engine import open_database

MARKS = {Level.WELL: "✓", Level.SEE_TO: "!", Level.WRONG: "✗"}


@click.command()
@click.option("--json", "is_json", is_flag=True, help="以 JSON 输出 · as JSON")
@click.option("--alive", "only_alive", is_flag=True, help="只看是否活着 · only whether it is alive")
@click.pass_obj
def health(shell: Shell, is_json: bool, only_alive: bool) -> None:
    """机器人是否正常：每一行写着该怎么办 · how the bot is, each line with what to do."""
    settings = shell.settings()
    signs = asyncio.run(_signs(settings))[: 1 if only_alive else None]
    is_wrong = any(sign.level is Level.WRONG for sign in signs)
    if is_json:
        report = {"well": not is_wrong, "signs": [_as_json(shell, sign) for sign in signs]}
        click.echo(json.dumps(report, ensure_ascii=False, indent=1))
    else:
        for sign in signs:
            click.echo(f"{MARKS[sign.level]} {_words(shell, sign)}")
    raise SystemExit(1 if is_wrong else 0)


async def _signs(settings: Settings) -> tuple[Sign, ...]:
    if not settings.database.exists():
        return (Sign(what="database", level=Level.WRONG, data={"file": settings.database, "why": ""}),)
    watching, now = settings.watching(), await _now(settings.clock_url)
    database = open_database(settings.database)
    try:
        async with database.reading() as connection:
            vitals = await read_vitals(connection, now, watching.data, watching.published)
    except DBAPIError as fault:
        return (
            Sign(
                what="database", level=Level.WRONG, data={"file": settings.database, "why": str(fault.orig)}
            ),
        )
    finally:
        await database.close()
    return tuple(signs_of(vitals, watching.limits))


async def _now(clock_url: str) -> datetime:
    """The sandbox's time, if the bot follows one that is there; else the machine's."""
    if clock_url:
        clock = SandboxClock(clock_url, lambda: None)
        with suppress(aiohttp.ClientError, TimeoutError):
            await clock.read()
            return clock.now()
    return datetime.now(UTC)


def _words(shell: Shell, sign: Sign) -> str:
    shown = {name: _shown(value) for name, value in sign.data.items()}
    return shell.words.line(f"health_{sign.what}", level=sign.level.value, **shown)


def _shown(value: object) -> object:
    """Ages in whole minutes, instants to the minute; everything else as it is."""
    if isinstance(value, timedelta):
        minutes = int(value.total_seconds()) // 60
        return f"{minutes // 60}:{minutes % 60:02}"
    return f"{value:%Y-%m-%d %H:%M}Z" if isinstance(value, datetime) else value


def _as_json(shell: Shell, sign: Sign) -> dict[str, object]:
    data = {name: _plain(value) for name, value in sign.data.items()}
    return {"what": sign.what, "level": sign.level.value, **data, "words": _words(shell, sign)}


def _plain(value: object) -> object:
    if isinstance(value, timedelta):
        return value.total_seconds()
    if isinstance(value, datetime):
        return value.isoformat()
    return value if isinstance(value, str | int | tuple) or value is None else str(value)
