"""What the program at hand would compute otherwise than what people have before them: told, never applied."""

from collections.abc import Collection, Iterator, Mapping
from typing import Final

from core.actions.rulebook.rulebook_of import rulebook_of
from core.assess import assess
from core.model.case import Case, Stage
from core.model.drift import Drift, DriftKind
from core.model.fault import BadRequest
from core.model.figures import Figures
from core.ports import UnitOfWork
from core.rulebook.compiled import CompiledRulebook
from core.rules.figures.figures_diff import Change, figures_diff
from core.rules.figures.figures_kept import figures_in

# the stages in which something is put to people, and those of them in which it is not done with
PUT: Final = (Stage.INVESTIGATING, Stage.CONFIRMING, Stage.APPROVING, Stage.DECIDED, Stage.CLOSED)
UNDER_WAY: Final = PUT[:-1]
# so many digits of a hash tell two texts apart for a person
_SHOWN: Final = 12


async def find_drift(case_ids: Collection[int], *, uow: UnitOfWork) -> tuple[Drift, ...]:
    """Every difference there is in these cases, by case; nothing is changed.

    A case whose edition has another text now is named; so is one whose figures, as put to people, would be others.
    """
    numbers = {person.id: person.employee_no for person in await uow.persons.where()}
    cases = [case for case in await uow.cases.where(id=tuple(case_ids)) if case.rulebook]
    found: list[Drift] = []
    for case in cases:
        figures = await uow.figures.one(case_id=case.id, version=case.version)
        found.extend(_drift_of(case, figures, numbers, uow))
    return tuple(found)


def _drift_of(
    case: Case, figures: Figures | None, numbers: Mapping[int, str], uow: UnitOfWork
) -> Iterator[Drift]:
    try:
        rulebook = rulebook_of(case, uow=uow)
    except BadRequest:
        yield _drift(DriftKind.RULEBOOK_GONE, case, case.rulebook)
        return
    if case.edition_sha256 not in ("", rulebook.sha256):
        old, new = case.edition_sha256[:_SHOWN], rulebook.sha256[:_SHOWN]
        yield _drift(DriftKind.OTHER_TEXT, case, f"{case.rulebook} {case.edition}: {old} -> {new}")
    if figures is not None and (said := _said_otherwise(figures, rulebook, numbers)):
        yield _drift(DriftKind.OTHER_FIGURES, case, said)


def _said_otherwise(figures: Figures, rulebook: CompiledRulebook, numbers: Mapping[int, str]) -> str:
    """What would be computed otherwise; empty where nothing would."""
    try:
        now = assess(figures.request, rulebook)
    except BadRequest as refused:
        return "; ".join(str(fault) for fault in refused.faults)
    changes = figures_diff(figures_in(figures.answer), now)
    return "; ".join(_said(change, numbers) for change in changes)


def _said(change: Change, numbers: Mapping[int, str]) -> str:
    whose = "" if change.person_id is None else f" {numbers[change.person_id]}"
    old, new = (getattr(value, "zh_hans", value) for value in (change.old, change.new))
    return f"{change.what}{whose}: {old} -> {new}"


def _drift(kind: DriftKind, case: Case, said: str) -> Drift:
    return Drift(kind=kind, case_id=case.id, number=case.number, version=case.version, said=said)
