"""One field of a duty's form being asked for, and people to choose from."""

from collections.abc import Iterable, Sequence

from core.model.message import Button, Message
from core.model.person import Person
from core.rules.duty_file import DutyFile
from core.rules.duty_form import field_at
from core.screens.duty_card import duty_head
from core.screens.picks import Rows, in_rows, shortened


def duty_field_asked(file: DutyFile, place: int, language: str) -> Message:
    """What is allowed, with an example; buttons for yes and no, for choices and for days near by."""
    found = field_at(file.rule, place)
    assert found is not None  # noqa: S101 - callers have looked it up
    name, field = found
    duty = file.duty
    clear = (
        (Button("clear_answer", "duty_answer", duty.id, duty.version, f"{place}="),)
        if name in duty.answers
        else ()
    )
    return Message(
        template="duty_field_asked",
        data=duty_head(file) | {"field": field.label, "type": field.type, "is_optional": field.optional},
        rows=(*_picks(file, place, language), (*clear, back_to_duty(file))),
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
    """Who fits what was typed; type again if nobody does."""
    duty = file.duty
    rows = tuple(
        (
            Button(
                "",
                "duty_person",
                duty.id,
                duty.version,
                f"{place}:{person.id}",
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


def _picks(file: DutyFile, place: int, language: str) -> Rows:
    found = field_at(file.rule, place)
    if found is None:
        return ()
    field = found[1]
    if field.type == "boolean":
        return (tuple(_pick(file, place, answer, answer) for answer in ("yes", "no")),)
    if field.type == "date":
        return ((_pick(file, place, "today", "today"),),)
    if field.type == "time":
        return ((_pick(file, place, "now", "right_now"),),)
    return in_rows(_choices(file, place, language), 2)


def _choices(file: DutyFile, place: int, language: str) -> Iterable[Button]:
    found = field_at(file.rule, place)
    choices = found[1].choices.values() if found else ()
    return (
        _pick(file, place, str(number), "", shortened(choice.label.in_language(language)))
        for number, choice in enumerate(choices)
    )


def _pick(file: DutyFile, place: int, answer: str, label: str, text: str = "") -> Button:
    return Button(label, "duty_answer", file.duty.id, file.duty.version, f"{place}={answer}", text=text)
