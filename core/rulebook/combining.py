"""Combining tests with three answers: what is certain outweighs what is unknown."""

from core.rulebook.circumstances import Circumstances, Party
from core.rulebook.gate import Test


def all_of(tests: tuple[Test, ...]) -> Test:
    """Hold when all hold; one that does not hold outweighs an unknown one."""

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
