"""People who sign for themselves in a form: that they took part, or have read something."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from core.model.duty import SIGNATURE, Duty
from core.model.person import Person
from core.rulebook.duty_rules import FormField
from core.rules.duty.duty_file import DutyFile

# so many are said by name
NAMES_SAID: Final = 10


def people_in(duty: Duty, name: str) -> tuple[int, ...]:
    """Who is asked to sign in that field, in the order they were named."""
    named = duty.answers.get(name)
    return tuple(one for one in named if isinstance(one, int)) if isinstance(named, list | tuple) else ()


def signature_key(duty: Duty, name: str, person_id: int) -> str:
    """One signature a person and field, ever."""
    return f"sign:{duty.id}:{name}:{person_id}"


def signature_row(file: DutyFile, name: str, field: FormField, person: Person, due_at: datetime) -> Duty:
    """The signature as it waits for that person; nobody's case opens by it."""
    duty, case = file.duty, file.case
    return Duty(
        kind=SIGNATURE,
        owner_id=person.id,
        data={
            "of": duty.id,
            "field": name,
            "label": file.rule.label.model_dump(by_alias=True, exclude_none=True),
            "signs": field.signs,
            "number": case.number if case else "",
        },
        clause=duty.clause,
        opened_at=file.now,
        due_at=due_at,
        key=signature_key(duty, name, person.id),
        site=duty.site,
    )


def unsigned(file: DutyFile, name: str) -> tuple[str, ...]:
    """The names of those still employed who were asked to sign there and have not."""
    signed = file.signed.get(name, frozenset())
    missing = (file.roster.staff.get(one) for one in people_in(file.duty, name) if one not in signed)
    return tuple(one.name for one in missing if one and not one.has_left(file.roster.day))


def lacking_signatures(file: DutyFile) -> tuple[Mapping[str, object], ...]:
    """The fields where somebody has not signed yet, each with some of the names and how many they are."""
    found = []
    for name, field in file.rule.fields.items():
        if field.type == "people" and (missing := unsigned(file, name)):
            more = len(missing) > NAMES_SAID
            found.append(
                {
                    "label": field.label,
                    "names": missing[:NAMES_SAID],
                    "more": more,
                    "count": len(missing),
                }
            )
    return tuple(found)
