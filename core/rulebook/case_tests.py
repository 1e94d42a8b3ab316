"""Closures for tests of losses, grades, people and settings."""

from collections.abc import Mapping

from core.model.money import Money
from core.rulebook.circumstances import Circumstances, Party
from core.rulebook.conditions import GradeTest, LossTest, PeopleTest, SettingTest
from core.rulebook.gate import Test
from core.rulebook.limits import limits
from core.rulebook.opened_figures import SharedFigure


def loss_test(test: LossTest, opened: frozenset[SharedFigure]) -> Test:
    """Compile bounds on the direct loss or on some kinds; figures in `opened` belong to the milder side."""
    about = (test.loss, test.without)
    own = frozenset(one.fen for one in opened if one.about == about)
    low, high = limits(test, lambda written: Money.of(str(written)).fen, opened=own)

    if about == ("direct", ()):
        return _direct_test(low, high)
    if len(test.loss) == 1 and not test.without:
        return _kind_test(test.loss[0], low, high)

    def holds(circumstances: Circumstances, _party: Party | None) -> bool:
        fen = circumstances.sum_of(about)
        return low <= fen and (high is None or fen <= high)

    return holds


def _direct_test(low: int, high: int | None) -> Test:
    def holds(circumstances: Circumstances, _party: Party | None) -> bool:
        return low <= circumstances.direct and (high is None or circumstances.direct <= high)

    return holds


def _kind_test(kind: str, low: int, high: int | None) -> Test:
    def holds(circumstances: Circumstances, _party: Party | None) -> bool:
        fen = circumstances.losses.get(kind, 0)
        return low <= fen and (high is None or fen <= high)

    return holds


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
