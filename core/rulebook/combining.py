"""Combining tests with three answers: what is certain outweighs what is unknown."""

from core.rulebook.circumstances import Circumstances, Party
from core.rulebook.gate import Test

_TWO = 2


def all_of(tests: tuple[Test, ...]) -> Test:
    """Hold when all hold; one that does not hold outweighs an unknown one."""
    if len(tests) == _TWO:
        return _both(*tests)

    def holds(circumstances: Circumstances, party: Party | None) -> bool | None:
        answer: bool | None = True
        for test in tests:
            one = test(circumstances, party)
            if one:
                continue
            if one is False:
                return False
            answer = None
        return answer

    return holds


def _both(one: Test, other: Test) -> Test:
    """Hold when both hold; told without a loop, because most conditions are two tests."""

    def holds(circumstances: Circumstances, party: Party | None) -> bool | None:
        first = one(circumstances, party)
        if first is False:
            return False
        second = other(circumstances, party)
        return second if first or second is False else None

    return holds


def any_of(tests: tuple[Test, ...]) -> Test:
    """Hold when one holds; one that holds outweighs an unknown one."""

    def holds(circumstances: Circumstances, party: Party | None) -> bool | None:
        answer: bool | None = False
        for test in tests:
            one = test(circumstances, party)
            if one:
                return True
            if one is None:
                answer = None
        return answer

    return holds


def none_of(test: Test) -> Test:
    """Hold when the test does not; the contrary of unknown is unknown."""

    def holds(circumstances: Circumstances, party: Party | None) -> bool | None:
        answer = test(circumstances, party)
        return None if answer is None else not answer

    return holds
