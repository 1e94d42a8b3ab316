"""The questions of the rulebook in force, and one of them."""

from collections.abc import Mapping

from core.model.dossier import Dossier
from core.model.message import Button, Message
from core.rulebook.vocabulary import FactField
from core.screens.answers import answer_said
from core.screens.case_head import case_head
from core.screens.fitting import fitting
from core.screens.investigation import back_to_case
from core.screens.label_width import shortened
from core.screens.picks import Rows, in_rows
from core.screens.several import several_rows


def questions_screen(dossier: Dossier, asked: Mapping[str, FactField], language: str) -> Message:
    """Every question with its answer so far; a button each."""
    case = dossier.case
    rows = in_rows(
        (
            fitting(_question(dossier, name, field.label.in_language(language)))
            for name, field in asked.items()
        ),
        2,
    )
    answers = tuple(
        (field.label, answer_said(field, case.facts[name], language))
        for name, field in asked.items()
        if name in case.facts
    )
    return Message(
        template="questions_listed",
        data=case_head(dossier) | {"answers": answers},
        rows=(*rows, (back_to_case(dossier),)),
    )


def question_asked(
    dossier: Dossier, place: str, field: FactField, language: str, marks: int | None = None
) -> Message:
    """One question: buttons for yes and no or for choices, else typed.

    `place` is the name of the fact; `17:level` is what is asked about person 17. `marks` are the choices of several
    that are marked by now; None for those recorded.
    """
    case = dossier.case
    person, is_of_person, _ = place.rpartition(":")
    back = Button("back", "party" if is_of_person else "questions", case.id, case.version, person)
    clear = _answer(dossier, place, "", "clear_answer")
    if field.type == "choices":
        rows = several_rows(dossier, place, field, language, marks)
    else:
        rows = _choices(dossier, place, field, language)
    return Message(
        template="question_asked",
        data=case_head(dossier)
        | {"label": field.label, "type": field.type, "clause": field.clause.split("#")[0]},
        rows=(*rows, (clear, back)),
    )


def _question(dossier: Dossier, name: str, label: str) -> Button:
    case = dossier.case
    return Button("", "question", case.id, case.version, name, text=shortened(label))


def _verb(place: str) -> str:
    return "detail_answer" if ":" in place else "answer_fact"


def _choices(dossier: Dossier, place: str, field: FactField, language: str) -> Rows:
    if field.type == "boolean":
        return in_rows(_answer(dossier, place, answer, answer) for answer in ("yes", "no"))
    return in_rows(
        (
            _answer(dossier, place, choice, "", shortened(entry.label.in_language(language)))
            for choice, entry in field.choices.items()
        ),
        2,
    )


def _answer(dossier: Dossier, place: str, answer: str, label: str, text: str = "") -> Button:
    case = dossier.case
    return fitting(Button(label, _verb(place), case.id, case.version, f"{place}={answer}", text=text))
