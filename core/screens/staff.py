"""/staff: how many have an account, who has none, and one person with what can be done about their account."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final

from core.model.company import Company
from core.model.message import Button, Message, Urgency
from core.model.person import Person
from core.model.roles import Grant
from core.model.staff_member import StaffMember
from core.rules.staff.staff_groups import StaffGroup
from core.screens.picks import in_rows

MOST_SHOWN: Final = 12
Rows = tuple[tuple[Button, ...], ...]


def staff_shown(counts: Mapping[StaffGroup, int], sites: Sequence[str]) -> Message:
    """How many there are, by what they still need; each group that has somebody as a button."""
    groups = [
        Button(f"staff_{group}", "staff_group", arg=f"{group}.0", text=str(count))
        for group, count in counts.items()
        if count
    ]
    data = {"counts": {group.value: count for group, count in counts.items()}, "sites": tuple(sites)}
    return Message(template="staff_shown", data=data, rows=in_rows(groups, 2))


def staff_listed(people: Sequence[Person], group: StaffGroup, page: int) -> Message:
    """A page of one group, each person as a button; a page too far is the last."""
    page = min(page, max(0, len(people) - 1) // MOST_SHOWN)
    first = page * MOST_SHOWN
    turning = (
        *(_turning("page_before", group, page - 1) if page else ()),
        *(_turning("page_after", group, page + 1) if first + MOST_SHOWN < len(people) else ()),
    )
    rows = (*_people(people[first : first + MOST_SHOWN]), turning, (Button("back", "staff"),))
    data = {"group": group.value, "count": len(people)}
    return Message(template="staff_listed", data=data, rows=tuple(row for row in rows if row))


def staff_found(typed: str, people: Sequence[Person]) -> Message:
    """Who fits what was typed; of many, those who fit best."""
    rows = (*_people(people[:MOST_SHOWN]), (Button("back", "staff"),))
    data = {"typed": typed, "found": len(people), "shown": min(len(people), MOST_SHOWN)}
    return Message(template="staff_found", data=data, rows=rows)


def staff_one(member: StaffMember, company: Company, actor: Person, *, reads_accounts: bool) -> Message:
    """One person: where they belong, what they hold, how they are reached, and what can be done about that."""
    person = member.person
    return Message(
        template="staff_one",
        data={
            "name": person.name,
            "employee_no": person.employee_no,
            "site_name": company.site(person.site).name,
            "department": person.department,
            "roles": tuple(_role(grant, company) for grant in person.grants),
            "manager": _named(member.manager),
            "deputy": _named(member.deputy),
            "joined_on": person.joined_on,
            "left_on": person.left_on,
            "is_linked": person.chat_id is not None,
            "is_reachable": person.is_reachable,
            "linked_at": person.linked_at,
            "invited_until": member.invited_until,
        },
        rows=_of_one(person, actor, reads_accounts=reads_accounts),
    )


def staff_invited(person: Person, link: str, until: datetime) -> Message:
    """The one-time link, to be handed over; it ends at that instant."""
    return Message(
        template="staff_invited",
        data={**_who(person), "link": link, "until": until},
        rows=((Button("copy_text", copy=link),), (Button("back", "staff_one", person.id),)),
    )


def staff_cut_asked(person: Person) -> Message:
    """Asked once more: afterwards the bot knows that account no longer."""
    cut = Button("staff_cut_yes", "staff_cut_yes", person.id, style="danger")
    return Message(
        template="staff_cut_asked",
        data=_who(person),
        rows=((cut,), (Button("back", "staff_one", person.id),)),
    )


def staff_cut_told(person: Person, by: Person) -> Message:
    """To the manager: the person has no account now."""
    return Message(template="staff_cut_told", data=_who(person) | {"by": by.name}, urgency=Urgency.NOTICE)


def _of_one(person: Person, actor: Person, *, reads_accounts: bool) -> Rows:
    is_linked = person.chat_id is not None
    can_invite = not is_linked and person.left_on is None
    own = (
        *((Button("staff_invite", "staff_invite", person.id),) if can_invite else ()),
        *((Button("staff_cut", "staff_cut", person.id),) if is_linked and person.id != actor.id else ()),
        *((Button("staff_account", "account", person.id),) if reads_accounts else ()),
    )
    return tuple(row for row in (own, (Button("back", "staff"),)) if row)


def _people(people: Sequence[Person]) -> Rows:
    return in_rows(
        [Button("", "staff_one", one.id, text=f"{one.name} {one.employee_no}") for one in people], 2
    )


def _turning(label: str, group: StaffGroup, page: int) -> tuple[Button]:
    return (Button(label, "staff_group", arg=f"{group}.{page}"),)


def _role(grant: Grant, company: Company) -> Mapping[str, str]:
    site = company.site(grant.site).name if grant.site else ""
    return {"role": grant.role.value, "site": site, "department": grant.department or ""}


def _named(person: Person | None) -> str:
    return f"{person.name} {person.employee_no}" if person else ""


def _who(person: Person) -> dict[str, object]:
    return {"name": person.name, "employee_no": person.employee_no}
