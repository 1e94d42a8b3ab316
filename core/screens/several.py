"""Buttons of a question that takes several of its choices: each press marks one or takes the mark away, 完成 records."""

from typing import Final

from core.model.dossier import Dossier
from core.model.message import Button
from core.rulebook.vocabulary import FactField
from core.rules.typed.several_answers import marks_of, toggled
from core.screens.fitting import fitting
from core.screens.label_width import shortened
from core.screens.picks import Rows

_ROOM_OF_CHOICE: Final = 96
_MARKS: Final = {True: "☑", False: "☐"}


def several_rows(dossier: Dossier, place: str, field: FactField, language: str, marks: int | None) -> Rows:
    """A row for each choice, and 完成; `marks` None for what is recorded."""
    now = _recorded(dossier, place, field) if marks is None else marks
    choices = tuple(
        (
            _button(
                dossier,
                place,
                "several",
                after,
                f"{_MARKS[is_marked]} {shortened(field.choices[choice].label.in_language(language), _ROOM_OF_CHOICE)}",
            ),
        )
        for choice, is_marked, after in toggled(field, now)
    )
    return (*choices, (_button(dossier, place, "several_done", now),))


def _recorded(dossier: Dossier, place: str, field: FactField) -> int:
    person_id, is_of_person, name = place.rpartition(":")
    party = dossier.party_of(int(person_id)) if is_of_person else None
    answers = party.details if party else dossier.case.facts
    recorded = answers.get(name)
    return marks_of(field, recorded) if isinstance(recorded, list | tuple) else 0


def _button(dossier: Dossier, place: str, verb: str, marks: int, text: str = "") -> Button:
    case = dossier.case
    verb = f"detail_{verb}" if ":" in place else verb
    label = "" if text else "done"
    return fitting(Button(label, verb, case.id, case.version, f"{place}={marks}", text=text))
