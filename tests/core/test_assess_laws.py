"""Laws that hold for every case: sums, orders, bounds."""

from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bot.rulebooks import rulebook
from core.assess import assess
from core.model.assessment import Assessment, PersonResult
from core.model.money import Money
from tests.laws import tried

DAY = date(2025, 3, 3)
LOGISTICS = rulebook("logistics-liability", DAY)
COMPENSATION = rulebook("incident-compensation", DAY)
SIX_GRADES = rulebook("six-grade-incidents", DAY)

LAW = tried(40)

fen = st.integers(0, 1_500_000)
days = st.integers(0, 9)
ROLES = ("responsible", "supervisor", "manager", "leader", "concealer", "next_step")
COUNTS = {"responsible": "previous_serious", "leader": "previous_same_type"}


def assessed(edition: Any, **request: Any) -> Assessment:
    return assess({"occurred_on": "2025-03-03", **request}, edition)


def other(amount: int) -> list[dict[str, str]]:
    return [{"kind": "other", "amount": str(Money(amount))}]


@st.composite
def named(draw: st.DrawFn) -> list[dict[str, Any]]:
    roles = draw(st.lists(st.sampled_from(ROLES), max_size=7))
    people: list[dict[str, Any]] = [{"id": f"P{place}", "role": role} for place, role in enumerate(roles)]
    for person in people:
        if person["role"] in COUNTS:
            person[COUNTS[person["role"]]] = draw(st.integers(0, 4))
        if person["role"] == "responsible" and draw(st.booleans()):
            person["level"] = draw(st.sampled_from(["first", "second", "third"]))
    return people


facts = st.fixed_dictionaries({}, optional={"objective_cause": st.booleans(), "concealed": st.booleans()})


def by_id(answer: Assessment) -> dict[str, PersonResult]:
    return {person.id: person for person in answer.people}


def with_rates(people: list[dict[str, Any]], answer: Assessment, end: int) -> list[dict[str, Any]]:
    """Everybody whose rate is open with the one at that end of what is allowed."""
    ends = {one.person: one.limits[end] for one in answer.pending if one.limits is not None}
    return [
        {**person, "chosen_rate": ends[person["id"]], "reason": "x"} if person["id"] in ends else person
        for person in people
    ]


@given(fen, named(), facts)
@LAW
def test_the_range_shown_while_pending_is_what_its_ends_come_to(
    amount: int, people: list[dict[str, Any]], found: dict[str, bool]
) -> None:
    open_answer = assessed(LOGISTICS, losses=other(amount), people=people, facts=found)
    if open_answer.grade is None:
        return
    for end in (0, 1):
        chosen = with_rates(people, open_answer, end)
        answer = assessed(LOGISTICS, losses=other(amount), people=chosen, facts=found)
        for name, person in by_id(open_answer).items():
            at_end = (person.amount_min, person.amount_max)[end]
            assert by_id(answer)[name].amount == at_end


@given(fen, named(), facts)
@LAW
def test_amounts_lie_between_their_ends_and_losses_are_borne_by_somebody(
    amount: int, people: list[dict[str, Any]], found: dict[str, bool]
) -> None:
    answer = assessed(LOGISTICS, losses=other(amount), people=people, facts=found)
    if not any(person["role"] == "responsible" for person in people):
        return
    for person in answer.people:
        assert person.amount_min is not None
        assert person.amount_max is not None
        assert person.amount_min <= person.amount_max
        assert person.amount is None or person.amount_min == person.amount == person.amount_max
    if answer.company_bears is not None and answer.over_recovery is not None:
        paid = sum(
            line.amount.fen
            for person in answer.people
            for line in person.lines
            if line.kind == "compensation" and line.amount is not None
        )
        assert paid + answer.company_bears.fen - answer.over_recovery.fen == amount


@given(fen, named(), st.randoms(use_true_random=False))
@LAW
def test_the_order_of_people_never_matters_but_for_the_chain(
    amount: int, people: list[dict[str, Any]], chance: Any
) -> None:
    alone = [person for person in people if person["role"] != "next_step"]
    shuffled = alone[:]
    chance.shuffle(shuffled)

    first = assessed(LOGISTICS, losses=other(amount), people=alone)
    second = assessed(LOGISTICS, losses=other(amount), people=shuffled)

    assert {name: one.amount_min for name, one in by_id(first).items()} == {
        name: one.amount_min for name, one in by_id(second).items()
    }
    assert first.company_bears == second.company_bears


