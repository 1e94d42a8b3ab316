"""What differs between two versions of a case's figures, old and new side by side."""

from collections.abc import Iterator
from dataclasses import dataclass

from core.model.assessment import Assessment
from core.model.label import Label
from core.model.money import Money
from core.rules.figures.figures_kept import result_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One thing that changed: `what` is direct_loss, grade, share (of `person_id`) or company."""

    what: str
    old: Money | Label | None
    new: Money | Label | None
    person_id: int | None = None


def figures_diff(old: Assessment, new: Assessment) -> tuple[Change, ...]:
    """Every difference a person would want to see before pressing again."""
    return tuple(change for change in _compared(old, new) if change.old != change.new)


def _compared(old: Assessment, new: Assessment) -> Iterator[Change]:
    yield Change(what="direct_loss", old=old.direct_loss, new=new.direct_loss)
    yield Change(what="grade", old=_grade(old), new=_grade(new))
    for person_id in dict.fromkeys(int(result.id) for result in (*old.people, *new.people)):
        before, after = _amount(old, person_id), _amount(new, person_id)
        yield Change(what="share", old=before, new=after, person_id=person_id)
    yield Change(what="company", old=old.company_bears, new=new.company_bears)


def _grade(assessment: Assessment) -> Label | None:
    return assessment.grade.label if assessment.grade else None


def _amount(assessment: Assessment, person_id: int) -> Money | None:
    result = result_of(assessment, person_id)
    return result.amount if result else None
