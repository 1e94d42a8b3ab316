"""Points in one's own account: how many, and by which clauses."""

from core.model.assessment import Line, PersonResult
from core.model.money import Money
from core.rules.notice.own_account import OwnLine
from core.screens.account import line_data
from tests.make import case

OFF = PersonResult(
    id="3",
    role="workshop",
    amount=None,
    amount_min=None,
    amount_max=None,
    reward=None,
    points=-4,
    sanctions=(),
    lines=(
        *(Line(clause, "points", None, None, None, ()) for clause in ("4.3.2.2", "4.3.2.1", "4.3.2.2")),
        Line("4.3.1.6", "fine", None, None, None, ()),
    ),
)


def test_they_are_told_with_their_clauses_and_when_it_was_decided() -> None:
    decided = case(events={"decided": "2025-03-20T09:00:00+08:00"})
    line = OwnLine(case=decided, notice=None, appeal=None, open_amount=Money(0), result=OFF)

    said = line_data(line)

    assert (said["points"], said["points_under"]) == (-4, ("4.3.2.2", "4.3.2.1"))
    assert said["decided"] == "2025-03-20T09:00:00+08:00"


def test_without_a_result_there_are_none() -> None:
    line = OwnLine(case=case(), notice=None, appeal=None, open_amount=Money(0), result=None)

    assert (line.points, line.points_under) == (0, ())
