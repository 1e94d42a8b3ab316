"""How far a case has come on the customer's side, and by whom."""

from collections.abc import Callable, Mapping
from typing import Final

from core.model.negotiation import Contentment, RoundOutcome
from core.model.remedy import RemedyState
from core.rules.remedy.remedy_file import RemedyFile

_ORDER: Final = tuple(RemedyState)
_CONTENT: Final = frozenset({Contentment.SATISFIED, Contentment.NO_ANSWER})


def milestones(file: RemedyFile) -> Mapping[str, int]:
    """Every step that is reached, in order, with the person by whose press it was."""
    reached = {name: by(file) for name, by in _REACHED.items()}
    return {name: person for name, person in reached.items() if person is not None}


def _interim(file: RemedyFile) -> int | None:
    return file.remedy.interims[-1].by if file.remedy.interims else None


def _at_least(state: RemedyState) -> Callable[[RemedyFile], bool]:
    return lambda file: _ORDER.index(file.remedy.state) >= _ORDER.index(state)


def _planned(file: RemedyFile) -> int | None:
    return file.remedy.put_by if _at_least(RemedyState.APPROVING)(file) else None


def _approved(file: RemedyFile) -> int | None:
    if not _at_least(RemedyState.APPROVED)(file):
        return None
    given = file.remedy.standing()
    return given[-1].person_id if given else file.remedy.put_by


def _agreed(file: RemedyFile) -> int | None:
    ended = [one.taken_down_by for one in file.rounds if one.outcome is RoundOutcome.AGREED]
    return ended[-1] if ended and _at_least(RemedyState.AGREED)(file) else None


def _carried_out(file: RemedyFile) -> int | None:
    done = [one for one in file.undertakings if one.done_at]
    latest = max(done, key=lambda one: (one.done_at, one.id), default=None)
    return latest.done_by if latest and file.remedy.state is RemedyState.CARRIED_OUT else None


def _told(file: RemedyFile) -> int | None:
    return file.survey.asked_by if file.survey else None


def _answered(*answers: Contentment) -> Callable[[RemedyFile], int | None]:
    def by(file: RemedyFile) -> int | None:
        survey = file.survey
        if survey is None or survey.answer not in answers or file.remedy.dispute.is_open:
            return None
        return survey.answered_by or survey.asked_by

    return by


_REACHED: Final[Mapping[str, Callable[[RemedyFile], int | None]]] = {
    "interim": _interim,
    "planned": _planned,
    "approved": _approved,
    "agreed": _agreed,
    "carried_out": _carried_out,
    "told": _told,
    "satisfied": _answered(Contentment.SATISFIED),
    "no_objection": _answered(*_CONTENT),
}
