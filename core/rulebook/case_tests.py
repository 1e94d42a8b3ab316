"""Closures for tests of losses, grades, people and settings."""

from collections.abc import Mapping

from core.model.money import Money
from core.rulebook.circumstances import Circumstances, Party
from core.rulebook.conditions import GradeTest, LossTest, PeopleTest, SettingTest
from core.rulebook.gate import Test
from core.rulebook.limits import limits


def loss_test(test: LossTest, opened: frozenset[int]) -> Test:
    """Compile bounds on the direct loss or on some kinds; figures in `opened` belong to the milder side."""
    low, high = limits(test, lambda written: Money.of(str(written)).fen, opened=opened)
    without, kinds = test.without, test.loss
    if kinds == "direct":

        def direct(circumstances: Circumstances, _party: Party | None) -> bool:
            found = circumstances.losses
            fen = circumstances.direct - sum(found[kind] for kind in without if kind in found)
            return low <= fen and (high is None or fen <= high)

        return direct

    def of_kinds(circumstances: Circumstances, _party: Party | None) -> bool:
        found = circumstances.losses
        fen = sum(found[kind] for kind in kinds if kind in found)
        return low <= fen and (high is None or fen <= high)

    return of_kinds


def grade_test(test: GradeTest, known: Mapping[str, int]) -> Test:
    """Compile a test of the grade found; `known` are the ranks by id."""
    ranks = frozenset(known[name] for name in test.grade)
    if test.and_graver:
        ranks = frozenset(rank for rank in known.values() if rank >= min(ranks))

    def graded(circumstances: Circumstances, _party: Party | None) -> bool | None:
        rank = circumstances.rank
        return None if rank is None else rank in ranks

    return graded


def people_test(test: PeopleTest) -> Test:
    """Compile bounds on how many answer in a role."""
    low, high = limits(test, int)
    role = test.people

    def named(circumstances: Circumstances, _party: Party | None) -> bool:
        count = len(circumstances.people.get(role, ()))
        return low <= count and (high is None or count <= high)

    return named


def setting_test(test: SettingTest) -> Test:
    """Compile a test of a setting; unknown where it has no value."""
    name, values = test.setting, frozenset(test.in_)

    def holds(circumstances: Circumstances, _party: Party | None) -> bool | None:
        value = circumstances.settings.get(name)
        return None if value is None else value in values

    return holds
