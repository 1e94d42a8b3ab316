"""What of correcting the cause stands between a case and its closing."""

from collections.abc import Iterator
from typing import Final

from core.model.corrective_action import ActionKind
from core.rulebook.duty_rules import CorrectiveStep
from core.rules.case.closing_gaps import ClosingGap
from core.rules.corrective.corrective_file import CorrectiveFile
from core.rules.corrective.corrective_steps import steps_of

# of a fault that came back all of these are to be there anew
_ANEW: Final[frozenset[CorrectiveStep]] = frozenset({"cause", "actions", "effect"})


def corrective_gaps(file: CorrectiveFile) -> Iterator[ClosingGap]:
    """Of agreed actions the effect is to be checked; a fault that came back is to be corrected anew.

    Actions that are not verified yet are gates of their own.
    """
    missing = {state.step for state in steps_of(file) if not state.is_there}
    if file.plan.round > 1 and missing & _ANEW:
        yield ClosingGap(kind="recurrence")
    elif file.actions(ActionKind.CORRECTIVE) and file.plan.effect_at is None:
        yield ClosingGap(kind="effect")
