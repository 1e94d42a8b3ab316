"""The rulebooks that departments of a site have of their own."""

from collections.abc import Sequence

from core.model.company import InForce
from core.model.dossier import Dossier
from core.model.label import Label
from core.model.message import Button, Message
from core.screens.case_head import case_head
from core.screens.investigation import back_to_case


def rulebooks_screen(dossier: Dossier, titles: Sequence[tuple[InForce, Label]]) -> Message:
    """One button for each department's rulebook, and one for that of all others."""
    case = dossier.case
    rows = tuple(
        (
            Button(
                "" if entry.department else "other_departments",
                "rulebook",
                case.id,
                case.version,
                entry.rulebook,
                text=entry.department or "",
            ),
        )
        for entry, _ in titles
    )
    return Message(
        template="rulebook_asked",
        data=case_head(dossier) | {"choices": tuple((entry.department, title) for entry, title in titles)},
        rows=(*rows, (back_to_case(dossier),)),
    )
