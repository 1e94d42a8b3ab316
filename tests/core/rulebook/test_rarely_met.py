"""What no shipped rulebook needs today, and an own one may: times after times, bounds in percent, shares to settle."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from core.assess import assess
from core.model.assessment import Status
from core.model.fault import BadRequest
from core.rulebook.absence import no
from core.rulebook.circumstances import Circumstances
from core.rulebook.conditions import FactTest
from core.rulebook.fact_tests import fact_test
from core.rulebook.fields import figure
from core.rulebook.gate import NEVER
from tests.core.rulebook.shipped import compiled

DAY = date(2025, 3, 3)
NOON = datetime(2025, 3, 3, 12, 0, tzinfo=UTC)
SHARES_TO_SETTLE = """
id = "own"
edition = "undated"
zone = "Asia/Shanghai"
title = { zh-Hans = "自己的", en = "Own" }
clauses = ["1", "2"]

[facts.monitored]
type = "boolean"
clause = "2"
label = { zh-Hans = "其他部门能够监控", en = "Others could monitor" }

[settings.shares]
clause = "2"
status = "missing"
type = "table"
by = { fault = ["main", "monitor"] }
label = { zh-Hans = "各部门份额", en = "Shares" }

[roles.responsible]
clause = "1"
label = { zh-Hans = "责任人", en = "Responsible" }

[faults]
main = { label = { zh-Hans = "过错部门", en = "At fault" } }
monitor = { label = { zh-Hans = "监控部门", en = "Monitor" } }

[[splits]]
clause = "2"
when = { fact = "monitored", is = true }
over = "departments"
among = ["main", "monitor"]
shares = { setting = "shares" }

[[charges]]
clause = "1"
kind = "rate"
roles = "responsible"
rate = "40%"
"""


@pytest.mark.parametrize(("later", "expected"), [(timedelta(0), False), (timedelta(seconds=1), True)])
def test_a_time_is_after_another_by_the_second(later: timedelta, expected: bool) -> None:
    test = fact_test(FactTest(fact="done", after="planned"), "time", no, ZoneInfo("Asia/Shanghai"))
    case = Circumstances(DAY, {"planned": NOON, "done": NOON + later}, {}, 0, {}, ())

    assert test(case, None) is expected


def test_a_bound_in_percent_is_read_in_millionths() -> None:
    assert figure("percent", "5%") == 50_000


def test_a_gate_that_never_opens_holds_in_no_case() -> None:
    assert NEVER.holds(Circumstances(DAY, {}, {}, 0, {}, ())) is False


def test_departments_wait_for_shares_that_the_company_has_not_settled() -> None:
    answer = assess(request({"monitored": True}), compiled(SHARES_TO_SETTLE))

    assert answer.status is Status.NEEDS_CONFIGURATION
    assert [one.share for one in answer.departments] == [None, None]


def test_shares_that_the_company_settled_lead_to_each_department_by_its_fault() -> None:
    settled = request({"monitored": True}) | {"settings": {"shares": {"main": "70", "monitor": "30"}}}

    answer = assess(settled, compiled(SHARES_TO_SETTLE))

    assert [str(one.amount) for one in answer.departments] == ["70.00", "30.00"]


@pytest.mark.parametrize("share", ["100.0001", "250"])
def test_nobody_settles_more_than_the_whole(share: str) -> None:
    settled = request({"monitored": True}) | {"settings": {"shares": {"main": share, "monitor": "0"}}}

    with pytest.raises(BadRequest, match="allowed is a percentage from 0 to 100, at main"):
        assess(settled, compiled(SHARES_TO_SETTLE))


def test_departments_that_no_split_looks_at_are_not_called_ignored() -> None:
    answer = assess(request({}), compiled(SHARES_TO_SETTLE))

    assert [warning.code for warning in answer.warnings] == []


def request(facts: dict[str, object]) -> dict[str, object]:
    return {
        "occurred_on": "2025-03-03",
        "losses": [{"kind": "other", "amount": "100.00"}],
        "facts": facts,
        "departments": [{"id": "P", "fault": "main"}, {"id": "Q", "fault": "monitor"}],
        "people": [{"id": "E", "role": "responsible", "department": "P"}],
    }
