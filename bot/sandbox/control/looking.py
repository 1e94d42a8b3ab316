"""Control: what is shown in a chat, files, and waiting until something is shown."""

import asyncio

from aiohttp import web

from bot.sandbox.control.body import body_of, query_number, query_seconds
from bot.sandbox.faults import ControlFault
from bot.sandbox.sight import Wanted, latest_words, shown, toasted
from bot.sandbox.wire import Json
from bot.sandbox.world import World

MAX_PAGE = 200
MAX_WAIT = 60.0
STEP = 0.02
SHOWN_AS = ("image/", "video/", "audio/")


class Looking:
    """/sandbox/messages, /sandbox/read, /sandbox/file, /sandbox/wait and /sandbox/quiet."""

    def __init__(self, world: World) -> None:
        self._world = world

    def routes(self) -> list[web.RouteDef]:
        """The addresses."""
        return [
            web.get("/sandbox/messages", self.messages),
            web.post("/sandbox/read", self.read),
            web.get("/sandbox/file/{file_id}", self.file),
            web.get("/sandbox/wait", self.wait),
            web.get("/sandbox/quiet", self.quiet),
        ]

    async def messages(self, request: web.Request) -> web.Response:
        """A page of a chat, oldest first, and what a Message does not carry; `read=1` clears the unread count."""
        world = self._world
        viewer, chat = query_number(request, "viewer", 0), query_number(request, "chat", 0)
        if viewer not in world.directory.viewers_of(chat):
            raise ControlFault(f"{viewer} does not see the chat {chat}", status=404)
        limit = min(max(query_number(request, "limit", 50), 1), MAX_PAGE)
        entries = world.history.page(chat, before=query_number(request, "before", 0) or None, limit=limit)
        if request.query.get("read") == "1":
            self._clear_unread(viewer, chat)
        answer: Json = {
            "seq": world.events.seq,
            "messages": [entry.message for entry in entries],
            "keyboards": {str(e.message["message_id"]): e.keyboard for e in entries if e.keyboard},
            "reactions": {str(e.message["message_id"]): e.reactions for e in entries if e.reactions},
            "commands": self._commands(viewer, chat),
        }
        return web.json_response(answer)

    async def read(self, request: web.Request) -> web.Response:
        """The viewer has looked at the chat."""
        body = await body_of(request)
        self._clear_unread(body.person(self._world, "viewer").id, body.number("chat"))
        return web.json_response({"ok": True})

    async def file(self, request: web.Request) -> web.Response:
        """The bytes of a file; what a browser could run comes as a download."""
        stored = self._world.files.find(request.match_info["file_id"])
        if stored is None:
            raise ControlFault("there is no such file", status=404)
        is_shown = stored.mime.startswith(SHOWN_AS) and "svg" not in stored.mime
        mime = stored.mime if is_shown else "application/octet-stream"
        headers = {"X-Content-Type-Options": "nosniff"}
        return web.Response(body=self._world.files.read(stored), content_type=mime, headers=headers)

    async def wait(self, request: web.Request) -> web.Response:
        """The first message of the bot that is shown with these words and changed after `after`; else what is shown."""
        wanted = Wanted(
            chat=query_number(request, "chat", 0),
            after=query_number(request, "after", 0),
            words=tuple(request.query.getall("contains", [])),
            button=request.query.get("button", ""),
            skip=frozenset(int(seq) for seq in request.query.get("skip", "").split(",") if seq.isdecimal()),
        )
        viewer = query_number(request, "viewer", 0)
        look = toasted if request.query.get("kind") == "toast" else shown
        found = await self._world.events.changed.until(
            lambda: look(self._world, wanted, viewer),
            seconds=query_seconds(request, "timeout", 5.0, most=MAX_WAIT),
        )
        if found is not None:
            return web.json_response({"found": found})
        return web.json_response({"found": None, "shown": latest_words(self._world, wanted.chat)})

    async def quiet(self, request: web.Request) -> web.Response:
        """Whether the bot took all updates and then called nothing for `ms`, within `timeout` seconds (real time)."""
        loop = asyncio.get_running_loop()
        span = query_number(request, "ms", 300) / 1000
        limit = loop.time() + query_seconds(request, "timeout", 5.0, most=MAX_WAIT)
        calls, since = self._world.calls, loop.time()
        while loop.time() < limit and not self._world.events.changed.is_closed:
            if self._world.calls != calls or len(self._world.updates):
                calls, since = self._world.calls, loop.time()
            if loop.time() - since >= span:
                return web.json_response({"quiet": True})
            await asyncio.sleep(STEP)
        return web.json_response({"quiet": False})

    def _clear_unread(self, viewer: int, chat: int) -> None:
        if self._world.unread.clear(viewer, chat):
            self._world.events.emit("unread", chat=chat, viewer=viewer, count=0)

    def _commands(self, viewer: int, chat: int) -> list[Json]:
        kind = "all_private_chats" if chat == viewer else "all_group_chats"
        scopes: list[Json] = [{"type": "chat", "chat_id": chat}, {"type": kind}, {"type": "default"}]
        if chat != viewer:
            scopes.insert(0, {"type": "chat_member", "chat_id": chat, "user_id": viewer})
        person = self._world.directory.person(viewer)
        return self._world.profile.shown_commands(scopes, person.language_code.partition("-")[0])
