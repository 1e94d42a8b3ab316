"""Bands of the loss, rates and names: what `gongdao rulebook check` finds beyond the form."""

import tomllib

import pytest

from core.rulebook.checks.bands import bands_that_do_not_fit
from core.rulebook.checks.known_clauses import unknown_clauses
from core.rulebook.checks.rates import rates_that_cannot_be
from core.rulebook.checks.unused import names_without_use
from core.rulebook.checks.zone import zone_that_is_none
from core.rulebook.edition import Edition

LABEL = {"zh-Hans": "词", "en": "word"}
HEAD: dict[str, object] = {"id": "x", "edition": "y", "zone": "UTC", "title": LABEL}
LOSS = {"loss": "direct"}


def edition(**chapters: object) -> Edition:
    return Edition.model_validate(HEAD | chapters)


def graded(*grades: list[dict[str, object]], **chapters: object) -> list[str]:
    """The faults of grades, the mildest first, each with the conditions of its criteria."""
    rows = {
        f"g{rank}": {
            "rank": rank,
            "clause": "4",
            "label": LABEL,
            "any": [{"clause": "4", "when": when} for when in criteria],
        }
        for rank, criteria in enumerate(grades, 1)
    }
    return [str(fault) for fault in bands_that_do_not_fit(edition(grades=rows, **chapters))]


def band(**bounds: str) -> dict[str, object]:
    return {**LOSS, **bounds}


BY_HAND = {"by_hand": [{"clause": "4", "fact": "picked", "among": ["g1", "g2"], "by": "boss"}]}


def test_bands_that_meet_have_no_fault() -> None:
    assert (
        graded([band(to="500.00")], [band(over="500.00", below="600.00")], [band(**{"from": "600.00"})]) == []
    )


def test_a_figure_that_two_grades_include_is_left_to_the_tie() -> None:
    assert graded([band(to="500.00")], [band(**{"from": "500.00"})]) == []


def test_a_band_that_never_ends_gives_way_to_a_graver_one() -> None:
    assert graded([band(over="100.00")], [band(over="1000.00")]) == []


def test_overlapping_bands_are_named_with_the_amounts_in_both() -> None:
    assert graded([band(to="500.00")], [band(over="400.00")]) == [
        "grades.g1.any[0]: overlaps g2 between 400.01 and 500.00; allowed are bands that meet (clause 4)"
    ]


@pytest.mark.parametrize(
    ("high", "low", "faults"), [("500.00", "500.01", 0), ("500.00", "500.02", 1), ("500.00", "501.00", 1)]
)
def test_a_gap_is_one_fen_or_more(high: str, low: str, faults: int) -> None:
    assert len(graded([band(to=high)], [band(**{"from": low})])) == faults


def test_a_gap_is_named_with_its_ends() -> None:
    (fault,) = graded([band(to="500.00")], [band(**{"from": "501.00"})])

    assert fault.startswith("grades.g2.any[0]: leaves a gap from 500.01 to 500.99 behind g1;")


def test_where_a_person_picks_the_grade_bands_may_leave_a_gap() -> None:
    assert graded([band(to="500.00")], [band(over="900.00")], grading=BY_HAND) == []


def test_losses_of_different_kinds_are_bands_of_their_own() -> None:
    scrap: dict[str, object] = {"loss": ["scrap"], "over": "900.00"}

    assert graded([band(to="500.00")], [band(over="500.00")], [scrap]) == []


def test_a_grade_whose_bands_lie_inside_a_graver_one_cannot_be_reached() -> None:
    flagged: dict[str, object] = {"fact": "x", "is": True}
    inside = band(**{"from": "100.00", "to": "200.00"})

    assert graded([inside], [band(to="900.00")]) == [
        "grades.g1: is a grade that nobody can reach; every band of it lies inside a graver grade (clause 4)"
    ]
    assert graded([inside, flagged], [band(to="900.00")]) == []
    assert graded([inside], [band(to="900.00")], grading=BY_HAND) == []
    assert graded([inside, band(to="950.00")], [band(to="900.00")])[1:] == []


def test_a_band_without_an_amount_inside_is_a_fault_wherever_it_stands() -> None:
    faults = bands_that_do_not_fit(edition(incident={"clause": "2", "when": band(over="5.00", to="5.00")}))

    assert [str(fault).partition(";")[0] for fault in faults] == ["incident.when[0]: has no amount inside"]


def test_figures_that_are_no_money_are_left_to_the_check_of_figures() -> None:
    assert graded([band(to="many")]) == []


CHARGE = {"kind": "rate", "clause": "5", "roles": "r"}


