"""Told for hundreds of duties at once, it is what is told of each by itself."""

from hypothesis import example, given
from hypothesis import strategies as st

from core.model.brief import BriefDuty
from core.model.duty import RULEBOOK_DUTY, Duty
from core.model.party import Party
from core.model.roles import Grant, Role
from core.model.roster import Roster, roster_with
from core.rules.duty.duty_holders import asked_to
from core.rules.duty.waits_for import Concerned, Offices, waits_for
from tests.make import NOW, case, person

IDS = (1, 2, 3, 4, 5)
HELD = [Role.QUALITY, Role.FINANCE, Role.ADMIN, Role.SUPERVISOR, Role.EMPLOYEE]
DEPARTMENTS = st.sampled_from(["仓储部", "运输部"])
SOME = st.frozensets(st.sampled_from(IDS), max_size=3)
PEOPLE = st.tuples(
    *(
        st.tuples(
            st.sampled_from(HELD),
            st.booleans(),
            st.sampled_from([None, "E02", "E05"]),
            st.one_of(st.none(), DEPARTMENTS),
        )
        for _ in IDS
    )
)
WORKER = (Role.EMPLOYEE, False, None, None)
ADMIN = (Role.ADMIN, False, None, None)
# who is named, for which department, and whether for a reward alone
NAMED = st.dictionaries(st.sampled_from(IDS), st.tuples(DEPARTMENTS, st.booleans()), max_size=3)


@example(
    people=(ADMIN, ADMIN, WORKER, WORKER, WORKER),
    role=Role.QUALITY,
    named={1: ("仓储部", False)},
    barred=frozenset(),
    led=(None, 3),
    case_id=7,
)
@given(
    PEOPLE,
    st.sampled_from([*HELD, None]),
    NAMED,
    SOME,
    st.tuples(st.sampled_from([None, *IDS]), st.sampled_from(IDS)),
    st.sampled_from([7, None]),
)
def test_it_waits_for_the_same_people(
    people: tuple[tuple[Role, bool, str | None, str | None], ...],
    role: Role | None,
    named: dict[int, tuple[str, bool]],
    barred: frozenset[int],
    led: tuple[int | None, int],
    case_id: int | None,
) -> None:
    staff = {
        number: person(
            f"E0{number}",
            id=number,
            grants=(Grant(held, "suzhou", department),),
            left_on=NOW.date().replace(year=2024) if has_left else None,
            deputy_no=deputy,
        )
        for number, (held, has_left, deputy, department) in enumerate(people, 1)
    }
    of = case(id=7, owner_id=led[0], reporter_id=led[1])
    parties = [
        Party(
            case_id=7,
            person_id=one,
            role="r",
            department=department,
            details={"restricted": True} if is_restricted else {},
            hearing_due_at=NOW,
            named_by=1,
            named_at=NOW,
        )
        for one, (department, is_restricted) in named.items()
    ]
    duty = Duty(
        id=1, case_id=case_id, kind=RULEBOOK_DUTY, owner_id=None, opened_at=NOW, role=role, site="suzhou"
    )
    with_case = led if case_id else (None, None)
    brief = BriefDuty(1, RULEBOOK_DUTY, case_id, "suzhou", role, None, None, None, *with_case)
    roster = roster_with(of, parties, staff, NOW.date()) if case_id else Roster(staff=staff, day=NOW.date())
    paying = [party for party in parties if not party.details]
    concerned = Concerned(
        frozenset(one.person_id for one in paying), frozenset(one.department for one in paying)
    )

    asked = {one.id for one in asked_to(duty, roster, barred)}

    holders = Offices(staff, NOW.date()).holders(brief, {7: concerned})
    everybody = frozenset(named) if case_id else frozenset()
    assert {one for one in IDS if waits_for(brief, one, holders, everybody, barred)} == asked
