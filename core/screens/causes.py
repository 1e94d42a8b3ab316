"""The causes that a rulebook lists."""

from core.model.dossier import Dossier
from core.model.message import Button, Message
from core.screens.case_head import case_head
from core.screens.investigation import back_to_case
from core.screens.picks import in_rows


def causes_screen(dossier: Dossier, language: str) -> Message:
    """One button each."""
    case = dossier.case
    causes = (
        Button("", "cause_code", case.id, case.version, code, text=label.in_language(language))
        for code, label in dossier.glossary.causes.items()
    )
    return Message(
        template="cause_sorted",
        data=case_head(dossier),
        rows=(*in_rows(causes, 2), (back_to_case(dossier),)),
    )
