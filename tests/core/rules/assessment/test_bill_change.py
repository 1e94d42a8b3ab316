from msgspec.structs import replace

from core.assess import assess
from core.model.assessment import Assessment, PersonResult
from core.model.money import Money
from core.rules.assessment.bill_change import NOTHING, BillChange, Span, bill_changes, total
from tests.core.test_replay import REQUEST, UNDER


def answer(*people: PersonResult) -> Assessment:
    return replace(assess({**REQUEST, "rulebook": UNDER.id}, UNDER), people=people)


def result(person: str, low: str | None, high: str | None, fixed: str | None = None) -> PersonResult:
    def money(text: str | None) -> Money | None:
        return None if text is None else Money.of(text)

    return PersonResult(
        id=person,
        role="responsible",
        amount=money(fixed),
        amount_min=money(low),
        amount_max=money(high),
        reward=None,
        points=0,
        sanctions=(),
        lines=(),
    )


def span(low: str, high: str) -> Span:
    return Span(Money.of(low), Money.of(high))


def test_everybody_of_either_answer_has_a_line_and_several_roles_add_up() -> None:
    was = answer(
        result("1", None, None, "10.00"), result("1", None, None, "5.00"), result("2", None, None, "1.00")
    )
    would = answer(result("3", "2.00", "4.00"), result("1", None, None, "20.00"))

    assert bill_changes(was, would) == (
        BillChange("1", span("15.00", "15.00"), span("20.00", "20.00")),
        BillChange("2", span("1.00", "1.00"), NOTHING),
        BillChange("3", NOTHING, span("2.00", "4.00")),
    )


def test_what_is_not_known_makes_the_sum_unknown() -> None:
    (change,) = bill_changes(answer(result("1", None, None)), answer(result("1", "1.00", "2.00")))

    assert change.was is None
    assert total((change.was, change.would)) is None
    assert total(()) == NOTHING


def test_a_difference_of_ranges_runs_from_the_least_to_the_most() -> None:
    assert span("10.00", "20.00").less(span("1.00", "5.00")) == Span(Money(500), Money(1900))
