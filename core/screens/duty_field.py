"""One field of a duty's form being asked for, and people to choose from."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from core.model.message import Button, Message
from core.model.person import Person
from core.rulebook.duty_rules import FormField
from core.rules.duty.duty_file import DutyFile
from core.rules.duty.duty_form import field_at
from core.rules.duty.signatures import people_in
from core.screens.duty_card import duty_head
from core.screens.label_width import shortened
from core.screens.picks import Rows, in_rows

_PEOPLE_SHOWN: Final = 12


@dataclass(frozen=True, slots=True)
class Asked:
    """A field of the form: its place, its id and what it is."""

    place: int
    name: str
    field: FormField


def duty_field_asked(file: DutyFile, asked: Asked, language: str) -> Message:
    """What is allowed, with an example; buttons for yes and no, for choices and for days near by."""
    field = asked.field
    clear = _pick(file, asked, "", "clear_answer")
    has_clear = asked.name in file.duty.answers and field.type != "people"
    return Message(
        template="duty_field_asked",
        data=duty_head(file) | {"field": field.label, "type": field.type, "is_optional": field.optional},
        rows=(
            *_picks(file, asked, language),
            (*((clear,) if has_clear else ()), back_to_duty(file)),
        ),
    )


def duty_evidence_asked(file: DutyFile) -> Message:
    """Anything sent from here on belongs to the duty."""
    data = duty_head(file) | {"wanted": file.rule.evidence}
    return Message(template="duty_evidence_asked", data=data, rows=((back_to_duty(file),),))


def duty_evidence_kept(file: DutyFile) -> Message:
    """One more piece is there; send more, or go back to the card."""
    data = duty_head(file) | {"evidence": len(file.evidence)}
    back = Button("duty_card", "duty", file.duty.id, file.duty.version)
    return Message(
        template="duty_evidence_kept", data=data, rows=((back,),), card=f"duty_pieces:{file.duty.id}"
    )


def duty_people_found(file: DutyFile, place: int, typed: str, found: Sequence[Person]) -> Message:
    """Who fits what was typed for that field; type again if nobody does."""
    field = field_at(file.rule, place)
    is_several = field is not None and field[1].type == "people"
    return people_for_duty(file, "duty_people" if is_several else "duty_person", typed, found, f"{place}:")


def people_for_duty(
    file: DutyFile, verb: str, typed: str, found: Sequence[Person], before: str = ""
) -> Message:
    """Who fits what was typed, each a button of that verb, with what stands `before` their id."""
    duty = file.duty
    rows = tuple(
        (
            Button(
                "",
                verb,
                duty.id,
                duty.version,
                f"{before}{person.id}",
                text=f"{person.name} · {person.department} · {person.employee_no}",
            ),
        )
        for person in found
    )
    data = duty_head(file) | {"typed": typed, "found": len(found)}
    return Message(template="duty_people_found", data=data, rows=(*rows, (back_to_duty(file),)))


def back_to_duty(file: DutyFile) -> Button:
    """Back to the card."""
    return Button("back", "duty", file.duty.id, file.duty.version)


def _picks(file: DutyFile, asked: Asked, language: str) -> Rows:
    match asked.field.type:
        case "boolean":
            return (tuple(_pick(file, asked, answer, answer) for answer in ("yes", "no")),)
        case "date":
            return ((_pick(file, asked, "today", "today"),),)
        case "time":
            return ((_pick(file, asked, "now", "right_now"),),)
        case "people":
            return _people(file, asked)
    choices = enumerate(asked.field.choices.values())
    return in_rows(
        (
            _pick(file, asked, str(number), "", shortened(choice.label.in_language(language)))
            for number, choice in choices
        ),
        2,
    )


def _people(file: DutyFile, asked: Asked) -> Rows:
    """Those who are asked to sign, to be taken out again, and everybody at once."""
    duty, named = file.duty, people_in(file.duty, asked.name)[:_PEOPLE_SHOWN]
    out = (
        Button(
            "person_out",
            "duty_people",
            duty.id,
            duty.version,
            f"{asked.place}:{one}",
            text=file.roster.name(one),
        )
        for one in named
    )
    everybody = Button("everybody", "duty_everybody", duty.id, duty.version, str(asked.place))
    return (*in_rows(out), (everybody,))


def _pick(file: DutyFile, asked: Asked, answer: str, label: str, text: str = "") -> Button:
    duty = file.duty
    return Button(label, "duty_answer", duty.id, duty.version, f"{asked.place}={answer}", text=text)
