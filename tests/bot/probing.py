"""Handlers that do one thing each, so that tests can see the machinery around them."""

from dataclasses import replace
from datetime import timedelta
from enum import StrEnum

from core.errors import SomebodyWasFirst
from core.model.evidence import Evidence, Holder, Kind, Storing
from core.model.log import LogRow
from core.model.message import Button, Message, Urgency
from core.model.timer import Timer
from core.ports import UnitOfWork
from handlers.routes import Routes
from handlers.turn import Turn


class Step(StrEnum):
    TEXT = "probe_text"
    FILES = "probe_files"


def saying(words: str, *rows: tuple[Button, ...], card: str = "", **data: object) -> Message:
    """A message that shows those words."""
    return Message(template="command_unknown", data={"command": words, **data}, rows=rows, card=card)


def _button(verb: str, arg: str = "") -> Button:
    return Button("", verb, 7, 1, arg, text=verb)


async def echoed(turn: Turn) -> None:
    """Anything else: counted in the log and said back."""
    await turn.uow.log.write(LogRow(act="echoed", actor_id=turn.actor.id, facts={"words": turn.words}))
    await turn.say("command_unknown", command=f"echo {turn.words}")


async def failing(turn: Turn) -> None:
    """Writes, and then has a fault."""
    await turn.uow.log.write(LogRow(act="failing"))
    await turn.say("command_unknown", command="never")
    raise LookupError(turn.words)


async def refusing(turn: Turn) -> None:
    """Writes, and then says no."""
    await turn.uow.log.write(LogRow(act="refusing"))
    raise SomebodyWasFirst("thing_unknown", screen=saying("the new state"))


async def asked(turn: Turn) -> None:
    """Puts a question."""
    step = Step.FILES if "files" in turn.words else Step.TEXT
    await turn.ask(step, saying("which?"), n=1)


async def answered(turn: Turn) -> None:
    """The answer to that question."""
    assert turn.dialogue is not None
    await turn.settle()
    await turn.say("command_unknown", command=f"answer {turn.words} to {turn.dialogue.data['n']}")


async def moved(turn: Turn) -> None:
    """Shows the living message anew, at the end of the chat: `/moved 2`."""
    await turn.reply.say(replace(saying(f"state {turn.words.split()[1]}", card="case:7"), is_moved=True))


async def carded(turn: Turn) -> None:
    """Shows a living message, in several states at once: `/card 1 2 3`."""
    for state in turn.words.split()[1:]:
        await turn.reply.say(saying(f"state {state}", card="case:7", case_id=7))


async def buttons_wanted(turn: Turn) -> None:
    """Shows buttons."""
    rows = ((_button("quiet"), _button("toast"), _button("redraw"), _button("refuse"), _button("nobody")),)
    await turn.reply.say(saying("press", *rows))


async def quiet(turn: Turn) -> None:
    """A press that changes nothing and says nothing."""


async def toasted(turn: Turn) -> None:
    """A press that is answered twice; the first counts."""
    await turn.toast("words_in_message")
    await turn.toast("button_unknown", is_alert=True)


async def redrawn(turn: Turn) -> None:
    """A press that changes its message."""
    await turn.redraw(saying(f"redrawn by {turn.actor.name} v{turn.press.version}"))


async def timed(turn: Turn) -> None:
    """Starts a timer: `/timer kind minutes`."""
    _, kind, minutes = turn.words.split()
    due_at = turn.uow.now + timedelta(minutes=int(minutes))
    await turn.uow.timers.start(Timer(key=f"{kind}:1", kind=kind, subject_id=turn.actor.id, due_at=due_at))


async def rung(timer: Timer, uow: UnitOfWork) -> None:
    """The timer's time has come."""
    await uow.outbox.tell(await uow.persons.get(timer.subject_id), saying(f"rang {timer.key}"))


async def rung_in_vain(timer: Timer, uow: UnitOfWork) -> None:
    """The timer's time has come, but there is nothing left to do."""
    await uow.log.write(LogRow(act="in_vain", facts={"timer": timer.key}))
    raise SomebodyWasFirst("thing_unknown")


async def rung_wrong(timer: Timer, uow: UnitOfWork) -> None:
    """The timer's handler has a fault."""
    await uow.log.write(LogRow(act="wrong"))
    raise LookupError(timer.key)


async def kept(turn: Turn) -> None:
    """Keeps a photo or document as evidence."""
    message = turn.update.message
    assert message is not None
    file = message.document or (message.photo[-1] if message.photo else None)
    assert file is not None
    piece = Evidence(
        holder=Holder.CASE,
        holder_id=7,
        kind=Kind.DOCUMENT if message.document else Kind.PHOTO,
        storing=Storing.TO_FETCH,
        file_id=file.file_id,
        chat_id=turn.chat_id,
        message_id=message.message_id,
        received_by=turn.actor.id,
        received_at=turn.uow.now,
    )
    await turn.uow.evidence.add(piece)


async def arrived(turn: Turn) -> None:
    """Files are kept, texts echoed."""
    await (kept(turn) if turn.update.message and turn.update.message.effective_attachment else echoed(turn))


async def files_wanted(turn: Turn) -> None:
    """Shows everything that was kept."""
    pieces = await turn.uow.evidence.where(holder_id=7)
    await turn.reply.say(replace(saying("files"), files=tuple(piece.id for piece in pieces)))


async def edited(turn: Turn) -> None:
    """An edited message."""
    await turn.say("command_unknown", command=f"edited {turn.words}")


async def grouped(turn: Turn) -> None:
    """A command in a group."""
    await turn.say("command_unknown", command=f"group {turn.words}")


async def flooding(turn: Turn) -> None:
    """Says many things: digests first, an urgent one last."""
    for number in range(1, 6):
        await turn.reply.say(replace(saying(f"digest {number}"), urgency=Urgency.DIGEST))
    await turn.reply.say(replace(saying("urgent"), urgency=Urgency.URGENT))


PROBES = Routes(
    commands={
        "start": quiet,
        "fail": failing,
        "refuse": refusing,
        "ask": asked,
        "card": carded,
        "moved": moved,
        "buttons": buttons_wanted,
        "timer": timed,
        "files": files_wanted,
        "flood": flooding,
    },
    group_commands={"hello": grouped, "buttons": buttons_wanted},
    presses={"quiet": quiet, "toast": toasted, "redraw": redrawn, "refuse": refusing},
    group_presses={"redraw": redrawn},
    steps={Step.TEXT: answered, Step.FILES: answered},
    takes_files=frozenset({Step.FILES}),
    rings={"good": rung, "vain": rung_in_vain, "wrong": rung_wrong},
    arrived=arrived,
    edited=edited,
)
