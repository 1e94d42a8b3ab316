"""How laws are tried: with the same examples in every run, or, when one searches, with many fresh ones.

Examples of the proof depend on the law's own text and on nothing else: not on the modules that happen to be
loaded, from whose figures Hypothesis would draw too, on no database of earlier runs, and on no clock.
"""

from typing import Final

from hypothesis import HealthCheck, settings
from hypothesis.internal.conjecture.providers import (
    HypothesisProvider,
    _get_local_constants,
)
from hypothesis.internal.constants_ast import Constants

PROOF: Final = "proof"
SEARCH: Final = "search"
USUAL: Final = 100
FRESH: Final = 20
# how fast a machine is proves nothing about a law
UNHURRIED: Final = (HealthCheck.too_slow,)


def _figures_of_modules(_: HypothesisProvider) -> Constants:
    """In a search those of whatever is loaded are a help; in the proof they would make it another one each time."""
    return Constants() if _now().derandomize else _get_local_constants()


def load_proof() -> None:
    """The examples that decide; `--hypothesis-profile search` (make search) replaces them."""
    settings.register_profile(
        PROOF,
        max_examples=USUAL,
        derandomize=True,
        database=None,
        deadline=None,
        print_blob=True,
        suppress_health_check=UNHURRIED,
    )
    settings.register_profile(
        SEARCH, settings.get_profile(PROOF), max_examples=USUAL * FRESH, derandomize=False
    )
    settings.load_profile(PROOF)
    # there is no setting for it; test_laws.py tells when Hypothesis goes another way
    HypothesisProvider._local_constants = property(_figures_of_modules)  # type: ignore[assignment]


def often(times: int) -> int:
    """So many in the proof, as many times more in a search as of every law."""
    return times * _now().max_examples // USUAL


def tried(times: int, *aware_of: HealthCheck, steps: int = 50) -> settings:
    """A law that is dear and therefore tried this often, with what its author knows of it."""
    return settings(
        max_examples=often(times),
        stateful_step_count=steps,
        suppress_health_check=[*UNHURRIED, *aware_of],
    )


def _now() -> settings:
    return settings.get_profile(settings.get_current_profile_name())
