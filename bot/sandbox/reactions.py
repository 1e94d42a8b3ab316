"""Reactions to messages, which a Message does not carry."""

from dataclasses import replace

from bot.sandbox.history import Entry
from bot.sandbox.wire import Json
from bot.sandbox.world import World


def react(world: World, entry: Entry, reactions: list[Json]) -> None:
    """Replace the bot's reactions to a message and tell the page."""
    world.history.keep(replace(entry, reactions=reactions))
    place = entry.message["chat"]["id"], entry.message["message_id"]
    world.events.emit("reaction", chat=place[0], message_id=place[1], reaction=reactions)
