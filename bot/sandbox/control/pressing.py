"""Control: people press buttons, press START, block the bot."""

import re

from aiohttp import web

from bot.sandbox.control.body import Body, body_of
from bot.sandbox.faults import ControlFault
from bot.sandbox.group import Standing
from bot.sandbox.markup.keyboard import buttons_of
from bot.sandbox.membership import tell_standing
from bot.sandbox.speaking import check_present, entry_at, say, written
from bot.sandbox.wire import Json
from bot.sandbox.world import World

PAYLOAD = re.compile(r"[A-Za-z0-9_-]{0,64}")
MAX_WAIT = 30.0


class Pressing:
    """/sandbox/press, /sandbox/start and /sandbox/block."""

    def __init__(self, world: World) -> None:
        self._world = world

    def routes(self) -> list[web.RouteDef]:
        """The addresses."""
        return [
            web.post("/sandbox/press", self.press),
            web.post("/sandbox/start", self.start),
            web.post("/sandbox/block", self.block),
        ]

    async def press(self, request: web.Request) -> web.Response:
        """Press the button with this data; waits for the bot's answer up to `wait` seconds of real time."""
        body = await body_of(request)
        number = self._pressed(body)
        seconds = min(float(body.values.get("wait") or 0), MAX_WAIT)
        answer = await self._world.queries.answer_to(number, seconds=seconds)
        return web.json_response({"id": number, "answer": answer})

    async def start(self, request: web.Request) -> web.Response:
        """Press START, with the payload of a deep link if there is one; unblocks the bot."""
        body = await body_of(request)
        person, payload = body.person(self._world), body.text("payload")
        if not PAYLOAD.fullmatch(payload):
            raise ControlFault("payload holds up to 64 of A-Z, a-z, 0-9, _ and -")
        self._set_blocked(person.id, blocked=False)
        started = self._world.directory.change_person(person.id, started=True)
        self._world.events.emit("people")
        messages = say(self._world, started, started.id, written(f"/start {payload}"))
        return web.json_response({"messages": messages})

    async def block(self, request: web.Request) -> web.Response:
        """Block the bot, or let it write again."""
        body = await body_of(request)
        self._set_blocked(body.person(self._world).id, blocked=body.flag("blocked"))
        return web.json_response({"ok": True})

    def _pressed(self, body: Body) -> str:
        person, chat, data = body.person(self._world), body.number("chat"), body.needed_text("data")
        check_present(self._world, person, chat)
        message = entry_at(self._world, chat, body.number("message_id")).message
        is_shown = any(button.get("callback_data") == data for button in buttons_of(message))
        if not is_shown and not body.flag("forge"):
            raise ControlFault(
                f"the message shows no button with the data {data!r}; forge=true presses it anyway"
            )
        press = self._world.queries.press(person.id, chat, self._world.clock.now())
        query: Json = {"id": press.id, "from": person.as_user(), "message": message}
        query |= {"chat_instance": str(7_000_000_000 + abs(chat)), "data": data}
        self._world.updates.put("callback_query", query)
        return press.id

    def _set_blocked(self, number: int, *, blocked: bool) -> None:
        person = self._world.directory.person(number)
        if person.blocked == blocked:
            return
        changed = self._world.directory.change_person(number, blocked=blocked)
        old: Standing = "member" if blocked else "kicked"
        new: Standing = "kicked" if blocked else "member"
        tell_standing(self._world, chat=number, by=changed, old=old, new=new)
        self._world.events.emit("people")
