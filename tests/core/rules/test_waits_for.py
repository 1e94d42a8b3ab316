"""Told for hundreds of duties at once, it is what is told of each by itself."""

from hypothesis import example, given
from hypothesis import strategies as st

from core.model.brief import BriefDuty
from core.model.duty import RULEBOOK_DUTY, Duty
from core.model.party import Party
from core.model.roles import Grant, Role
from core.model.roster import roster_with
from core.rules.duty_holders import asked_to
from core.rules.waits_for import Offices, waits_for
from tests.make import NOW, case, person

IDS = (1, 2, 3, 4, 5)
ROLES = st.sampled_from([Role.QUALITY, Role.FINANCE, Role.ADMIN, None])
SOME = st.frozensets(st.sampled_from(IDS), max_size=3)
PEOPLE = st.tuples(
    *(
        st.tuples(
            st.sampled_from([Role.QUALITY, Role.FINANCE, Role.ADMIN, Role.EMPLOYEE]),
            st.booleans(),
            st.sampled_from([None, "E02", "E05"]),
        )
        for _ in IDS
    )
)


@example(
    people=((Role.ADMIN, False, None), (Role.ADMIN, False, None), *(((Role.EMPLOYEE, False, None),) * 3)),
    role=Role.QUALITY,
    named=frozenset({1}),
    barred=frozenset(),
    leads=None,
    reported=3,
)
@given(PEOPLE, ROLES, SOME, SOME, st.sampled_from([None, *IDS]), st.sampled_from(IDS))
def test_it_waits_for_the_same_people(
    people: tuple[tuple[Role, bool, str | None], ...],
    role: Role | None,
    named: frozenset[int],
    barred: frozenset[int],
    leads: int | None,
    reported: int,
) -> None:
    staff = {
        number: person(
            f"E0{number}",
            id=number,
            grants=(Grant(held, "suzhou"),),
            left_on=NOW.date().replace(year=2024) if has_left else None,
            deputy_no=deputy,
        )
        for number, (held, has_left, deputy) in enumerate(people, 1)
    }
    of = case(id=7, owner_id=leads, reporter_id=reported)
    parties = [
        Party(
            case_id=7, person_id=one, role="r", department="d", hearing_due_at=NOW, named_by=1, named_at=NOW
        )
        for one in named
    ]
    duty = Duty(id=1, case_id=7, kind=RULEBOOK_DUTY, owner_id=None, opened_at=NOW, role=role, site="suzhou")
    brief = BriefDuty(
        1, RULEBOOK_DUTY, 7, "suzhou", role, None, None, False, leads, reported, ",".join(map(str, named))
    )  # fmt: skip
    offices = Offices(staff, NOW.date())

    asked = {one.id for one in asked_to(duty, roster_with(of, parties, staff, NOW.date()), barred)}

    assert {one for one in IDS if waits_for(brief, one, offices, barred)} == asked
