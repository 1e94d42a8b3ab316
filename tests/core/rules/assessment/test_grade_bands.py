from datetime import date

from msgspec.structs import replace

from bot.rulebooks import rulebook
from core.assess import assess
from core.rules.assessment.grade_bands import Band, grade_bands

LOGISTICS = rulebook("logistics-liability", date(2025, 3, 3))
SIX = rulebook("six-grade-incidents", date(2025, 3, 3))


def bands(*losses: tuple[str, str]) -> tuple[Band, ...]:
    items = [{"kind": kind, "amount": amount} for kind, amount in losses]
    return grade_bands(LOGISTICS, assess({"occurred_on": "2025-03-03", "losses": items}, LOGISTICS))


def said(band: Band) -> tuple[str, str, list[tuple[str, str]]]:
    return band.clause, str(band.amount), [(word, str(figure)) for word, figure in band.limits]


def test_the_band_of_the_direct_loss_is_found_in_the_edition() -> None:
    (band,) = bands(("other", "1460.00"), ("indirect", "90.00"))

    assert said(band) == ("5.1", "1460.00", [("from", "500.00"), ("to", "6000.00")])
    assert band.kinds == ()


def test_a_band_of_some_kinds_counts_these_only() -> None:
    (band,) = bands(("discount", "120.00"), ("other", "80.00"))

    assert said(band) == ("4.4", "120.00", [("over", "0.00"), ("to", "500.00")])
    assert band.kinds == ("discount", "customer_compensation")


def test_a_band_without_an_upper_end() -> None:
    (band,) = bands(("other", "7000.00"))

    assert said(band) == ("6.1", "7000.00", [("from", "6000.00")])


def test_without_a_grade_there_is_no_band() -> None:
    assert bands() == ()


def test_of_two_criteria_only_the_one_that_fits_is_told() -> None:
    losses = [{"kind": "other", "amount": "700.00"}]
    answer = assess({"occurred_on": "2025-03-03", "losses": losses, "facts": {"batch": True}}, SIX)

    assert [band.clause for band in grade_bands(SIX, answer)] == ["4(3)(2)"]


def test_an_amount_outside_a_band_was_not_decided_by_it() -> None:
    losses = [{"kind": "other", "amount": "700.00"}]
    answer = assess({"occurred_on": "2025-03-03", "losses": losses}, LOGISTICS)

    assert grade_bands(LOGISTICS, replace(answer, losses=())) == ()
