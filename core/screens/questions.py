"""The questions of the rulebook in force, and one of them."""

from collections.abc import Mapping

from core.model.dossier import Dossier
from core.model.label import Label
from core.model.message import Button, Message
from core.rulebook.vocabulary import FactField
from core.screens.case_head import case_head
from core.screens.investigation import back_to_case
from core.screens.picks import Rows, in_rows, shortened


def questions_screen(dossier: Dossier, asked: Mapping[str, FactField], language: str) -> Message:
    """Every question with its answer so far; a button each."""
    case = dossier.case
    rows = in_rows(
        (
            Button(
                "", "question", case.id, case.version, name, text=shortened(field.label.in_language(language))
            )
            for name, field in asked.items()
        ),
        2,
    )
    answers = tuple(
        (field.label, answer_said(field, case.facts[name]))
        for name, field in asked.items()
        if name in case.facts
    )
    return Message(
        template="questions_listed",
        data=case_head(dossier) | {"answers": answers},
        rows=(*rows, (back_to_case(dossier),)),
    )


def question_asked(
    dossier: Dossier,
    name: str,
    field: FactField,
    language: str,
    *,
    verb: str = "answer_fact",
    back: str = "questions",
) -> Message:
    """One question: buttons for yes and no or for choices, else typed."""
    case = dossier.case
    back_button = Button(
        "back", back, case.id, case.version, name.partition(":")[0] if back == "party" else ""
    )
    clear = Button("clear_answer", verb, case.id, case.version, f"{name}=")
    return Message(
        template="question_asked",
        data=case_head(dossier)
        | {"label": field.label, "type": field.type, "clause": field.clause.split("#")[0]},
        rows=(*_choices(dossier, name, field, language, verb), (clear, back_button)),
    )


def answer_said(field: FactField, value: object) -> Label | object:
    """The answer in the rulebook's words where it has any."""
    choice = field.choices.get(str(value))
    return choice.label if choice else value


def _choices(dossier: Dossier, name: str, field: FactField, language: str, verb: str) -> Rows:
    case = dossier.case
    if field.type == "boolean":
        return (
            tuple(
                Button(answer, verb, case.id, case.version, f"{name}={answer}") for answer in ("yes", "no")
            ),
        )
    return in_rows(
        (
            Button(
                "",
                verb,
                case.id,
                case.version,
                f"{name}={choice}",
                text=shortened(entry.label.in_language(language)),
            )
            for choice, entry in field.choices.items()
        ),
        2,
    )
