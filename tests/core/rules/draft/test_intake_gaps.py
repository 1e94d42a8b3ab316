from dataclasses import replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.rulebooks import ids, rulebook
from core.errors import NotAllowed
from core.model.message import Button
from core.rules.draft.draft_fields import FIELDS
from core.rules.draft.intake_answer import intake_answer
from core.rules.draft.intake_asked import CHANNEL, NOTHING, asked_by
from core.rules.draft.intake_gaps import given_by, intake_gaps
from core.rules.draft.intake_said import answers_said, channel_said
from core.screens.draft_field import WALK
from tests.core.rulebook.intake_sheet import ASKING
from tests.make import case
from tests.make_intake import COMPLETE

NOW = datetime(2025, 3, 3, 0, 12, tzinfo=UTC)
ZONE = ZoneInfo("Asia/Shanghai")
ASKED = asked_by(ASKING.edition)
FULL = COMPLETE | {"part_no": "P-300", "bought_on": "2025-02-01", "kind": "agent"}


def test_without_a_rulebook_the_four_usual_fields_are_asked() -> None:
    assert [gap.field for gap in intake_gaps({}, NOTHING)] == ["customer", "subject", "happened", "demand"]


def test_what_the_rulebook_asks_comes_after_the_usual_with_its_word_and_clause() -> None:
    gaps = intake_gaps(COMPLETE, ASKED)

    assert [(gap.field, gap.label.en if gap.label else "", gap.clause) for gap in gaps] == [
        ("part_no", "Model", "1"),
        ("bought_on", "Bought on", "1"),
        ("kind", "Complainant", "1"),
        ("proof", "Proof", "1"),
    ]


def test_where_the_rulebook_asks_for_the_part_the_product_or_order_is_not_asked_beside_it() -> None:
    assert "subject" not in [gap.field for gap in intake_gaps({}, ASKED)]


def test_a_photo_is_given_once_there_is_a_file() -> None:
    assert [gap.field for gap in intake_gaps(FULL, ASKED)] == ["proof"]
    assert intake_gaps(FULL, replace(ASKED, has_files=True)) == ()


def test_what_is_optional_is_never_missing() -> None:
    asked = replace(ASKED, has_files=True)

    assert not [gap for gap in intake_gaps(FULL, asked) if asked.fields[gap.field].optional]


def test_four_fields_of_a_consumer_are_mandatory_each_one_alone() -> None:
    asked = asked_by(rulebook("consumer-claims", date.max).edition)
    given = COMPLETE | {"purchased_on": "2025-02-01", "purchase_channel": "网店"}

    assert intake_gaps(given, asked) == ()
    for field in ("product", "happened", "purchased_on", "purchase_channel"):
        gaps = intake_gaps(given | {field: ""}, asked)
        assert [(gap.field, gap.clause) for gap in gaps] == [(field, "4.2")]


def test_a_case_is_measured_by_what_it_says_itself() -> None:
    known = case(demand="换货", part_no="P-300", answers={"bought_on": "2025-02-01", "kind": "user"})

    assert [gap.field for gap in intake_gaps(given_by(known), ASKED)] == ["proof"]


def test_a_rulebook_with_channels_alone_asks_for_nothing() -> None:
    edition = ASKING.edition.model_copy(update={"intake": None})

    assert intake_gaps(COMPLETE, asked_by(edition)) == ()
    assert list(asked_by(edition).channels) == ["hotline", "shop"]


@pytest.mark.parametrize(
    ("field", "typed", "kept"),
    [
        ("serial_no", "SN 001", "SN 001"),
        ("seller", "王小明", "王小明"),
        ("bought_on", "2月1日", "2025-02-01"),
        ("kind", "代理商", "agent"),
        ("kind", "Agent", "agent"),
        ("kind", "user", "user"),
        ("in_warranty", "是", "yes"),
        ("in_warranty", "no", "no"),
        ("price", "1.2万", "12000.00"),
        ("units", "３", "3"),
        ("weight", "2.5", "2.5"),
        ("seen_at", "2025-03-02 9:05", "2025-03-02T09:05:00+08:00"),
    ],
)
def test_an_answer_is_kept_in_the_words_of_its_type(field: str, typed: str, kept: str) -> None:
    assert intake_answer(ASKED.fields[field], typed, NOW, ZONE) == kept


@pytest.mark.parametrize(
    ("field", "typed", "what"),
    [
        ("bought_on", "2025-03-04", "date_in_future"),
        ("bought_on", "2月30日", "date_impossible"),
        ("kind", "经销商", "choice_unknown"),
        ("in_warranty", "也许", "form_answer_unfit"),
        ("price", "贵", "amount_unreadable"),
        ("units", "2.5", "form_answer_unfit"),
    ],
)
def test_what_is_no_answer_is_refused_by_name(field: str, typed: str, what: str) -> None:
    with pytest.raises(NotAllowed) as refusal:
        intake_answer(ASKED.fields[field], typed, NOW, ZONE)

    assert refusal.value.what == what


def test_answers_are_said_in_the_rulebooks_order_and_words() -> None:
    said = answers_said({"kind": "agent", "bought_on": "2025-02-01", "serial_no": ""}, ASKED)

    assert [(one.label.en, one.value, one.choice.en if one.choice else None) for one in said] == [
        ("Bought on", "2025-02-01", None),
        ("Complainant", "agent", "Agent"),
    ]


def test_a_channel_is_said_in_the_rulebooks_word_and_chat_has_none() -> None:
    shop = channel_said({CHANNEL: "shop"}, ASKED)

    assert shop is not None
    assert shop.en == "Shop"
    assert channel_said({}, ASKED) is None


@pytest.mark.parametrize("name", ids())
def test_every_answer_of_every_rulebook_fits_on_its_button(name: str) -> None:
    asked = asked_by(rulebook(name, date.max).edition)
    choices = [(field, choice) for field, form in asked.own().items() for choice in (*form.choices, "no")]
    channels = [(CHANNEL, channel) for channel in asked.channels]

    for field, value in (*choices, *channels):
        pressed = Button("", "pick", 10**7 - 1, 999, f"{field}:{value}").pressed()
        assert len(pressed.encode()) <= 64


@pytest.mark.parametrize("name", ids())
def test_no_rulebook_names_a_field_of_its_own_like_one_of_the_conversation(name: str) -> None:
    own = asked_by(rulebook(name, date.max).edition).own()

    assert not own.keys() & {*FIELDS, *WALK, "site", "subject", "quantities", "photos", "amount", CHANNEL}
