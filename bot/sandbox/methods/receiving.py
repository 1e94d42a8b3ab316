"""Methods by which the bot learns who it is and what happened."""

from bot.sandbox.faults import bad_request
from bot.sandbox.params import Params
from bot.sandbox.wire import Json
from bot.sandbox.world import World

MAX_LIMIT = 100
MAX_SECONDS = 50


def get_me(world: World, params: Params) -> Json:
    """Answer getMe."""
    del params
    return world.bot.as_me()


async def get_updates(world: World, params: Params) -> list[Json]:
    """Answer getUpdates: confirms below `offset`, then waits up to `timeout` seconds of real time."""
    if "allowed_updates" in params.values:
        world.updates.allow(str(kind) for kind in params.values_of("allowed_updates"))
    if params.has("offset"):
        world.updates.confirm(params.number("offset"))
    limit = min(max(params.number("limit", MAX_LIMIT), 1), MAX_LIMIT)
    seconds = min(max(params.number("timeout"), 0), MAX_SECONDS)
    return await world.updates.poll(limit=limit, seconds=seconds)


def get_webhook_info(world: World, params: Params) -> Json:
    """Answer getWebhookInfo: there never is one."""
    del params
    return {"url": "", "has_custom_certificate": False, "pending_update_count": len(world.updates)}


def delete_webhook(world: World, params: Params) -> bool:
    """Answer deleteWebhook: nothing to delete; drops waiting updates if asked to."""
    if params.flag("drop_pending_updates"):
        world.updates.clear()
    return True


def set_webhook(world: World, params: Params) -> bool:
    """Answer setWebhook: an empty address removes it; any other is refused."""
    if not params.text("url"):
        return delete_webhook(world, params)
    raise bad_request("bad webhook: the sandbox delivers updates by getUpdates only")


def close(world: World, params: Params) -> bool:
    """Answer logOut and close: nothing to let go of here."""
    del world, params
    return True


METHODS = {
    "getme": get_me,
    "getupdates": get_updates,
    "getwebhookinfo": get_webhook_info,
    "deletewebhook": delete_webhook,
    "setwebhook": set_webhook,
    "logout": close,
    "close": close,
}
