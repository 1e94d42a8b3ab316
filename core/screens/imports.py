"""What was brought in before, and taking it back."""

from collections.abc import Mapping, Sequence
from typing import Final

from core.actions.company.undo_import import Undone
from core.model.imported import Import
from core.model.message import Button, Message, Urgency
from core.screens.picks import in_rows

# so many of what stays are named
NAMED: Final = 20


def imports_listed(batches: Sequence[Import], names: Mapping[int, str]) -> Message:
    """The latest first, with counts and by whom; what is still in can be taken back."""
    undoable = (one for one in batches if one.undone_at is None and one.undo_by is None)
    return Message(
        template="imports_listed",
        data={"batches": [{"it": one, "by": names.get(one.made_by or 0, "")} for one in batches]},
        rows=(
            *in_rows(Button("import_undo_of", "import_undo", one.id, text=str(one.id)) for one in undoable),
            (Button("records_back", "records"),),
        ),
    )


def undo_asked(batch: Import) -> Message:
    """Whether it is really to be taken back."""
    return Message(
        template="import_undo_asked",
        data={"batch": batch},
        card=_card(batch),
        rows=((Button("import_undo_yes", "import_undo_yes", batch.id), Button("import_keep", "imports")),),
    )


def undo_going(batch: Import, *, is_over: bool = False) -> Message:
    """It is being taken back, or was."""
    data = {"batch": batch, "is_over": is_over}
    return Message(template="import_undo_going", urgency=Urgency.CARD, data=data, card=_card(batch))


def _card(batch: Import) -> str:
    return f"undo:{batch.id}"


def import_undone(batch: Import, undone: Undone) -> Message:
    """What went, what is empty again, and what stays because somebody has used it since."""
    return Message(
        template="import_undone",
        urgency=Urgency.NOTICE,
        data={
            "batch": batch,
            "removed": undone.removed,
            "emptied": undone.emptied,
            "changed": undone.changed,
            "stays": undone.stays[:NAMED],
            "count": len(undone.stays),
        },
    )
