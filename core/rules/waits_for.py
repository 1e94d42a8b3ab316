"""For whom open duties wait, told for hundreds of them at once: as `asked_to` says of each by itself."""

from collections.abc import Collection, Mapping
from datetime import date

from core.model.brief import BriefDuty
from core.model.person import Person
from core.model.roles import Role
from core.model.roster import Roster


class Offices:
    """Who holds a role at a site, with their deputies, worked out once for all duties of it."""

    def __init__(self, staff: Mapping[int, Person], day: date) -> None:
        self._roster = Roster(staff=staff, day=day)
        self._known: dict[tuple[Role, str], frozenset[int]] = {}
        self._held: set[tuple[Role, str]] = set()

    def holders(self, role: Role, site: str) -> frozenset[int]:
        """Everybody who may do duties of that role there; the admins where nobody holds it."""
        if (role, site) not in self._known:
            held = self._roster.holding(role, site)
            everybody = (*held, *self._roster.deputies_of(held))
            self._known[role, site] = frozenset(one.id for one in everybody or self._admins())
            self._held |= {(role, site)} if everybody else set()
        return self._known[role, site]

    def is_held(self, role: Role, site: str) -> bool:
        """Whether anybody holds the role there, or stands in for who does, so that no admin has to."""
        return bool(self.holders(role, site)) and (role, site) in self._held

    def _admins(self) -> tuple[Person, ...]:
        return tuple(one for one in self._roster.employed() if one.holds_anywhere(Role.ADMIN))


def waits_for(duty: BriefDuty, person_id: int, offices: Offices, barred: Collection[int] = ()) -> bool:
    """Whether the duty, of no role of the people concerned, waits for that person."""
    role = duty.role or Role.ADMIN
    holders = offices.holders(role, duty.site)
    if person_id not in holders or person_id in barred:
        return False
    named = duty.named_ids() if offices.is_held(role, duty.site) else frozenset()
    able = {one for one in holders - named or holders if one not in barred}
    first = next((one for one in (duty.leads, duty.reported) if one in able), None)
    return person_id in able if first is None else person_id == first
