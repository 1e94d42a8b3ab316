"""Every fault of a rulebook's text at once, with its line."""

import tomllib
from copy import deepcopy
from importlib import resources
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.rulebook.checked_text import checked, faults_in_data
from core.rulebook.toml_lines import Keys
from tests.core.rulebook.shipped import kinds

EDITIONS = resources.files("core.rulebook") / "editions"
SOUND = (EDITIONS / "incident-compensation" / "undated.toml").read_text("utf-8")
PROPOSING = '[[approvals]]\nclause = "4.1"'


def faults_of(text: str) -> list[str]:
    return [str(placed) for placed in checked(text, kinds()).faults]


def changed(*pairs: tuple[str, str]) -> str:
    text = SOUND
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new, 1)
    return text


def line_with(text: str, part: str) -> int:
    return text[: text.index(part)].count("\n") + 1


def test_a_sound_text_is_an_edition_without_faults() -> None:
    read = checked(SOUND, kinds())

    assert read.faults == ()
    assert read.edition is not None
    assert read.edition.id == "incident-compensation"


def test_form_and_meaning_are_told_together_each_with_its_line() -> None:
    text = changed(
        ('rate = "40%"', 'rate = "forty"\ncolour = "red"'),
        ('cap = "10000.00"', "cap = 10000"),
        ('by = "office"', 'by = "offce"'),
        ('monitor = "30%"', 'monitor = "31%"'),
        ("step = 1\n", ""),
    )

    assert [fault.partition(";")[0] for fault in faults_of(text)] == [
        f"{line_with(text, '31%')}: splits[1].shares: total 101",
        f"{line_with(text, 'forty')}: charges[0].rate: found is 'forty'",
        f"{line_with(text, 'colour')}: charges[0].colour: is not known",
        f"{line_with(text, 'cap = 10000')}: charges[0].cap: found is 10000",
        f"{line_with(text, PROPOSING)}: approvals[0].step: is missing",
        f"{line_with(text, 'offce')}: approvals[1].by: 'offce' is not declared",
    ]


def test_an_unknown_key_is_told_with_the_keys_of_its_own_table() -> None:
    text = changed(('act = "propose"', 'act = "propose"\nwho = "me"'))

    (fault,) = faults_of(text)

    assert fault.endswith(
        "approvals[0].who: is not known; allowed are act, by, clause, instead, not_by, step, when"
    )


def test_rows_behind_a_faulty_one_keep_their_places() -> None:
    text = changed(("step = 2", 'step = "two"'), ('by = "factory_director"', 'by = "nobody"'))

    assert [fault.split(": ")[1] for fault in faults_of(text)] == ["approvals[1].step", "approvals[2].by"]


def test_names_of_rows_that_are_faulty_themselves_are_not_called_undeclared() -> None:
    text = changed(("\nfinance = { label", "\nfinance = { lable"))

    assert [fault.split(": ")[1] for fault in faults_of(text)] == [
        "offices.finance.label",
        "offices.finance.lable",
    ]


@pytest.mark.parametrize(
    ("old", "new", "path"),
    [
        ('id = "incident-compensation"', 'id = "Ours!"', "id"),
        ('edition = "undated"', "edition = 2020", "edition"),
        ("[title]", "[titel]", "title"),
        ("[incident]\n", "[incident]\nhow = 1\n", "incident.how"),
        ('[incident]\nclause = "3.1"\n', "[incident]\n", "incident.clause"),
        ("[readings]", "[[readings]]", "readings"),
        ('[[approvals]]\nclause = "4.1"', '[nonsense]\n[[approvals]]\nclause = "4.1"', "nonsense"),
        ("clauses = [", "clauses = [\n  3,", "clauses[0]"),
    ],
)
def test_a_faulty_head_or_chapter_does_not_hide_the_rest(old: str, new: str, path: str) -> None:
    text = changed((old, new), ('by = "office"', 'by = "offce"'))

    paths = [
        fault.split(": ")[-2] if fault.startswith("title") else fault.split(": ")[1]
        for fault in faults_of(text)
    ]

    assert path in paths
    assert "approvals[1].by" in paths


