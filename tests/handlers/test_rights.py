"""Every press and command there is, of everybody and of those who stand in for them, against the table of rights."""

from collections.abc import Iterable, Mapping

import pytest

from core.actions.person.stand_ins import acting_for
from core.model.deputy import Deputy
from core.model.person import Person
from core.model.roles import Role
from core.rights.action import Action
from core.rights.bar import Bar
from core.rights.table import RIGHTS
from tests.make import PEOPLE
from tests.rights.attempts import PRESSES, ROUTES, Attempts, attempts_in
from tests.rights.reading import allowed, by_table, is_lent, kept_out_by, let_in_by
from tests.rights.scene import NOBODY, Numbers, Scene, verb_of
from tests.rights.scenes.all_scenes import SCENES

# who stands in: free of any part, named in most cases, reporter of most, of every role but at another site
DEPUTIES = ("E09", "E17", "E10", "E41")
# bars that no press runs into, and why
KEPT_OUT_ELSEWHERE = {
    (
        Action.APPROVE,
        Bar.PASSED_APART,
    ): "takes a chain with two posts kept apart: tests/core/rules/figures/test_who_approves.py",
    (Action.SEND_BACK_ACTION, Bar.NAMED_UNLESS_ALONE): "the verifier is one person, who is alone",
    (
        Action.SEND_BACK_ACTION,
        Bar.DID_FIRST,
    ): "nobody verifies what they did: it is never theirs to send back",
}
# rights without a press or command of their own
NOT_PRESSED = {
    Action.READ_ALL_CASES: "which cases stand in a list: tests/handlers/test_finding.py",
    Action.BE_INVESTIGATOR: "whom a case may be given to: tests/core/actions/case/test_accept_case.py",
    Action.READ_TIP: "tips are read and answered in the shell: tests/core/actions/tip/test_tips.py",
    Action.EXPORT_PERSON: "handed out by the shell: tests/core/actions/person/test_persons_data.py",
}
Found = Mapping[str, Numbers]


async def those_let_in(press: str, attempts: Attempts, actors: Iterable[Person] = ()) -> Numbers:
    among = tuple(actors) or attempts.people.values()
    return frozenset([one.employee_no for one in among if await attempts.counts(press, one)])


def differences(found: Found, expected: Found) -> Mapping[str, tuple[Numbers, Numbers]]:
    """Press by press, who was let in against the table, and who was kept out against it."""
    unlike = {press for press in found if found[press] != expected[press]}
    return {one: (found[one] - expected[one], expected[one] - found[one]) for one in unlike}


def ones_of_each_kind(scene: Scene, attempts: Attempts) -> tuple[str, ...]:
    """One of those who may do the same here, for each kind there is."""
    people, verbs = attempts.people, sorted(scene.verbs())
    may = {verb: by_table(verb, scene, people) for verb in verbs}
    kinds = {tuple(number in may[verb] for verb in verbs): number for number in people}
    return tuple(sorted(kinds.values()))


def lent(verb: str, scene: Scene, attempts: Attempts, acting: Iterable[Deputy]) -> Numbers:
    """Which of these deputies it counts for: their own, and what is lent them."""
    own = allowed(verb, scene, attempts.people)
    return frozenset(
        one.employee_no
        for one in acting
        if one.employee_no in own
        or is_lent(verb, scene, attempts.people, one.employee_no, one.absent.employee_no)
    )


@pytest.mark.parametrize("scene", SCENES, ids=str)
async def test_a_press_counts_for_those_whom_the_table_names_and_nobody_else(scene: Scene) -> None:
    attempts = await attempts_in(scene)

    found = {press: await those_let_in(press, attempts) for press in scene.presses}

    expected = {press: allowed(verb_of(press), scene, attempts.people) for press in scene.presses}
    assert differences(found, expected) == {}


@pytest.mark.parametrize("scene", [one for one in SCENES if one.answered], ids=str)
async def test_who_is_only_answered_changes_nothing(scene: Scene) -> None:
    attempts = await attempts_in(scene)

    for press in scene.presses:
        verb = verb_of(press)
        only_answered = scene.answered.get(verb, NOBODY) - by_table(verb, scene, attempts.people)
        changing = [one for one in only_answered if await attempts.changes(press, attempts.people[one])]
        assert changing == [], press


@pytest.mark.parametrize("scene", [one for one in SCENES if one.has_deputies], ids=str)
async def test_a_deputy_does_what_the_table_lends_them_and_nothing_else(scene: Scene) -> None:
    attempts = await attempts_in(scene)

    for absent in ones_of_each_kind(scene, attempts):
        acting = [
            await acting_for(attempts.people[number], attempts.people[absent], uow=attempts.uow)
            for number in DEPUTIES
            if number != absent
        ]
        presses = [one for one in scene.presses if verb_of(one) not in scene.answered]
        found = {press: await those_let_in(press, attempts, acting) for press in presses}

        expected = {press: lent(verb_of(press), scene, attempts, acting) for press in presses}
        assert differences(found, expected) == {}, absent


@pytest.mark.parametrize("scene", [one for one in SCENES if "{version}" in str(one.presses)], ids=str)
async def test_a_press_on_another_state_than_the_present_one_changes_nothing(scene: Scene) -> None:
    now = await attempts_in(scene)
    older = Attempts(now.uow, now.people, {**now.filled, "version": int(str(now.filled["version"])) - 1})

    for press in scene.presses:
        if "{version}" in press:
            changing = [one for one, who in older.people.items() if await older.changes(press, who)]
            assert changing == [], press


def test_everything_that_can_be_pressed_or_sent_is_in_a_scene() -> None:
    played = frozenset[str]().union(*(scene.verbs() for scene in SCENES))

    assert played == PRESSES.keys() | {f"/{command}" for command in ROUTES.commands}


async def test_every_entry_of_a_row_lets_somebody_in_and_every_bar_keeps_somebody_out() -> None:
    worlds = [(scene, (await attempts_in(scene)).people) for scene in SCENES]
    rows = [row for row in RIGHTS.values() if row.presses or row.commands]

    idle = {
        (row.action, who)
        for row in rows
        for who in row.who
        if not any(let_in_by(row, who, scene, people) for scene, people in worlds)
    }
    never = {
        (row.action, bar)
        for row in rows
        for bar in row.not_if
        if not any(kept_out_by(row, bar, scene, people) for scene, people in worlds)
    }

    assert idle == set()
    assert never == KEPT_OUT_ELSEWHERE.keys()


def test_what_is_not_pressed_is_no_more_than_it_was() -> None:
    assert {
        row.action for row in RIGHTS.values() if not row.presses and not row.commands
    } == NOT_PRESSED.keys()


def test_every_role_there_is_plays_a_part() -> None:
    assert {role for _, _, _, roles in PEOPLE.values() for role in roles} == set(Role)
