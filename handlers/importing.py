"""Bringing earlier records in: an admin sends a file, sees what it would bring, and decides; and takes imports back."""

from enum import StrEnum
from typing import Final

from core.actions.records.choose_earlier import choose_earlier, drop_earlier
from core.actions.records.send_earlier import check_may_import, send_earlier
from core.actions.records.show_earlier import LAPSE, lapse_rang
from core.actions.records.undo_in_chat import ask_undo, undoing
from core.errors import NoSuchThing, NotAllowed
from core.model.earlier_file import EarlierFile
from core.model.imported import Doubles, ImportKind
from core.model.message import Message
from core.screens.earlier import earlier_dropped, earlier_going
from core.screens.imports import imports_listed, undo_asked, undo_going
from core.screens.records import file_asked, file_received, records_shown
from handlers.cleaning import cleaned
from handlers.routes import Routes
from handlers.turn import Turn

_LISTED: Final = 10


class Step(StrEnum):
    """What is being asked."""

    FILE = "import_file"


async def records_wanted(turn: Turn) -> None:
    """导入和导出 was pressed."""
    check_may_import(turn.actor)
    await turn.redraw(records_shown())


async def kind_pressed(turn: Turn) -> None:
    """One kind of records was pressed: ask for the file."""
    check_may_import(turn.actor)
    kind = _kind_in(turn.press.arg)
    await turn.ask(Step.FILE, _asked(kind, turn), kind=kind.value)


async def file_sent(turn: Turn) -> None:
    """The file came; what is no file is asked for again."""
    check_may_import(turn.actor)
    kind = _kind_in(turn.asked("kind"))
    message = turn.update.message
    document = message.document if message else None
    if message is None or document is None:
        await turn.reply.say(_asked(kind, turn))
        return
    if message.media_group_id:
        # the next of them would answer no question any more, and begin a complaint
        raise NotAllowed("import_one_by_one")
    sent = EarlierFile(
        person_id=turn.actor.id,
        kind=kind,
        name=cleaned(document.file_name or ""),
        size=document.file_size or 0,
        file_id=document.file_id,
        sent_at=turn.uow.now,
    )
    kept = await send_earlier(sent, actor=turn.actor, uow=turn.uow)
    await turn.settle()
    await turn.reply.say(file_received(kept.name))


async def take_pressed(turn: Turn) -> None:
    """What becomes of the file was pressed: it is taken in."""
    choice, _, seal = turn.press.arg.partition(".")
    if choice not in set(Doubles):
        raise NoSuchThing("thing_unknown", id=turn.press.id)
    file = await choose_earlier(turn.press.id, seal, Doubles(choice), actor=turn.actor, uow=turn.uow)
    await turn.redraw(earlier_going(file))


async def drop_pressed(turn: Turn) -> None:
    """不导入 was pressed."""
    seal = turn.press.arg.removeprefix(".")
    await turn.redraw(
        earlier_dropped(await drop_earlier(turn.press.id, seal, actor=turn.actor, uow=turn.uow))
    )


async def imports_wanted(turn: Turn) -> None:
    """导入过的 was pressed."""
    check_may_import(turn.actor)
    batches = await turn.uow.imports.latest(_LISTED)
    makers = tuple({one.made_by for one in batches if one.made_by is not None})
    people = await turn.uow.persons.where(id=makers) if makers else ()
    await turn.redraw(imports_listed(batches, {one.id: one.name for one in people}))


async def undo_pressed(turn: Turn) -> None:
    """撤回 was pressed: ask once more."""
    await turn.reply.say(undo_asked(await undoing(turn.press.id, actor=turn.actor, uow=turn.uow)))


async def undo_confirmed(turn: Turn) -> None:
    """It is really to be taken back."""
    await turn.redraw(undo_going(await ask_undo(turn.press.id, actor=turn.actor, uow=turn.uow)))


def _kind_in(word: str) -> ImportKind:
    if word not in set(ImportKind):
        raise NoSuchThing("thing_unknown", id=0)
    return ImportKind(word)


def _asked(kind: ImportKind, turn: Turn) -> Message:
    return file_asked(kind, has_sites=len(turn.uow.company.sites) > 1)


def handlers() -> Routes:
    """What this module answers."""
    return Routes(
        presses={
            "records": records_wanted,
            "import_of": kind_pressed,
            "import_take": take_pressed,
            "import_drop": drop_pressed,
            "imports": imports_wanted,
            "import_undo": undo_pressed,
            "import_undo_yes": undo_confirmed,
        },
        steps={Step.FILE: file_sent},
        takes_files=frozenset({Step.FILE.value}),
        rings={LAPSE: lapse_rang},
    )
