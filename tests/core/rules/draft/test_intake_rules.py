from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import NotAllowed
from core.model.draft import Draft
from core.model.roles import Grant, Role
from core.rules.case.numbering import case_number, day_series
from core.rules.deadline.own_limits import first_reply_clock, first_reply_due
from core.rules.draft.draft_fields import is_found, value_of
from core.rules.draft.intake_asked import NOTHING
from core.rules.draft.intake_gaps import missing_in
from core.rules.draft.possible_sites import possible_sites
from core.rules.draft.senders import senders_of
from core.rules.typed.half_width import half_width
from core.rules.typed.quantity_text import quantities_in
from core.rules.typed.subject_text import subject_in
from tests.make import NOW, case, company, person
from tests.make_intake import COMPLETE, piece


@given(st.text())
def test_narrowing_a_text_keeps_every_place(text: str) -> None:
    assert len(half_width(text)) == len(text)


def test_the_first_case_of_a_day_is_its_date_and_later_ones_are_counted() -> None:
    day = date(2025, 3, 3)

    assert [case_number(day, place) for place in (1, 2, 3)] == ["250303", "250303-2", "250303-3"]
    assert day_series(day) == "250303"


def test_the_first_reply_is_counted_from_receipt_with_a_warning_before() -> None:
    clock = first_reply_clock(case(first_reply_due_at=first_reply_due(company(), NOW)), company())

    assert clock is not None
    assert (clock.starts_at, clock.due_at) == (NOW, NOW + timedelta(hours=24))
    assert clock.warn_at == NOW + timedelta(hours=20)


def test_a_company_without_the_clock_has_none() -> None:
    without = company(first_reply_hours=None)

    assert first_reply_due(without, NOW) is None
    assert first_reply_clock(case(), without) is None
    assert first_reply_clock(case(), company()) is None


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("120", ("120", "")),
        ("120 不良 8", ("120", "8")),
        ("１，２００件，坏8件", ("1200", "8")),
        ("8 8", ("8", "8")),
    ],
)
def test_quantities_are_read_with_how_many_are_defective(text: str, read: tuple[str, str]) -> None:
    assert quantities_in(text) == read


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("8 坏 9", "defective_above_quantity"),
        ("很多", "quantity_unreadable"),
        ("1 2 3", "quantity_unreadable"),
        ("1234567890", "quantity_unreadable"),
    ],
)
def test_quantities_that_cannot_be_are_refused(text: str, what: str) -> None:
    with pytest.raises(NotAllowed) as refusal:
        quantities_in(text)

    assert refusal.value.what == what


def test_the_subject_may_be_product_order_or_part() -> None:
    day = date(2025, 3, 3)

    assert subject_in("轴封", (), day) == {"product": "轴封"}
    assert subject_in("SO-20871", (), day) == {"order_no": "SO-20871"}
    assert subject_in("水泵 P-300", ("水泵",), day) == {"product": "水泵", "part_no": "P-300"}


def test_what_a_person_gave_comes_before_what_was_found() -> None:
    draft = Draft(
        person_id=1,
        fields={"customer": "恒通泵业", "order_no": ""},
        found={"customer": {"value": "宏达"}, "order_no": {"value": "SO-1"}, "phone": {"value": "1"}},
        received_at=NOW,
        opened_at=NOW,
    )

    assert [value_of(draft, field) for field in ("customer", "order_no", "phone", "demand")] == [
        "恒通泵业",
        "",
        "1",
        "",
    ]
    assert [is_found(draft, field) for field in ("customer", "phone", "demand")] == [False, True, False]


def test_missing_fields_are_named_in_the_order_they_are_asked() -> None:
    empty = Draft(person_id=1, received_at=NOW, opened_at=NOW)
    full = Draft(person_id=1, fields=COMPLETE, received_at=NOW, opened_at=NOW)

    assert missing_in(empty, NOTHING) == ("customer", "subject", "happened", "demand")
    assert missing_in(full, NOTHING) == ()


def test_sales_report_where_they_hold_sales_their_own_site_first() -> None:
    everywhere = person("E10", site="wuxi", grants=(Grant(Role.SALES),))
    nowhere = person("E17")

    assert possible_sites(everywhere, company()) == ("wuxi", "suzhou")
    assert possible_sites(nowhere, company()) == ("suzhou",)


def test_each_sender_is_named_once() -> None:
    pieces = [piece(origin_name=name) for name in ("王工", "", "刘经理", "王工")]

    assert senders_of(pieces) == ("王工", "刘经理")


def test_counting_crosses_midnight_in_utc() -> None:
    late = datetime(2025, 3, 3, 23, 59, 59, tzinfo=UTC)

    assert first_reply_due(company(first_reply_hours=1), late) == datetime(2025, 3, 4, 0, 59, 59, tzinfo=UTC)
