"""The likely answers to a question about a draft."""

from core.model.draft import Draft
from core.model.remembered import Remembered
from core.screens.draft_view import DraftView
from core.screens.picks import picks_for
from tests.make import NOW, company
from tests.make_intake import piece

NAMES = ("东海化工", "恒通泵业", "绿源灌溉", "宏达机电")


def test_the_customer_in_the_senders_name_is_offered_first() -> None:
    view = DraftView(
        draft=Draft(person_id=1, received_at=NOW, opened_at=NOW),
        company=company(),
        pieces=(piece(origin_name="王工（宏达机电）"),),
        customers=tuple(Remembered(kind="customer", name=name, used_at=NOW) for name in NAMES),
    )

    assert [button.text for row in picks_for("customer", view) for button in row] == [
        "宏达机电",
        "东海化工",
        "恒通泵业",
    ]
