"""Control: what is shown in a chat, the command menu, and files."""

from aiohttp import web

from bot.sandbox.control.body import body_of, query_number
from bot.sandbox.faults import ControlFault
from bot.sandbox.wire import Json
from bot.sandbox.world import World

MAX_PAGE = 200
SHOWN_AS = ("image/", "video/", "audio/")


class Looking:
    """/sandbox/messages, /sandbox/read, /sandbox/commands and /sandbox/file."""

    def __init__(self, world: World) -> None:
        self._world = world

    def routes(self) -> list[web.RouteDef]:
        """The addresses."""
        return [
            web.get("/sandbox/messages", self.messages),
            web.post("/sandbox/read", self.read),
            web.get("/sandbox/commands", self.commands),
            web.get("/sandbox/file/{file_id}", self.file),
        ]

    async def messages(self, request: web.Request) -> web.Response:
        """A page of a chat, oldest first, and what a Message does not carry; `read=1` clears the unread count."""
        world = self._world
        viewer, chat = self._view(request)
        limit = min(max(query_number(request, "limit", 50), 1), MAX_PAGE)
        entries = world.history.page(chat, before=query_number(request, "before", 0) or None, limit=limit)
        if request.query.get("read") == "1":
            self._clear_unread(viewer, chat)
        answer: Json = {
            "seq": world.events.seq,
            "messages": [entry.on_page() for entry in entries],
            "reactions": {str(e.message["message_id"]): e.reactions for e in entries if e.reactions},
        }
        return web.json_response(answer)

    async def read(self, request: web.Request) -> web.Response:
        """The viewer has looked at the chat."""
        body = await body_of(request)
        self._clear_unread(body.person(self._world, "viewer").id, body.number("chat"))
        return web.json_response({"ok": True})

    async def commands(self, request: web.Request) -> web.Response:
        """What the viewer's command menu shows in a chat."""
        viewer, chat = self._view(request)
        return web.json_response({"commands": self._commands(viewer, chat)})

    async def file(self, request: web.Request) -> web.Response:
        """The bytes of a file; what a browser could run comes as a download."""
        stored = self._world.files.find(request.match_info["file_id"])
        if stored is None:
            raise ControlFault("there is no such file", status=404)
        is_shown = stored.mime.startswith(SHOWN_AS) and "svg" not in stored.mime
        mime = stored.mime if is_shown else "application/octet-stream"
        headers = {"X-Content-Type-Options": "nosniff"}
        return web.Response(body=self._world.files.read(stored), content_type=mime, headers=headers)

    def _view(self, request: web.Request) -> tuple[int, int]:
        viewer, chat = query_number(request, "viewer", 0), query_number(request, "chat", 0)
        person = self._world.directory.person(viewer)
        if person.id not in self._world.directory.viewers_of(chat):
            raise ControlFault(f"{person.first_name} does not see the chat {chat}", status=404)
        return viewer, chat

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
