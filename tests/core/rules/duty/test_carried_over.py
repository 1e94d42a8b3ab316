from datetime import date
from zoneinfo import ZoneInfo

from bot.rulebooks import rulebook
from core.rules.duty.carried_over import carried_over
from tests.make import NOW, case

ZONE = ZoneInfo("Asia/Shanghai")
ORDER_CHECK = "order_check"


def carried(**said: object) -> dict[str, object]:
    rule = rulebook("complaint-handling", NOW.date()).edition.duties[ORDER_CHECK]
    return dict(carried_over(rule, case(**said), NOW, ZONE, {}))


def test_what_was_said_at_intake_stands_in_the_form_under_the_same_id() -> None:
    assert carried(quantity="120", answers={"shipped_on": "2025-02-01"}) == {
        "quantity": 120,
        "shipped_on": date(2025, 2, 1).isoformat(),
    }


def test_what_does_not_fit_the_form_is_left_out() -> None:
    assert carried(quantity="一批", answers={"shipped_on": "", "other": "x"}) == {}
