"""A player: somebody of the sandbox, acting and looking over HTTP."""

import base64

from bot.sandbox.client_message import SeenMessage
from bot.sandbox.client_wire import ControlWire
from bot.sandbox.wire import Json

PATIENCE = 60.0


class NotSeen(AssertionError):
    """What should have been shown was not; the text says what was there instead."""


class Player:
    """A person. All chats default to the person's private chat with the bot.

    `sees` looks at messages as they are shown now, each state of a message once, from the person's last own
    writing on: whoever writes has seen what was there before. Pressing a button does not count as writing.
    """

    def __init__(self, wire: ControlWire, number: int, name: str) -> None:
        self.id = number
        self.name = name
        self.wire = wire
        self._after = 0
        self._seen: set[int] = set()

    async def starts(self, payload: str = "") -> None:
        """Press START, or open a deep link."""
        await self._catch_up()
        await self.wire.post("start", {"from": self.id, "payload": payload})

    async def says(
        self, text: str, *, chat: int | None = None, reply_to: SeenMessage | int | None = None
    ) -> int:
        """Write a text; its message id."""
        return (await self._send({"text": text}, chat, reply_to))[0]

    async def sends_file(
        self,
        data: bytes | int,
        *,
        kind: str = "photo",
        name: str = "",
        caption: str = "",
        chat: int | None = None,
    ) -> int:
        """Send one file: its bytes, or only its pretended size; the message id."""
        return (await self._send({"files": [file_part(data, kind=kind, name=name, caption=caption)]}, chat))[
            0
        ]

    async def sends_album(
        self,
        parts: list[Json],
        *,
        chat: int | None = None,
        origin: Json | None = None,
        order: list[int] | None = None,
        of: int | None = None,
    ) -> list[int]:
        """Send parts made by `file_part` as one album, or as the rest of the one of message `of`.

        `order` is how they reach the bot.
        """
        body = {"files": parts, "album": True, "origin": origin, "order": order, "album_of": of}
        return await self._send({key: value for key, value in body.items() if value is not None}, chat)

    async def forwards(
        self, *items: str | Json, origin: Json | None = None, chat: int | None = None
    ) -> list[int]:
        """Forward what somebody outside wrote, in one burst: texts, or bodies of /sandbox/send without from and chat."""
        source = origin or {"type": "hidden_user", "name": "王工"}
        await self._catch_up()
        numbers = []
        for item in items:
            body: Json = {"text": item} if isinstance(item, str) else item
            numbers += await self._post({"origin": source, **body}, chat)
        return numbers

    async def forwards_messages(
        self, numbers: list[int], *, source: int, chat: int | None = None
    ) -> list[int]:
        """Forward messages that are shown in another chat."""
        await self._catch_up()
        body: Json = {"from": self.id, "chat": chat or self.id, "source_chat": source, "message_ids": numbers}
        answer = await self.wire.post("forward", body)
        return [message["message_id"] for message in answer["messages"]]

    async def edits(self, message_id: int, text: str, *, chat: int | None = None) -> None:
        """Change an own message."""
        place = {"from": self.id, "chat": chat or self.id, "message_id": message_id}
        await self.wire.post("edit", {**place, "text": text})

    async def blocks(self, blocked: bool = True) -> None:
        """Block the bot, or let it write again."""
        await self.wire.post("block", {"from": self.id, "blocked": blocked})

    async def sees(
        self,
        *words: str,
        button: str = "",
        chat: int | None = None,
        within: float = PATIENCE,
        ever: bool = False,
    ) -> SeenMessage:
        """The first message of the bot that shows all the words, waiting for it; NotSeen when it does not come.

        `button` is part of a label that it must have. With `ever` also what was seen or stood there before counts.
        """
        query: Json = {"chat": chat or self.id, "contains": list(words), "button": button, "timeout": within}
        query |= (
            {"after": 0} if ever else {"after": self._after, "skip": ",".join(map(str, sorted(self._seen)))}
        )
        answer = await self.wire.get("wait", **query)
        found = answer["found"]
        if found is None:
            wish = " + ".join([*words, *([f"[{button}]"] if button else [])])
            raise NotSeen(f"{self.name} did not see {wish!r}; shown: {answer['shown']}")
        self._seen.add(found["seq"])
        return SeenMessage(wire=self.wire, viewer=self.id, raw=found["message"], keyboard=found["keyboard"])

    async def toast(self, *words: str, within: float = PATIENCE) -> str:
        """The first toast with these words since the last own writing, for presses that did not wait."""
        query: Json = {"chat": self.id, "viewer": self.id, "kind": "toast", "contains": list(words)}
        answer = await self.wire.get("wait", **query, after=self._after, timeout=within)
        if answer["found"] is None:
            raise NotSeen(f"{self.name} got no toast {words!r}")
        return str(answer["found"]["text"])

    async def screen(self, *, chat: int | None = None, limit: int = 50) -> list[SeenMessage]:
        """What the chat shows now, oldest first; counts as read."""
        answer = await self.wire.get("messages", viewer=self.id, chat=chat or self.id, limit=limit, read=1)
        return [SeenMessage(wire=self.wire, viewer=self.id, raw=message) for message in answer["messages"]]

    async def count_of(self, *words: str, chat: int | None = None) -> int:
        """How many messages on the screen show all these words; one means: neither lost nor doubled."""
        screen = await self.screen(chat=chat, limit=200)
        return sum(all(word in message.words for word in words) for message in screen)

    async def _send(
        self, body: Json, chat: int | None, reply_to: SeenMessage | int | None = None
    ) -> list[int]:
        await self._catch_up()
        if reply_to is not None:
            body["reply_to"] = reply_to.id if isinstance(reply_to, SeenMessage) else reply_to
        return await self._post(body, chat)

    async def _post(self, body: Json, chat: int | None) -> list[int]:
        answer = await self.wire.post("send", {"from": self.id, "chat": chat or self.id, **body})
        return [message["message_id"] for message in answer["messages"]]

    async def _catch_up(self) -> None:
        self._after = (await self.wire.get("state"))["seq"]
        self._seen.clear()


def file_part(
    data: bytes | int, *, kind: str = "photo", name: str = "", mime: str = "", caption: str = ""
) -> Json:
    """One file for an album or a forward: its bytes, or only its pretended size in bytes."""
    what: Json = {"size": data} if isinstance(data, int) else {"base64": base64.b64encode(data).decode()}
    return {"kind": kind, "name": name or f"{kind}", "mime": mime, "caption": caption, **what}
