"""The rulebooks that departments of a site, or kinds of case, have of their own."""

from collections.abc import Sequence

from core.model.company import InForce
from core.model.dossier import Dossier
from core.model.label import Label
from core.model.message import Button, Message
from core.screens.case_head import case_head
from core.screens.investigation import back_to_case


def rulebooks_screen(dossier: Dossier, titles: Sequence[tuple[InForce, Label]]) -> Message:
    """One button for the rulebook of each department or kind, and one for that of all others."""
    case = dossier.case
    rows = tuple(
        (
            Button(
                "" if _whose(entry) else "other_departments",
                "rulebook",
                case.id,
                case.version,
                entry.rulebook,
                text=_whose(entry),
            ),
        )
        for entry, _ in titles
    )
    return Message(
        template="rulebook_asked",
        data=case_head(dossier) | {"choices": tuple((_whose(entry), title) for entry, title in titles)},
        rows=(*rows, (back_to_case(dossier),)),
    )


def _whose(entry: InForce) -> str:
    """The department and the kind of case that the entry is for; empty where it is for all others."""
    return " · ".join(filter(None, (entry.department, entry.kind)))