@pytest.mark.parametrize(
    ("charge", "fault"),
    [
        (CHARGE | {"rate": "100%"}, None),
        (CHARGE | {"rate": "100.0001%"}, "charges[0].rate: is 100.0001%; allowed are rates from 0% to 100%"),
        (CHARGE | {"rate": {"from": "1%", "to": "100.01%", "by": "b"}}, "charges[0].rate.to: is 100.01%"),
        (CHARGE | {"kind": "share", "rate": "101%"}, "charges[0].rate: is 101%"),
        (CHARGE | {"rate": "1%", "cap": "10.00", "floor": "10.00"}, None),
        (
            CHARGE | {"rate": "1%", "cap": "10.00", "floor": "10.01"},
            "charges[0].floor: is 10.01, over the cap of",
        ),
        (CHARGE | {"rate": "1%", "floor": "10.01"}, None),
    ],
)
def test_rates_end_at_100_percent_and_floors_at_their_cap(
    charge: dict[str, object], fault: str | None
) -> None:
    told = [str(one) for one in rates_that_cannot_be(edition(charges=[charge]))]

    assert len(told) == (fault is not None)
    assert not told or fault in told[0]  # type: ignore[operator]


@pytest.mark.parametrize(
    ("split", "fault"),
    [
        ({"among": ["a", "b"], "shares": {"a": "70%", "b": "30%"}}, None),
        ({"among": ["a"], "shares": {"a": "70%", "b": "30%"}}, "gives b a share that is not among a"),
        ({"among": [], "shares": "entered"}, "names nobody"),
        ({"among": ["a"], "shares": "entered"}, None),
    ],
)
def test_shares_that_cannot_reach_100_percent_are_named(split: dict[str, object], fault: str | None) -> None:
    row = {"clause": "6", "over": "departments"} | split
    told = [str(one) for one in rates_that_cannot_be(edition(splits=[row]))]

    assert len(told) == (fault is not None)
    assert not told or fault in told[0]  # type: ignore[operator]


def test_a_clause_that_the_text_has_not_is_named_where_it_stands() -> None:
    chapters = {
        "clauses": ["1", "2"],
        "scope": {"clause": "0", "label": LABEL},
        "incident": {"clause": "0.1"},
        "charges": [CHARGE | {"rate": "1%"}],
        "closing": {"clause": "1", "label": LABEL, "covers": ["2", "3"]},
        "not_executable": {"9": LABEL},
    }

    told = [str(fault) for fault in unknown_clauses(edition(**chapters))]

    assert [fault.partition(";")[0] for fault in told] == [
        "charges[0].clause: '5' is no clause of the text",
        "closing.covers: '3' is no clause of the text",
        "not_executable: '9' is no clause of the text",
    ]
    assert list(unknown_clauses(edition(**(chapters | {"clauses": []})))) == []


UNUSED = tomllib.loads("""
[roles]
required = { clause = "1", label = { zh-Hans = "词", en = "word" } }
optional = { clause = "1", optional = true, label = { zh-Hans = "词", en = "word" } }
changed = { clause = "1", label = { zh-Hans = "词", en = "word" } }
[offices]
idle = { label = { zh-Hans = "词", en = "word" } }
busy = { label = { zh-Hans = "词", en = "word" }, does = { zh-Hans = "词", en = "word" } }
[facts]
asked = { type = "text", clause = "1", label = { zh-Hans = "词", en = "word" } }
noted = { type = "text", clause = "1", if_absent = "no", label = { zh-Hans = "词", en = "word" } }
[facts.vehicle]
type = "record"
clause = "1"
label = { zh-Hans = "词", en = "word" }
fields = { repair = { type = "money", clause = "1", label = { zh-Hans = "词", en = "word" } } }
[person]
level = { type = "text", clause = "1", label = { zh-Hans = "词", en = "word" } }
rank = { type = "text", clause = "1", label = { zh-Hans = "词", en = "word" } }
wage = { type = "money", clause = "1", label = { zh-Hans = "词", en = "word" } }
[faults]
main = { label = { zh-Hans = "词", en = "word" } }
other = { label = { zh-Hans = "词", en = "word" } }
[causes.driving]
clause = "1"
suggests = { level = "first" }
label = { zh-Hans = "词", en = "word" }
[incident]
clause = "1"
when = { fact = "vehicle.repair", over = "0.00" }
[readings]
used = { zh-Hans = "词", en = "word" }
unused = { zh-Hans = "词", en = "word" }
[settings.share]
clause = "1"
status = "missing"
type = "percent"
reading = "used"
label = { zh-Hans = "词", en = "word" }
[[splits]]
clause = "1"
over = "departments"
among = ["main"]
shares = { main = "100%" }
[[reassignments]]
clause = "1"
role = "changed"
becomes = "changed"
witness = { role = "changed", when = { loss = "direct", over = "0.00" } }
set = { rank = "first" }
""")


def test_what_no_rule_refers_to_is_named() -> None:
    told = [fault.path for fault in names_without_use(edition(**UNUSED))]

    assert told == [
        "facts.asked",
        "person.wage",
        "roles.required",
        "offices.idle",
        "settings.share",
        "readings.unused",
        "faults.other",
    ]


@pytest.mark.parametrize("zone", ["Asia/Nowhere", "1/0", "../../etc/passwd", "/etc/passwd", "", "Asia"])
def test_a_zone_that_is_none_is_a_fault(zone: str) -> None:
    (fault,) = zone_that_is_none(edition(zone=zone))

    assert (fault.path, fault.found) == ("zone", f"found is {zone!r};")
    assert list(zone_that_is_none(edition())) == []
