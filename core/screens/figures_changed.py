"""In the place of a card whose figures have changed: what was, what is."""

from core.errors import FiguresChanged
from core.model.dossier import Dossier
from core.model.message import Message
from core.screens.case_head import case_head


def figures_changed(dossier: Dossier, changed: FiguresChanged) -> Message:
    """Old and new side by side; the new card follows when the new figures have been put."""
    return Message(
        template="figures_changed",
        data=case_head(dossier)
        | {
            "old": changed.data["old"],
            "new": changed.data["new"],
            "old_no": changed.data["old_no"],
            "new_no": changed.data["new_no"],
            "changes": changed.data["changes"],
            "names": {person.id: person.name for person in dossier.staff.values()},
        },
    )
