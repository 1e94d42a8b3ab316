"""What nobody could decide: conflicts and absences in a company's set-up, each with what it concerns."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from core.model.company import Company, Site
from core.model.group import Group
from core.model.person import Person
from core.model.roles import Role
from core.rules.staff.staff_gaps import Gap, gaps_in_staff

NEEDED_AT_A_SITE = (Role.QUALITY, Role.GENERAL_MANAGER, Role.AUDITOR, Role.FINANCE, Role.ADMIN)


@dataclass(frozen=True, slots=True, kw_only=True)
class SetUp:
    """A company as it stands today; `posts` are those that each rulebook names, by rulebook."""

    company: Company
    people: Sequence[Person]
    groups: Sequence[Group]
    posts: Mapping[str, Sequence[str]]
    today: date

    def holders(self, role: Role, site: str) -> list[Person]:
        """Who holds that role at that site."""
        return [person for person in self.here() if person.holds(role, site)]

    def here(self) -> list[Person]:
        """Everybody still employed."""
        return [person for person in self.people if not person.has_left(self.today)]


def gaps_in(set_up: SetUp) -> tuple[Gap, ...]:
    """Every gap: of the settings, then of the staff; without staff only those of the settings."""
    settings = (
        *_unknown(set_up),
        *_doubled(set_up),
        *_unruled(set_up),
        *_unpaid(set_up),
        *_unfounded(set_up),
    )
    if not set_up.people:
        return settings
    staffing = [gap for site in set_up.company.sites for gap in _unstaffed(set_up, site)]
    names = {site.id: site.name for site in set_up.company.sites}
    return (*settings, *staffing, *gaps_in_staff(set_up.here(), names))


def _unknown(set_up: SetUp) -> Iterator[Gap]:
    sites = {site.id for site in set_up.company.sites}
    for entry in set_up.company.in_force:
        if entry.rulebook not in set_up.posts:
            yield Gap("unknown_rulebook", entry.rulebook, ", ".join(set_up.posts))
        if entry.site is not None and entry.site not in sites:
            yield Gap("unknown_site", entry.site, ", ".join(sorted(sites)))


def _doubled(set_up: SetUp) -> Iterator[Gap]:
    scopes: dict[tuple[str | None, str | None, str | None, date], list[str]] = {}
    for entry in set_up.company.in_force:
        scope = (entry.site, entry.department, entry.kind, entry.since)
        scopes.setdefault(scope, []).append(entry.rulebook)
    for (*where_, since), rulebooks in scopes.items():
        if len(rulebooks) > 1:
            where = " / ".join(part for part in (*where_, since.isoformat()) if part)
            yield Gap("two_rulebooks", where, ", ".join(rulebooks))


def _unruled(set_up: SetUp) -> Iterator[Gap]:
    for site in set_up.company.sites:
        if not set_up.company.kinds(site.id, set_up.today):
            yield Gap("no_rulebook", site.name)


def _unpaid(set_up: SetUp) -> Iterator[Gap]:
    regions = {set_up.company.region_of(site.id) for site in set_up.company.sites}
    regions |= {person.region for person in set_up.here() if person.region}
    for region in sorted(regions):
        if set_up.company.minimum_wage(region, set_up.today) is None:
            yield Gap("no_minimum_wage", region)


def _unfounded(set_up: SetUp) -> Iterator[Gap]:
    if not set_up.company.contract_clause or set_up.company.rule_published_on is None:
        yield Gap("no_contract")


def _unstaffed(set_up: SetUp, site: Site) -> Iterator[Gap]:
    for role in NEEDED_AT_A_SITE:
        if not set_up.holders(role, site.id):
            yield Gap("nobody_holds", site.name, role=role)
    finance = set_up.holders(Role.FINANCE, site.id)
    if len(finance) == 1:
        yield Gap("single_finance", finance[0].name, role=Role.FINANCE)
    yield from _unheld_posts(set_up, site)
    if not any(group.site == site.id and group.is_linked for group in set_up.groups):
        yield Gap("no_group", site.name)


def _unheld_posts(set_up: SetUp, site: Site) -> Iterator[Gap]:
    rulebooks = {entry.rulebook for entry in set_up.company.in_force if entry.site in (None, site.id)}
    for rulebook in sorted(rulebooks & set_up.posts.keys()):
        for post in set_up.posts[rulebook]:
            role = set_up.company.role_of(post, rulebook)
            if not set_up.holders(role, site.id):
                yield Gap("nobody_holds_post", site.name, rulebook, role, post)
