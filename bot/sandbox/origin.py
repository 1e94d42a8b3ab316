"""Origins of forwards from outside the sandbox: a user, a hidden user, a group, a channel."""

import zlib
from datetime import datetime, timedelta

from bot.sandbox.faults import ControlFault
from bot.sandbox.wire import Json
from bot.sandbox.world import World

KINDS = ("user", "hidden_user", "chat", "channel")
A_WHILE = timedelta(minutes=5)


def outside_origin(world: World, given: Json) -> Json:
    """The Bot API's MessageOrigin for what a person says about a forward; without a date, five minutes ago."""
    kind = given.get("type")
    if kind not in KINDS:
        raise ControlFault(f"origin type must be one of {', '.join(KINDS)}")
    origin: Json = {"type": kind, "date": _date(world, given.get("date"))}
    name = str(given.get("title") or given.get("name") or "?")
    if kind == "user":
        return origin | {"sender_user": _user(world, given, name)}
    if kind == "hidden_user":
        return origin | {"sender_user_name": name}
    if kind == "chat":
        return origin | {"sender_chat": {"id": -_number(name), "type": "group", "title": name}}
    chat = {"id": -1_000_000_000_000 - _number(name), "type": "channel", "title": name}
    return origin | {"chat": chat, "message_id": int(given.get("message_id") or 1)}


def _user(world: World, given: Json, name: str) -> Json:
    number = int(given.get("id") or _number(name))
    known = world.directory.people.get(number)
    return {"id": number, "is_bot": False, "first_name": name} if known is None else known.as_user()


def _date(world: World, given: object) -> int:
    if given is None:
        return int((world.clock.now() - A_WHILE).timestamp())
    if isinstance(given, int | float):
        return int(given)
    try:
        moment = datetime.fromisoformat(str(given))
    except ValueError:
        raise ControlFault("date must be seconds since 1970 or ISO 8601") from None
    return int((moment if moment.tzinfo else moment.replace(tzinfo=world.clock.zone)).timestamp())


def _number(name: str) -> int:
    """An id that is always the same for a name."""
    return 700_000_000 + zlib.crc32(name.encode()) % 100_000_000
