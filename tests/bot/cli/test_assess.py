import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from bot.cli.assess import assess
from bot.cli.main import main

REQUEST: dict[str, Any] = {
    "occurred_on": "2025-03-03",
    "losses": [{"kind": "customer_compensation", "amount": "1460.00"}],
    "people": [
        {"id": "E17", "role": "responsible", "chosen_rate": "60", "reason": "first case"},
        {"id": "E03", "role": "supervisor", "chosen_rate": "10", "reason": "briefed the crew"},
        {"id": "E01", "role": "manager", "chosen_rate": "10", "reason": "standard"},
    ],
}
LOGISTICS = ["--rulebook", "logistics-liability"]


def run(arguments: list[str], given: str | bytes) -> Result:
    return CliRunner().invoke(assess, arguments, input=given)


def test_a_request_from_standard_input_is_answered_as_json() -> None:
    result = run(LOGISTICS, json.dumps(REQUEST))

    assert result.exit_code == 0
    answer = json.loads(result.stdout)
    assert answer["rulebook"] == {"id": "logistics-liability", "edition": "undated"}
    assert [person["amount"] for person in answer["people"]] == ["876.00", "146.00", "146.00"]
    assert answer["company_bears"] == "292.00"
    assert "company_bears_min" not in answer


def test_a_request_is_read_from_a_file(tmp_path: Path) -> None:
    file = tmp_path / "case.json"
    file.write_text(json.dumps(REQUEST), "utf-8")

    assert run([*LOGISTICS, str(file)], "").exit_code == 0


def test_the_arithmetic_is_said_in_the_language_asked_for() -> None:
    chinese = json.loads(run(LOGISTICS, json.dumps(REQUEST)).stdout)
    english = json.loads(run([*LOGISTICS, "--lang", "en"], json.dumps(REQUEST)).stdout)

    assert chinese["people"][0]["lines"][0]["explain"] == (
        "基数 1,460.00 元 × 选定比例 60%（可选 60%–80%，理由：first case） = 876.00 元"
    )
    assert english["people"][0]["lines"][0]["explain"] == (
        "base 1,460.00 × chosen rate 60 % (allowed 60–80 %; reason: first case) = 876.00"
    )


def test_a_pending_choice_still_prints_an_answer() -> None:
    people = [{"id": "E17", "role": "responsible"}]
    result = run(LOGISTICS, json.dumps({**REQUEST, "people": people}))

    answer = json.loads(result.stdout)
    assert result.exit_code == 0
    assert answer["status"] == "decision_pending"
    assert answer["company_bears"] is None
    assert (answer["company_bears_min"], answer["company_bears_max"]) == ("292.00", "584.00")
    assert answer["pending"][0] == {
        "what": "chosen_rate",
        "person": "E17",
        "role": "responsible",
        "range": ["60", "80"],
        "decider": "administration_manager",
        "clause": "5.1",
    }


def test_every_fault_stands_on_a_line_of_standard_error() -> None:
    bad = {**REQUEST, "losses": [{"kind": "other", "amount": 12.5}], "colour": "red"}
    result = run(LOGISTICS, json.dumps(bad))

    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.splitlines() == [
        (
            "colour: is not a known key; allowed are departments, events, facts, losses, occurred_on, people, "
            "rulebook, settings"
        ),
        "losses[0].amount: found is 12.5; allowed is a decimal string with at most two places",
    ]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("{", "request: is not JSON"),
        ("[]", "request: is not an object"),
        ('{"a": 1, "a": 2}', "a: stands more than once; allowed is each key once"),
        ('{"facts": [{"b": 1, "b": [], "c": 2}]}', "facts[0].b: stands more than once"),
        ('{"occurred_on": "2025-03-03", "losses": 1e3}', "losses: found is 1e3"),
        ("[" * 100_000, "request: is nested too deep"),
        (b"\xff", "request: is not UTF-8"),
        ('{"occurred_on": "2025-03-03", "losses": NaN}', "losses: found is NaN"),
        ('{"occurred_on": "2025-03-03", "a\\nb": 1}', '"a\\nb": is not a known key'),
        ('{"occurred_on": "2025-03-03", "losses": ' + "[" * 400 + "]" * 400 + "}", "losses[0]: found is [[["),
        (
            '{"occurred_on": "2025-03-03", "people": [{"id": "\\ud800", "role": "responsible"}]}',
            'people[0].id: found is "\\ud800"; allowed is a text of whole characters',
        ),
        (
            '{"occurred_on": "2025-03-03", "people": [{"id": "a\\nb", "role": "responsible"}]}',
            'people[0].id: found is "a\\nb"; allowed is a text of printable characters on one line',
        ),
        ("{}", "occurred_on: nothing is given"),
        ('{"occurred_on": 5}', "occurred_on: found is 5"),
    ],
)
def test_what_is_no_request_is_refused_kindly(text: str | bytes, fault: str) -> None:
    result = run(LOGISTICS, text)

    assert result.exit_code == 2
    assert result.stderr.startswith(fault)


def test_an_unknown_rulebook_is_refused_with_those_that_exist() -> None:
    result = run(["--rulebook", "nonsense"], json.dumps(REQUEST))

    assert result.exit_code == 2
    assert "allowed are " in result.stderr
    assert ", logistics-liability, " in result.stderr


def test_without_a_rulebook_one_is_asked_for() -> None:
    result = run([], json.dumps(REQUEST))

    assert result.exit_code == 2
    assert result.stderr.startswith("rulebook: no id is given")


def test_each_line_is_answered_in_order_and_a_bad_one_does_not_stop_the_rest() -> None:
    good = json.dumps({**REQUEST, "rulebook": "logistics-liability"})
    six = json.dumps({"rulebook": "six-grade-incidents", "occurred_on": "2025-03-03"})

    result = run(["--lines"], f"{good}\nnonsense\n\n{six}")

    answers = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.exit_code == 0
    assert answers[0]["status"] == "complete"
    assert answers[1]["error"][0].startswith("request: is not JSON")
    assert answers[2]["error"][0].startswith("request: is not JSON")
    assert answers[3]["status"] == "not_applicable"


def test_with_lines_a_rulebook_may_be_named_once_for_all() -> None:
    result = run(["--lines", *LOGISTICS], json.dumps(REQUEST))

    assert json.loads(result.stdout)["status"] == "complete"


def test_the_language_of_the_whole_command_holds_here_too() -> None:
    result = CliRunner().invoke(main, ["--lang", "en", "assess", *LOGISTICS], input=json.dumps(REQUEST))

    assert json.loads(result.stdout)["grade"]["label"] == "Serious incident"
