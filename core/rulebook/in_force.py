"""The day of the facts picks the edition."""

from collections.abc import Sequence
from datetime import date

from core.rulebook.compiled import CompiledRulebook


def edition_in_force(editions: Sequence[CompiledRulebook], on: date) -> CompiledRulebook:
    """Return the latest edition in force on that day; before all of them, the first.

    An edition without a day was always in force. Whether a day is too early is said by the assessment.
    """
    ordered = sorted(editions, key=_start)
    started = [one for one in ordered if _start(one) <= on]
    return started[-1] if started else ordered[0]


def _start(rulebook: CompiledRulebook) -> date:
    return rulebook.edition.in_force_from or date.min
