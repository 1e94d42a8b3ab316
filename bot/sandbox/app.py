"""The sandbox's web application: the Bot API, the control interface and the chat page in one."""

from aiohttp import web

from bot.sandbox.bot_api import BotApi
from bot.sandbox.control.live import Live
from bot.sandbox.control.looking import Looking
from bot.sandbox.control.people import People
from bot.sandbox.control.pressing import Pressing
from bot.sandbox.control.talking import Talking
from bot.sandbox.control.time import Time
from bot.sandbox.control.trouble import Troubles
from bot.sandbox.control.waiting import Waiting
from bot.sandbox.guard import refuse_strangers, tell_faults
from bot.sandbox.page import Page
from bot.sandbox.world import World

MAX_BODY = 60 * 1024 * 1024


def build(world: World) -> web.Application:
    """The application around a world; waiting requests end when it shuts down."""
    app = web.Application(client_max_size=MAX_BODY, middlewares=[refuse_strangers, tell_faults])
    for part in (BotApi, People, Talking, Pressing, Looking, Waiting, Time, Troubles, Live):
        app.add_routes(part(world).routes())
    app.add_routes(Page().routes())

    async def let_go(_: web.Application) -> None:
        world.close()

    app.on_shutdown.append(let_go)
    return app
