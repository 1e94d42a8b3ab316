"""Control: people write, send files and albums, forward and edit."""

import base64
import binascii

from aiohttp import web

from bot.sandbox.control.body import Body, body_of
from bot.sandbox.faults import ControlFault
from bot.sandbox.forwarding import burst, forwarded_content
from bot.sandbox.media import KINDS, media_json, store_media
from bot.sandbox.origin import outside_origin
from bot.sandbox.speaking import captioned, change_own, check_present, entry_at, say, written
from bot.sandbox.wire import Json
from bot.sandbox.world import World

MAX_ALBUM = 10
MAX_CAPTION = 1024


class Talking:
    """/sandbox/send, /sandbox/upload, /sandbox/forward and /sandbox/edit."""

    def __init__(self, world: World) -> None:
        self._world = world

    def routes(self) -> list[web.RouteDef]:
        """The addresses."""
        return [
            web.post("/sandbox/send", self.send),
            web.post("/sandbox/upload", self.upload),
            web.post("/sandbox/forward", self.forward),
            web.post("/sandbox/edit", self.edit),
        ]

    async def send(self, request: web.Request) -> web.Response:
        """A text, files, or an album (`album_of`: more of the one of that message); with an origin a forward from outside."""
        return self._sent(await body_of(request))

    async def upload(self, request: web.Request) -> web.Response:
        """The same as a form: fields from, chat, caption, text, album, reply_to, kind, and files."""
        form = await request.post()
        fields = {
            name: str(form[name])
            for name in ("text", "caption", "kind", "album", "reply_to")
            if form.get(name)
        }
        files = [_uploaded(part, fields.get("kind", "")) for part in form.getall("files", [])]
        if files and fields.get("caption"):
            files[0]["caption"] = fields["caption"]
        values: Json = {"from": _int(form.get("from")), "chat": _int(form.get("chat")), "files": files}
        values |= {"text": fields.get("text"), "album": fields.get("album") in {"true", "1", "on"}}
        values["reply_to"] = _int(fields["reply_to"]) if "reply_to" in fields else None
        return self._sent(Body(values))

    async def forward(self, request: web.Request) -> web.Response:
        """Messages of a chat the person sees, forwarded in one burst."""
        body = await body_of(request)
        person, source = body.person(self._world), body.number("source_chat")
        check_present(self._world, person, source)
        entries = [entry_at(self._world, source, number) for number in body.numbers("message_ids")]
        contents = burst(self._world, entries, forwarded_content)
        return web.json_response({"messages": say(self._world, person, body.number("chat"), contents)})

    async def edit(self, request: web.Request) -> web.Response:
        """A person changes an own message."""
        body = await body_of(request)
        numbers = body.number("chat"), body.number("message_id")
        message = change_own(self._world, body.person(self._world), *numbers, body.needed_text("text"))
        return web.json_response({"message": message})

    def _sent(self, body: Body) -> web.Response:
        person, chat = body.person(self._world), body.number("chat")
        check_present(self._world, person, chat)
        contents = self._contents(body)
        if body.values.get("origin"):
            origin = {"forward_origin": outside_origin(self._world, body.values["origin"])}
            contents = [content | origin for content in contents]
        order = body.numbers("order") or None
        reply_to = body.optional_number("reply_to")
        return web.json_response(
            {"messages": say(self._world, person, chat, contents, reply_to=reply_to, order=order)}
        )

    def _contents(self, body: Body) -> list[Json]:
        files = body.items("files")
        contents = written(body.text("text")) if body.text("text") or not files else []
        filled = [self._file_content(file) for file in files]
        if len(filled) > MAX_ALBUM and body.flag("album"):
            raise ControlFault(f"an album holds up to {MAX_ALBUM} files; send the rest as a second one")
        album = self._album(body, len(filled))
        return contents + [content | album for content in filled]

    def _album(self, body: Body, count: int) -> Json:
        """A new album, none, or the one of an earlier message, whose rest was slow to come."""
        of = body.optional_number("album_of")
        if of is None:
            is_album = body.flag("album") and count > 1
            return {"media_group_id": self._world.history.next_media_group()} if is_album else {}
        album = entry_at(self._world, body.number("chat"), of).message.get("media_group_id")
        if album is None:
            raise ControlFault(f"message {of} is of no album; name one that is")
        return {"media_group_id": album}

    def _file_content(self, file: Body) -> Json:
        kind = file.needed_text("kind")
        if kind not in KINDS:
            raise ControlFault(f"kind must be one of {', '.join(KINDS)}")
        if len(file.text("caption")) > MAX_CAPTION:
            raise ControlFault(f"a caption holds up to {MAX_CAPTION} characters; send the text as a message")
        name = file.text("name") or kind
        stored = store_media(self._world.files, _data(file), kind=kind, name=name, mime=file.text("mime"))
        return {kind: media_json(self._world.files, stored)} | captioned(file.text("caption"))


def _data(file: Body) -> bytes | int:
    size = file.optional_number("size")
    if size is not None:
        return size
    raw = file.values.get("data")
    if isinstance(raw, bytes):
        return raw
    try:
        return base64.b64decode(file.needed_text("base64"), validate=True)
    except binascii.Error:
        raise ControlFault("base64 is not base64; or give a size in bytes for a pretended file") from None


def _uploaded(part: object, kind: str) -> Json:
    if not isinstance(part, web.FileField):
        raise ControlFault("files must be file parts of a form")
    with part.file as opened:
        data = opened.read()
    main, _, _ = part.content_type.partition("/")
    guessed = {"image": "photo", "video": "video", "audio": "audio"}.get(main, "document")
    return {"kind": kind or guessed, "name": part.filename, "mime": part.content_type, "data": data}


def _int(value: object) -> object:
    text = str(value)
    return int(text) if text.lstrip("-").isdecimal() else value
