"""The form of a duty: what is missing in it, and what is computed from it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from core.model.evidence import Evidence, Kind
from core.model.label import Label
from core.model.rate import half_up, millionths
from core.rulebook.duty_rules import Counted, FormField
from core.rulebook.duty_rules import Duty as DutyRule
from core.rules.duty.duty_file import DutyFile

# a ratio is said to two places of a percent, and kept in millionths
_STEPS: Final = 10_000
_MILLIONTHS_IN_A_STEP: Final = 100


@dataclass(frozen=True, slots=True)
class Ratio:
    """A computed field: `rate` in millionths; None where it cannot be said, since there is nothing to divide by."""

    rate: int | None


@dataclass(frozen=True, slots=True)
class Contrary:
    """A field whose answer is not what the clause asks for: what it must be, or which other field it must equal."""

    label: Label
    must_be: bool = True
    equals: Label | None = None


def counted_fields(row: DutyRule) -> dict[str, Counted]:
    """The fields that the report of the period can fill, with what it counts for them; only of a form by the calendar."""
    return {name: field.counts for name, field in row.fields.items() if field.counts and row.rhythm}


def missing_fields(file: DutyFile) -> tuple[Label, ...]:
    """The fields that must be filled and are not, in the order of the form."""
    return tuple(
        field.label
        for name, field in file.rule.fields.items()
        if _must_fill(field) and name not in file.duty.answers
    )


def contrary_fields(file: DutyFile) -> tuple[Contrary, ...]:
    """The fields whose answers keep the duty from being done, in the order of the form."""
    fields, answers = file.rule.fields, file.duty.answers
    found = []
    for name, field in fields.items():
        if field.must_be is not None and name in answers and answers[name] != field.must_be:
            found.append(Contrary(field.label, must_be=field.must_be))
        if field.equals is not None and answers.get(name) != answers.get(field.equals):
            found.append(Contrary(field.label, equals=fields[field.equals].label))
    return tuple(found)


def next_missing(file: DutyFile, place: int) -> int | None:
    """The place of the first field after that one which must be filled and is not; None if there is none."""
    return next(
        (
            later
            for later, (name, field) in enumerate(file.rule.fields.items())
            if later > place and _must_fill(field) and name not in file.duty.answers
        ),
        None,
    )


def _must_fill(field: FormField) -> bool:
    return field.type != "ratio" and not field.optional


def lacks_evidence(file: DutyFile) -> bool:
    """Whether the clause asks for evidence of a kind that nobody has sent yet."""
    wanted = file.rule.evidence
    return wanted != "none" and not any(_fits(piece, wanted) for piece in file.evidence)


def ratio(field: FormField, answers: Mapping[str, object]) -> Ratio | None:
    """One field of the form over another, rounded half up; None while either is missing."""
    part, whole = answers.get(field.of or ""), answers.get(field.over or "")
    if part is None or whole is None:
        return None
    numerator, denominator = millionths(str(part)), millionths(str(whole))
    if denominator == 0:
        return Ratio(None)
    return Ratio(half_up(numerator * _STEPS, denominator) * _MILLIONTHS_IN_A_STEP)


def field_at(rule: DutyRule, place: int) -> tuple[str, FormField] | None:
    """The field at that place of the form; None if the form ends before."""
    fields = tuple(rule.fields.items())
    return fields[place] if place < len(fields) else None


def _fits(piece: Evidence, wanted: str) -> bool:
    if wanted == "photo":
        return piece.kind in (Kind.PHOTO, Kind.VIDEO) or piece.mime.startswith("image/")
    return wanted == "any" or piece.kind is not Kind.TEXT
