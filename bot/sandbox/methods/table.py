"""All methods of the Bot API that the sandbox has, by their names in lower case."""

from collections.abc import Callable, Mapping

from bot.sandbox.methods import callbacks, chats, editing, files, messages, profile, receiving
from bot.sandbox.params import Params
from bot.sandbox.world import World

Method = Callable[[World, Params], object]

METHODS: Mapping[str, Method] = {
    **receiving.METHODS,
    **messages.METHODS,
    **editing.METHODS,
    **files.METHODS,
    **callbacks.METHODS,
    **chats.METHODS,
    **profile.METHODS,
}