def rank_of(answer: Assessment) -> int:
    return 0 if answer.grade is None else answer.grade.rank


@given(
    fen,
    st.integers(0, 100_000),
    st.sampled_from(["lower", "higher"]),
    st.sampled_from([LOGISTICS, SIX_GRADES]),
)
@LAW
def test_a_greater_loss_never_has_the_milder_grade(amount: int, more: int, tie: str, edition: Any) -> None:
    chosen = {"boundary_tie": tie} if edition is LOGISTICS else {}
    smaller = assessed(edition, losses=other(amount), settings=chosen)
    greater = assessed(edition, losses=other(amount + more), settings=chosen)

    assert rank_of(smaller) <= rank_of(greater)


accident = st.tuples(days, days, st.integers(0, 700_000))


@given(accident, accident, st.sampled_from(["lower", "higher"]))
@LAW
def test_a_smaller_accident_never_has_the_higher_grade(
    one: tuple[int, int, int], more: tuple[int, int, int], tie: str
) -> None:
    def rank(off: int, working: int, repair: int) -> int:
        vehicle = {
            "off_road_days": off,
            "off_road_working_days": min(off, working),
            "repair": str(Money(repair)),
        }
        return rank_of(assessed(LOGISTICS, facts={"vehicle": vehicle}, settings={"boundary_tie": tie}))

    greater = (one[0] + more[0], one[1] + more[1], one[2] + more[2])

    assert rank(*one) <= rank(*greater)


@given(fen, st.lists(st.integers(1, 9), min_size=1, max_size=6))
@LAW
def test_shares_of_a_pool_add_up_to_it(amount: int, weights: list[int]) -> None:
    total = sum(weights)
    percents = [weight * 10**6 // total for weight in weights]
    percents[0] += 10**6 - sum(percents)
    people = [
        {"id": f"P{place}", "role": "direct", "share_percent": f"{share // 10**4}.{share % 10**4:04d}"}
        for place, share in enumerate(percents)
    ]
    losses = [{"kind": "material", "amount": str(Money(amount))}]

    answer = assessed(SIX_GRADES, losses=losses, people=people, facts={"base_decided": str(Money(amount))})

    assert sum(person.amount.fen for person in answer.people if person.amount) == (
        amount if answer.grade else 0
    )


@given(fen, st.lists(st.sampled_from("abcdef"), min_size=1, max_size=6, unique=True))
@LAW
def test_what_departments_bear_adds_up_to_the_loss(amount: int, monitors: list[str]) -> None:
    departments = [{"id": "main", "fault": "main"}, *({"id": one, "fault": "monitor"} for one in monitors)]
    found = {"event": "claim", "fault": "single", "monitorable": True}

    answer = assessed(COMPENSATION, losses=other(amount), facts=found, departments=departments)

    assert sum(one.amount.fen for one in answer.departments if one.amount) == amount


@given(fen)
@LAW
def test_cap_and_floor_hold_for_every_loss(amount: int) -> None:
    answer = assessed(
        COMPENSATION,
        losses=other(amount),
        facts={"event": "claim", "fault": "single"},
        departments=[{"id": "p", "fault": "main"}],
        people=[{"id": "A", "role": "responsible", "department": "p"}],
    )

    (person,) = answer.people
    assert person.amount == Money(min(1_000_000, max(1_000, (amount * 40 + 50) // 100)) if amount else 0)


@given(st.integers(1, 2_000_000), st.integers(0, 2_000_000), st.integers(0, 500_000))
@LAW
def test_months_withheld_add_up_to_the_amount_and_keep_the_limit(
    amount: int, wage: int, minimum: int
) -> None:
    answer = assessed(
        COMPENSATION,
        losses=other(amount),
        facts={"event": "claim", "fault": "single"},
        departments=[{"id": "p", "fault": "main"}],
        settings={"minimum_wage": str(Money(minimum))},
        people=[{"id": "A", "role": "responsible", "department": "p", "month_wage": str(Money(wage))}],
    )

    (schedule,) = answer.withholding
    limit = min(wage // 5, max(0, wage - minimum))
    assert all(month.fen <= limit for month in schedule.months)
    owed = answer.people[0].amount
    assert owed is not None
    assert sum(month.fen for month in schedule.months) in (owed.fen, 0)
