"""Handles a sealed update: it knows what is wanted and where to answer, never what was said."""

from collections.abc import Callable
from typing import Final

from bot.storage.unit_of_work import SqlUnitOfWork
from bot.tips.letters import Letters
from bot.tips.own_key import OwnKey
from bot.tips.route import ROUTES, Envelope, Intent, Route
from bot.tips.wish import DROP, SEND
from core.actions.tip.send_tip import send_tip
from core.actions.tip.take_in_tip import open_tip, take_in_tip
from core.actions.tip.withdraw_tip import withdraw_tip
from core.errors import Refusal
from core.model.evidence import MOST_FETCHED, Storing
from core.model.message import Button, Message
from core.model.tip import TipPiece

BUTTONS: Final = ((Button("tip_send", SEND), Button("cancel", DROP)),)
PLAIN: Final = {Intent.STRANGER: "tip_for_staff", Intent.IN_GROUP: "tip_in_group"}


class Desk:
    """The one desk of this process; `on_withdrawn` is called when a tip is being taken back, before the commit."""

    def __init__(self, key: OwnKey, letters: Letters, on_withdrawn: Callable[[], None]) -> None:
        self._key = key
        self._letters = letters
        self._on_withdrawn = on_withdrawn
        self._albums: dict[str, str] = {}

    async def handle(self, envelope: Envelope, uow: SqlUnitOfWork) -> None:
        """Do what it asks for, and answer without a trace of whom."""
        route = ROUTES.validate_json(self._key.opened(envelope.route))
        if route.callback:
            await self._letters.answer(route.chat, route.callback, uow.connection)
        person = await uow.person_in(route.chat)
        language = person.language if person else uow.company.languages[0]
        try:
            async with uow.savepoint():
                answer = await self._done(route, envelope.content, uow)
        except Refusal as refusal:
            words = uow.messages.sentence(language, "errors", refusal.what, refusal.data)
            answer = Message(template="request_refused", data={"words": words})
        if route.was_kept:
            was_kept = Message(template="tip_was_kept", data={"number": route.tip})
            await self._letters.say(route.chat, language, was_kept, route.tip, uow.connection)
        if answer is not None:
            await self._letters.say(route.chat, language, answer, route.tip, uow.connection)

    async def _done(self, route: Route, content: str, uow: SqlUnitOfWork) -> Message | None:
        match route.intent:
            case Intent.BEGIN | Intent.PIECE | Intent.ADDITION:
                return await self._taken_in(route, content, uow)
            case Intent.SEND:
                await send_tip(route.tip, uow=uow)
                return Message(template="tip_sent", data={"number": route.tip})
            case Intent.DROP:
                await withdraw_tip(route.tip, uow=uow)
                self._on_withdrawn()
                return Message(template="tip_dropped", data={"number": route.tip})
            case Intent.NOTHING:
                return None
            case intent:
                return Message(template=PLAIN[intent])

    async def _taken_in(self, route: Route, content: str, uow: SqlUnitOfWork) -> Message | None:
        if not content:
            return Message(template="tip_not_set_up")
        tip = await open_tip(route.tip, uow=uow)
        if not route.has_content:
            return Message(template="tip_asked", data={"number": tip.number}, rows=BUTTONS)
        piece = TipPiece(
            tip_id=tip.id,
            sealed=content,
            storing=_storing(route),
            reference=self._key.seal(route.file.id) if route.file else "",
            received_at=uow.now,
        )
        count = await take_in_tip(piece, tip, uow=uow)
        if route.is_quiet:
            return None
        is_same_album = bool(route.album) and self._albums.get(tip.number) == route.album
        self._albums[tip.number] = route.album
        if is_same_album:
            return None
        is_open = tip.sent_at is None
        data = {
            "number": tip.number,
            "count": count,
            "is_open": is_open,
            "is_album": bool(route.album),
            "is_too_big": piece.storing is Storing.TOO_BIG,
        }
        return Message(template="tip_kept", data=data, rows=BUTTONS if is_open else ())


def _storing(route: Route) -> Storing:
    if route.file is None:
        return Storing.NO_FILE
    return Storing.TOO_BIG if route.file.size > MOST_FETCHED else Storing.TO_FETCH