def test_what_is_no_toml_is_told_with_its_line() -> None:
    text = changed(('owner = "finance"', "owner = finance"))

    (fault,) = faults_of(text)

    assert fault.startswith(f"{line_with(text, 'owner = finance')}: file: is no TOML:")
    assert faults_of("a = [") == ["file: is no TOML: Invalid value (at end of document)"]


def test_an_empty_text_lacks_everything_that_is_required() -> None:
    assert faults_of("") == [
        f"{name}: is missing; it is required here" for name in ("edition", "id", "title", "zone")
    ]


def test_tables_without_end_are_refused() -> None:
    assert "nested too deeply" in faults_of("a=" + "[" * 50_000)[0]


def test_an_unknown_key_of_a_condition_is_told_with_the_keys_of_its_kind() -> None:
    text = changed(('{ fact = "event", given = true }', '{ fact = "event", gives = true }'))

    (fault,) = [one for one in faults_of(text) if "gives" in one]

    assert "incident.when.gives: is not known; allowed are " in fault
    assert {"fact", "from", "given", "is", "within"} <= set(fault.partition("allowed are ")[2].split(", "))


def test_faults_of_named_rows_are_told_beside_faults_of_form() -> None:
    text = changed(("step = 2", 'step = "two"'), ('owner = "sales"', 'owner = "nobody"'))

    assert [fault.split(": ")[1] for fault in faults_of(text)] == [
        "approvals[1].step",
        "duties.complaint_follow_up.owner",
    ]


def ways(value: object, way: Keys = ()) -> list[Keys]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [way, *(one for key, entry in inner for one in ways(entry, (*way, key)))]


DATA = tomllib.loads(SOUND)
WAYS = [way for way in ways(DATA) if way]
SCALARS = [1, True, "", "x", "9" * 40, [], {}, ["x"], {"x": 1}, {"fact": "x"}]


@given(
    st.sampled_from(WAYS), st.sampled_from([None, *SCALARS]), st.sampled_from(WAYS), st.sampled_from(SCALARS)
)
def test_whatever_is_wrong_with_a_file_is_told_and_nothing_breaks(
    first: Keys, wrong: object, second: Keys, other: object
) -> None:
    data = deepcopy(DATA)
    put(data, second, other)
    put(data, first, wrong)

    edition, faults = faults_in_data(data, kinds())

    assert faults or edition is not None
    assert all(fault.path and fault.found and fault.allowed for fault in faults)


def put(data: object, way: Keys, value: object) -> None:
    """Put a value where the way leads, or take away what is there; a way that is gone already is left."""
    *outer, last = way
    for key in outer:
        try:
            data = data[key]  # type: ignore[index]
        except (KeyError, IndexError, TypeError):
            return
    if isinstance(data, dict) and value is None:
        data.pop(last, None)
    elif isinstance(data, dict) or (isinstance(data, list) and isinstance(last, int) and last < len(data)):
        data[last] = value  # type: ignore[index]


def test_a_long_value_is_shown_cut() -> None:
    (fault,) = faults_of(changed(('rate = "40%"', f'rate = "{"9" * 500}"')))

    assert "9…;" in fault
    assert len(fault) < 200


def test_a_thousand_faults_are_listed_in_a_moment_and_nothing_is_loaded() -> None:
    row = '[[charges]]\nclause = "3.2"\nkind = "rate"\nroles = "nobody"\nrate = "{}"\n'
    text = SOUND + "".join(row.format("10%" if place % 2 else "ten") for place in range(1000))
    before = process_time()

    read = checked(text, kinds())

    assert read.edition is None
    assert len(read.faults) == 1000
    assert all(placed.line for placed in read.faults)
    assert process_time() - before < 3
