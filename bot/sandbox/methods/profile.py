"""Methods by which the bot tells about itself: commands, name, descriptions, menu."""

import re
from collections.abc import Callable

from bot.sandbox.faults import bad_request
from bot.sandbox.params import Params
from bot.sandbox.wire import Json
from bot.sandbox.world import World

COMMAND = re.compile(r"[a-z0-9_]{1,32}")
MAX_COMMANDS = 100
MAX_COMMAND_TEXT = 256
LIMITS = {"name": 64, "description": 512, "short_description": 120}
EVERYWHERE = {"type": "default"}


def set_commands(world: World, params: Params) -> bool:
    """Answer setMyCommands: up to 100, each 1–32 of a–z, 0–9 and _, with 1–256 characters about it."""
    commands = [_command(item) for item in params.items("commands")]
    if len(commands) > MAX_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    world.profile.set_commands(_scope(params), params.text("language_code"), commands)
    world.events.emit("commands")
    return True


def get_commands(world: World, params: Params) -> list[Json]:
    """Answer getMyCommands: exactly those of the scope and language."""
    return world.profile.commands(_scope(params), params.text("language_code"))


def delete_commands(world: World, params: Params) -> bool:
    """Answer deleteMyCommands."""
    world.profile.set_commands(_scope(params), params.text("language_code"), [])
    world.events.emit("commands")
    return True


def text_setter(field: str) -> Callable[[World, Params], bool]:
    """The method that sets a name or description."""

    def set_text(world: World, params: Params) -> bool:
        text = params.text(field)
        if len(text) > LIMITS[field]:
            raise bad_request(f"bot {field.replace('_', ' ')} is too long")
        world.profile.set_text(field, params.text("language_code"), text)
        return True

    return set_text


def text_getter(field: str) -> Callable[[World, Params], Json]:
    """The method that reads a name or description back."""

    def get_text(world: World, params: Params) -> Json:
        text = world.profile.text(field, params.text("language_code"))
        return {field: text or (world.bot.first_name if field == "name" else "")}

    return get_text


def set_menu_button(world: World, params: Params) -> bool:
    """Answer setChatMenuButton: taken and left at that."""
    del world, params
    return True


def get_menu_button(world: World, params: Params) -> Json:
    """Answer getChatMenuButton: the list of commands."""
    del world, params
    return {"type": "commands"}


def _scope(params: Params) -> Json:
    return params.structure("scope") or EVERYWHERE


def _command(item: Json) -> Json:
    name, text = str(item.get("command", "")), str(item.get("description", ""))
    if not COMMAND.fullmatch(name):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 1 <= len(text) <= MAX_COMMAND_TEXT:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": name, "description": text}


METHODS: dict[str, Callable[[World, Params], object]] = {
    "setmycommands": set_commands,
    "getmycommands": get_commands,
    "deletemycommands": delete_commands,
    "setmyname": text_setter("name"),
    "getmyname": text_getter("name"),
    "setmydescription": text_setter("description"),
    "getmydescription": text_getter("description"),
    "setmyshortdescription": text_setter("short_description"),
    "getmyshortdescription": text_getter("short_description"),
    "setchatmenubutton": set_menu_button,
    "getchatmenubutton": get_menu_button,
}
