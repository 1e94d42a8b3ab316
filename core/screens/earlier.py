"""A file of earlier records that was sent in chat: its faults, what it would bring, how far it is, what it brought."""

from collections.abc import Sequence

from core.imports.found import FoundFaults, FoundRecords
from core.model.earlier_file import EarlierFile
from core.model.imported import Doubles, Import
from core.model.message import Button, Message, Urgency
from core.screens.picks import Rows


def earlier_refused(file: EarlierFile, faults: FoundFaults) -> Message:
    """What is wrong with it; beneath, the way to send it once more."""
    again = Button("import_again", "import_of", arg=file.kind.value)
    return Message(
        template="import_refused",
        urgency=Urgency.NOTICE,
        data={
            "name": file.name,
            "faults": faults.named,
            "kinds": faults.kinds,
            "count": faults.count,
            "lines": faults.rows,
        },
        rows=((again,),),
    )


def earlier_lost(file: EarlierFile) -> Message:
    """Telegram does not give it out: nothing more is done with it."""
    again = Button("import_again", "import_of", arg=file.kind.value)
    return Message(template="import_lost", urgency=Urgency.NOTICE, data={"name": file.name}, rows=((again,),))


def earlier_shown(file: EarlierFile, found: FoundRecords) -> Message:
    """What it would bring, and what there is to choose."""
    before = found.before
    return Message(
        template="import_shown",
        urgency=Urgency.NOTICE,
        data={
            "name": file.name,
            "kind": file.kind.value,
            "new": found.new,
            "there": found.there,
            "first_new": found.first_new,
            "first_there": found.first_there,
            "unread": found.unread,
            "before": before and before.id,
            "is_unfinished": before is not None and before.finished_at is None,
            "choices": [one.value for one in choices_of(found)],
        },
        rows=_choosing(file, found),
        card=_card(file),
    )


def choices_of(found: FoundRecords) -> Sequence[Doubles]:
    """What is worth choosing; an import that was interrupted can be ended even if nothing is left to bring."""
    goes_on = found.before is not None and found.before.finished_at is None
    skipping = (Doubles.SKIP,) if found.steps.get(Doubles.SKIP) or goes_on else ()
    return (*skipping, *(one for one in (Doubles.MERGE, Doubles.ADD) if one in found.steps))


def _choosing(file: EarlierFile, found: FoundRecords) -> Rows:
    def choice(one: Doubles) -> Button:
        count = f"{found.steps.get(one, 0):,}" if one is Doubles.SKIP else ""
        arg = f"{one.value}.{file.seal}"
        return Button(f"import_take_{one.value}", "import_take", file.id, arg=arg, text=count)

    drop = Button("import_drop", "import_drop", file.id, arg=f".{file.seal}")
    return (*((choice(one),) for one in choices_of(found)), (drop,))


def earlier_dropped(file: EarlierFile) -> Message:
    """It was decided not to take it in."""
    return Message(template="import_dropped", data={"name": file.name})


def earlier_going(file: EarlierFile, done: int = 0, of: int = 0, *, is_over: bool = False) -> Message:
    """How many lines are in; nothing is known yet where there is no `of`."""
    data = {"name": file.name, "done": done, "of": of, "is_over": is_over}
    return Message(template="import_going", urgency=Urgency.CARD, data=data, card=_card(file))


def earlier_taken(file: EarlierFile, batch: Import) -> Message:
    """What it brought, at the end of the chat, and the way to take it back."""
    return Message(
        template="import_taken",
        urgency=Urgency.NOTICE,
        data={"name": file.name, "batch": batch},
        rows=((Button("import_undo", "import_undo", batch.id),),),
    )


def earlier_stopped(file: EarlierFile) -> Message:
    """Somebody took it back while it was going on."""
    return Message(template="import_stopped", urgency=Urgency.NOTICE, data={"name": file.name})


def _card(file: EarlierFile) -> str:
    return f"earlier:{file.id}"
