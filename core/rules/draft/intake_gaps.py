"""What must still be given before a complaint is complete, with the clause that asks for it."""

from collections.abc import Mapping
from dataclasses import dataclass

from core.model.case import Case
from core.model.draft import Draft
from core.model.label import Label
from core.rules.draft.draft_fields import ALWAYS, FIELDS, SUBJECT
from core.rules.draft.intake_asked import CHANNEL, PHOTO, IntakeAsked


@dataclass(frozen=True, slots=True, kw_only=True)
class IntakeGap:
    """A field that is missing; label and clause where the rulebook asks for it."""

    field: str
    label: Label | None = None
    clause: str = ""


def intake_gaps(given: Mapping[str, str], asked: IntakeAsked) -> tuple[IntakeGap, ...]:
    """The required fields that `given` leaves empty: the usual ones first, then the rulebook's in its order."""
    required = asked.required()
    usual = (field for field in ALWAYS if field != "subject" or not set(SUBJECT).intersection(required))
    missing = (field for field in dict.fromkeys((*usual, *required)) if not _is_there(field, given, asked))
    return tuple(
        IntakeGap(field=field, label=asked.label(field), clause=asked.clause_of(field)) for field in missing
    )


def missing_in(draft: Draft, asked: IntakeAsked) -> tuple[str, ...]:
    """The required fields of a draft that nobody has given and nothing was found for, in the order they are asked."""
    return tuple(gap.field for gap in intake_gaps(given_in(draft), asked))


def given_in(draft: Draft) -> Mapping[str, str]:
    """What a draft says, by field: what a person gave comes before what was read in a text."""
    return {**{field: found.get("value", "") for field, found in draft.found.items()}, **draft.fields}


def given_by(case: Case) -> Mapping[str, str]:
    """What a case says, by field, the rulebook's own answers among them."""
    known = {field: str(getattr(case, field)) for field in FIELDS}
    return {**known, CHANNEL: case.channel, **case.answers}


def _is_there(field: str, given: Mapping[str, str], asked: IntakeAsked) -> bool:
    if field in asked.fields and asked.fields[field].type == PHOTO:
        return asked.has_files
    return any(given.get(one) for one in (SUBJECT if field == "subject" else (field,)))
