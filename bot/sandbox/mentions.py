"""Mentions of people by id: Telegram keeps those of people it knows and drops the rest."""

from bot.sandbox.wire import Json
from bot.sandbox.world import World

LINK = "tg://user?id="


def mentioned(world: World, entities: list[Json]) -> list[Json]:
    """The same entities, with links to people (tg://user?id=) and text mentions made whole, or left out if unknown."""
    whole = [_whole(world, entity) for entity in entities]
    return [entity for entity in whole if entity is not None]


def _whole(world: World, entity: Json) -> Json | None:
    number = _number_in(entity)
    if number is None:
        return entity
    person = world.directory.people.get(number)
    place = {"offset": entity["offset"], "length": entity["length"]}
    return None if person is None else {"type": "text_mention", **place, "user": person.as_user()}


def _number_in(entity: Json) -> int | None:
    url = str(entity.get("url", ""))
    if entity["type"] == "text_mention":
        return int(entity.get("user", {}).get("id", 0))
    if entity["type"] == "text_link" and url.startswith(LINK):
        digits = url.removeprefix(LINK)
        return int(digits) if digits.isdecimal() else 0
    return None
