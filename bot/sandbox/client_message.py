"""A message as a player sees it: words, and buttons to press by their labels."""

from dataclasses import dataclass

from bot.sandbox.client_wire import ControlWire
from bot.sandbox.markup.keyboard import buttons_of
from bot.sandbox.sight import words_of
from bot.sandbox.wire import Json

ANSWER_WITHIN = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenMessage:
    """What was shown to a player when it was seen; `raw` is the Bot API's Message."""

    wire: ControlWire
    viewer: int
    raw: Json
    keyboard: Json | None = None

    @property
    def text(self) -> str:
        """Text or caption."""
        return str(self.raw.get("text") or self.raw.get("caption") or "")

    @property
    def words(self) -> str:
        """Text, caption and file name."""
        return words_of(self.raw)

    @property
    def id(self) -> int:
        """The message id."""
        return int(self.raw["message_id"])

    @property
    def chat(self) -> int:
        """The chat id."""
        return int(self.raw["chat"]["id"])

    @property
    def labels(self) -> list[str]:
        """The labels of all inline buttons, row by row."""
        return [button["text"] for button in buttons_of(self.raw)]

    def button(self, label: str) -> Json:
        """The one button with this label, exactly or in part; AssertionError when there is none or several."""
        buttons = buttons_of(self.raw)
        found = [one for one in buttons if one["text"] == label] or [
            one for one in buttons if label in one["text"]
        ]
        if len(found) != 1:
            msg = f"{len(found)} buttons match {label!r}; the message has {self.labels}: {self.text}"
            raise AssertionError(msg)
        return found[0]

    async def press(self, label: str, *, by: int | None = None, old: bool = False) -> str:
        """Press a button by its label and give the toast's text ("" for none).

        `by` is who presses (default: who saw it). With `old` the press is made as it was seen, even if the message
        has been changed since. AssertionError when the bot does not answer within 30 s.
        """
        data = self.button(label)["callback_data"]
        place = {"chat": self.chat, "message_id": self.id, "data": data}
        who = {"from": self.viewer if by is None else by}
        answer = await self.wire.post("press", {**who, **place, "forge": old, "wait": ANSWER_WITHIN})
        if answer["answer"] is None:
            msg = f"the bot did not answer the press of {label!r}"
            raise AssertionError(msg)
        return str(answer["answer"]["text"])

    async def press_and_go(self, label: str, *, old: bool = False) -> None:
        """Press and do not wait for an answer, as when the bot is down."""
        data = self.button(label)["callback_data"]
        place = {"chat": self.chat, "message_id": self.id, "data": data}
        await self.wire.post("press", {"from": self.viewer, **place, "forge": old})
