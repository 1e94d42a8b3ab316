from pathlib import Path

import pytest

from core.model.fault import BadRulebook
from core.rulebook.checks.problems import check_edition, problems_in
from core.rulebook.parsing import read_edition
from tests.core.rulebook.shipped import kinds

TEXT = (Path(__file__).parents[1] / "rules" / "synthetic.toml").read_text("utf-8")

POOL = """[[splits]]
clause = "2"
over = "people"
among = ["worker"]
shares = { worker = "90%", boss = "5%" }

"""
TIE = """[settings.tie]
clause = "1"
label = { zh-Hans = "x", en = "x" }
status = "interpretation"
type = "choice"
value = "no"

"""


def faults_after(old: str, new: str) -> str:
    assert old in TEXT
    try:
        return "\n".join(str(fault) for fault in problems_in(read_edition(TEXT.replace(old, new)), kinds()))
    except BadRulebook as refused:
        return str(refused)


def test_a_sound_rulebook_has_no_faults() -> None:
    check_edition(read_edition(TEXT), kinds())


def test_all_faults_are_raised_together() -> None:
    broken = TEXT.replace('roles = "helper"', 'roles = "elper"').replace('by = "quality"', 'by = "qality"')

    with pytest.raises(BadRulebook) as refused:
        check_edition(read_edition(broken), kinds())

    assert len(refused.value.faults) == 6


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("[facts]", "[facts", "file: is no TOML"),
        ('id = "synthetic"', "", "id: is refused: Field required"),
        (
            'id = "synthetic"',
            'id = "synthetic"\ncolour = 1',
            "colour: is refused: Extra inputs are not permitted",
        ),
        ('rate = { setting = "rate" }', "rate = 0.4", "a rate is '40%'"),
        ('rate = { setting = "rate" }', 'rate = "40"', "a rate is a text with a percent sign"),
        ('rate = { setting = "rate" }', 'rate = "-40%"', "a rate has at most four places and no sign"),
        ('points = "2.5%"', 'points = "2.5"', "percentage points are a text with a percent sign"),
        ('points = "2.5%"', 'points = "x%"', "percentage points have at most four places"),
        ('points = "2.5%"', "points = 2", "percentage points are a text with a percent sign"),
        ('factors = { low = "0.5" }', "factors = { low = 1 }", "a decimal is a text"),
        (
            'factors = { low = "0.5" }',
            'factors = { low = "-1" }',
            "a decimal has at most six places and no sign",
        ),
        ('amount = "10.00"', 'amount = "10"', "money is a text with two places"),
        ('amount = "10.00"', 'amount = { fact = "pieces", setting = "hour" }', "an amount is '10.00'"),
        ('{ setting = "mode", in = ["strict"] }', '{ colour = "x" }', "exactly one of the subjects"),
        ('{ setting = "mode", in = ["strict"] }', "1", "exactly one of the subjects"),
        (
            'roles = "helper"',
            'roles = "elper"',
            "'elper' is not declared; declared are chief, helper, pooled, team, worker",
        ),
        ('source", in = [', 'sauce", in = [', "'sauce' is not declared"),
        ('in = ["strict"]', 'in = ["odd"]', "'odd' is no choice; declared are strict, kind"),
        ('has = "rude"', 'has = "rough"', "'rough' is no choice"),
        ("factors = { low", "factors = { high", "'high' is no choice; declared are low"),
        ('by = "person.skill"', 'by = "person.hired_on"', "'low' is no choice; declared are none"),
        ("over = 0, below = 3", 'over = "x"', "'x' is no figure of type count"),
        ('over = "0.00", below = "100.00"', 'over = "x"', "'x' is no figure of type money"),
        ('from = "100.00" }', 'from = "x" }', "'x' is no figure of type money"),
        ('{ fact = "pieces", from = 1 }', '{ fact = "prototype", from = 1 }', "bounds a boolean fact"),
        (
            '{ fact = "pieces", from = 1 }',
            '{ fact = "pieces", from = { setting = "mode" } }',
            "a bound is a figure written out, such as '500.00' or 3",
        ),
        ('{ fact = "pieces", from = 1 }', '{ fact = "pieces" }', "tests nothing, or several things"),
        ('fact = "prototype", is = true', 'fact = "prototype", is = "yes"', "tests a boolean fact for 'yes'"),
        ('from = "1.00", to = "2.00"', 'from = "3.00", to = "2.00"', "runs backwards"),
        ('of = "person.hired_on", days = 10', 'of = "person.skill", days = 10', "compares what is no date"),
        ("days = 10 }", "days = 10, months = 1 }", "has no unit or two"),
        ('clauses = ["1", "2"]', 'clauses = ["1", "3"]', "3 is carried by no rule"),
        ("rank = 2", "rank = 3", "have the ranks [1, 3]"),
        (
            'below = "100.00"',
            'to = "100.00"',
            "two grades include 100.00; a setting must say which one has it",
        ),
        (
            'when = { loss = "direct", from = "100.00" }',
            'when = { grade = "light" }',
            "tests the grade before it is found",
        ),
        (
            'points = "2.5%"\nwhen = { fact = "source"',
            'points = "2.5%"\nwhen = { fact = "sauce"',
            "'sauce' is not declared",
        ),
        (
            'when = { people = "team", over = 0, below = 3 }',
            'when = { fact = "person.skill", is = "low" }',
            "tests a field of a person where no person is looked at",
        ),
        (
            '[[bases]]\nclause = "2"\nwhen = { fact = "source", in = ["inside", "outside"] }',
            '[[bases]]\nclause = "2"\nloss = "direct"\n\n[[bases]]\nclause = "2"',
            "bases[1]: stands behind a row that always holds",
        ),
        (
            "[[charges]]",
            POOL + "[[charges]]",
            "].shares: total 95; shares must total 100 percent (clause 2)",
        ),
        (
            "[[charges]]",
            '[[splits]]\nclause = "2"\nover = "departments"\namong = ["main"]\nshares = "entered"\n\n[[charges]]',
            "'main' is not declared; none is declared",
        ),
        (
            "[[pricing]]",
            '[conditions]\none = { holds = "two" }\ntwo = { any = [{ holds = "one" }] }\n\n[[pricing]]',
            "conditions.one: leads back to itself",
        ),
        (
            "[roles]",
            TIE + "[roles]",
            "settings.tie.value: found is 'no';",
        ),
    ],
)
def test_a_fault_is_named_with_its_place(old: str, new: str, fault: str) -> None:
    assert fault in faults_after(old, new)
