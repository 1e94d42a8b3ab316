"""Laws that hold under every rulebook that ships, whatever the case."""

from copy import deepcopy
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.explain import Explainer
from core.assess import assess
from core.model.assessment import Assessment, Line
from core.model.fault import BadRequest, Fault
from core.model.money import Money
from core.rulebook.compiled import CompiledRulebook, RateRule
from core.rulebook.money_rules import Of
from core.rules.assessment.answer_json import to_json
from tests.core.recomputing import exact_of, recomputed, rounded
from tests.core.requests_of import EDITIONS, fen, requests_of
from tests.laws import tried

LAW = tried(150)
EACH = tried(8)
GRADED = [name for name, edition in EDITIONS.items() if edition.grades]
PAYING = [name for name, edition in EDITIONS.items() if edition.charges]

Request = dict[str, Any]


def cases_under(names: list[str]) -> st.SearchStrategy[tuple[str, Request]]:
    return st.sampled_from(names).flatmap(lambda name: st.tuples(st.just(name), requests_of(name)))


def answered(name: str, request: Request) -> Assessment:
    """The answer; a refused request is no example of a law about answers."""
    try:
        return assess(request, EDITIONS[name])
    except BadRequest:
        assume(False)
        raise


def lines(answer: Assessment) -> list[Line]:
    return [line for person in answer.people for line in person.lines]


@pytest.mark.parametrize("name", EDITIONS)
@EACH
@given(data=st.data())
def test_every_rulebook_answers_or_names_why_not(name: str, data: st.DataObject) -> None:
    edition, request = EDITIONS[name], data.draw(requests_of(name))
    before = deepcopy(request)

    answer = answer_or_faults(request, edition)

    assert request == before
    assert answer_or_faults(request, edition) == answer
    if isinstance(answer, Assessment):
        for language in ("zh-Hans", "en"):
            assert "$" not in str(to_json(answer, Explainer(language, edition)))
    else:
        assert all(fault.path and str(fault) for fault in answer)


def answer_or_faults(request: Request, edition: CompiledRulebook) -> Assessment | tuple[Fault, ...]:
    try:
        return assess(request, edition)
    except BadRequest as refused:
        return refused.faults


@LAW
@given(cases_under(PAYING))
def test_parts_add_up_to_the_pool(case: tuple[str, Request]) -> None:
    name, request = case
    answer = answered(name, request)
    pools: dict[str, list[Line]] = {}
    for line in lines(answer):
        if any(step == "share" for step, _ in line.steps):
            pools.setdefault(line.clause, []).append(line)
    if answer.base is None or "person" in {pending.what for pending in answer.pending}:
        return
    for shared in pools.values():
        if all(line.amount is not None for line in shared):
            assert sum(line.amount.fen for line in shared if line.amount) == pool_of(shared[0])


def pool_of(line: Line) -> int:
    """What is shared: the base, or the part of it that a rate leaves."""
    named = dict(line.steps)
    pool = named["pool"][1] if "pool" in named else named["base"][0]
    assert isinstance(pool, int)
    return pool


@LAW
@given(cases_under(GRADED), fen)
def test_a_greater_loss_never_has_the_milder_grade(case: tuple[str, Request], more: int) -> None:
    name, request = case
    greater = {**request, "losses": [*request["losses"], {"kind": "other", "amount": str(Money(more))}]}

    small, great = answered(name, request).grade, answered(name, greater).grade

    assert small is None or great is None or small.rank <= great.rank


@LAW
@given(cases_under(PAYING))
def test_no_amount_lies_outside_its_ends_its_cap_and_its_floor(case: tuple[str, Request]) -> None:
    name, request = case
    answer = answered(name, request)
    rates = [rule.row for rule in EDITIONS[name].charges if isinstance(rule, RateRule)]
    for line in lines(answer):
        assert line.low is None or line.high is None or Money(0) <= line.low <= line.high
        assert line.amount is None or line.low == line.amount == line.high
        for row in rates:
            if (
                row.clause == line.clause
                and line.kind == row.effect
                and line.amount
                and any(s == "result" for s, _ in line.steps)
            ):
                assert row.cap is None or line.amount <= row.cap
                assert row.floor is None or line.amount >= row.floor


def without_order(edition: CompiledRulebook, people: list[Request]) -> list[Request]:
    """The people for whom their order cannot matter: a chain is named step by step."""
    in_order = {
        role
        for rule in edition.charges
        if isinstance(rule, RateRule)
        and (rule.row.only == "first" or (isinstance(rule.row.of, Of) and rule.row.of.chain))
        for role in rule.row.roles
    }
    return [person for person in people if person["role"] not in in_order]


@LAW
@given(cases_under(PAYING), st.randoms(use_true_random=False))
def test_the_order_of_parties_and_losses_never_matters(case: tuple[str, Request], chance: Any) -> None:
    name, request = case
    first = {**request, "people": without_order(EDITIONS[name], request["people"])}
    second = deepcopy(first)
    for key in ("people", "losses", "departments"):
        chance.shuffle(second[key])

    one, other = answered(name, first), answered(name, second)

    assert paid(one) == paid(other)
    assert (one.status, one.grade, one.company_bears, one.over_recovery) == (
        other.status,
        other.grade,
        other.company_bears,
        other.over_recovery,
    )
    assert set(one.pending) == set(other.pending)
    assert {share.id: share for share in one.departments} == {share.id: share for share in other.departments}


def paid(answer: Assessment) -> dict[tuple[str, str], tuple[Money | None, ...]]:
    found: dict[tuple[str, str], tuple[Money | None, ...]] = {}
    for one in sorted(answer.people, key=str):
        before = found.get((one.id, one.role), ())
        found[one.id, one.role] = (*before, one.amount, one.amount_min, one.amount_max, one.reward)
    return found


@LAW
@given(cases_under(PAYING))
def test_the_trace_recomputes_to_the_amount(case: tuple[str, Request]) -> None:
    for line in lines(answered(*case)):
        exact = exact_of(line.steps)
        if exact is not None:
            assert exact[0] == exact[1]
            assert dict(line.steps)["result"][2] == rounded(exact[1])
        ends = recomputed(line)
        if ends is not None and line.amount is not None and line.amount.fen:
            assert ends[0] <= line.amount.fen <= ends[1]
