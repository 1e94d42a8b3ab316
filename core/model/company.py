"""What the company has settled: sites, rulebooks in force, posts and its own limits."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import product
from zoneinfo import ZoneInfo

from core.model.kinship import Kinship
from core.model.label import LANGUAGES, Label
from core.model.money import Money
from core.model.pay_law import FinesWithoutLoss, MinimumWage
from core.model.reminding import Reminding
from core.model.roles import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """One site (厂区) with the zone its clocks are said in and the region of its minimum wage.

    `opens` and `closes` bound its office hours on working days, in minutes from the beginning of the day.
    """

    id: str
    name: str
    region: str = ""
    zone: str = "Asia/Shanghai"
    opens: int = 510
    closes: int = 1050


@dataclass(frozen=True, slots=True, kw_only=True)
class InForce:
    """Which rulebook holds from which day, for a site, a department and a kind of case (None: for all).

    `settings` and `posts` are for cases under this rulebook alone.
    """

    rulebook: str
    since: date
    site: str | None = None
    department: str | None = None
    kind: str | None = None
    settings: Mapping[str, object] = field(default_factory=dict)
    posts: Mapping[str, Role] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Company:
    """The company's settings that rules and conversations need.

    `posts` says which role holds a post that a rulebook names (`administration_manager` -> `recheck`).
    `titles` are those of the rulebooks that its compositions take chapters from, by id. Hours and days are whole
    numbers; `None` for `first_reply_hours` means no such clock. A customer who does not say whether they are satisfied is
    asked again every `survey_days`, `survey_reminders` times. `tip_role` reads confidential tips; the
    data of whoever left can be erased `keep_leavers` later.
    """

    name: str
    sites: tuple[Site, ...]
    in_force: tuple[InForce, ...]
    posts: Mapping[str, Role] = field(default_factory=dict)
    languages: tuple[str, ...] = LANGUAGES
    first_reply_hours: int | None = 24
    first_reply_warning_hours: int = 4
    statement_hours: int = 24
    objection_hours: int = 24
    appeal_days: int = 7
    signature_days: int = 3
    recurrence_days: int = 90
    survey_days: int = 2
    survey_reminders: int = 3
    settle: timedelta = timedelta(seconds=2)
    contract_clause: str = ""
    rule_published_on: date | None = None
    minimum_wages: tuple[MinimumWage, ...] = ()
    fines_without_loss: Mapping[str, FinesWithoutLoss] = field(default_factory=dict)
    titles: Mapping[str, Label] = field(default_factory=dict)
    reminding: Reminding = field(default_factory=Reminding)
    kinship: Kinship = field(default_factory=Kinship)
    tip_role: Role = Role.AUDITOR
    keep_leavers: timedelta = timedelta(days=730)

    def site(self, site_id: str) -> Site:
        """The site of that id; KeyError if the company has none such."""
        return {site.id: site for site in self.sites}[site_id]

    def zone(self, site_id: str) -> ZoneInfo:
        """The zone in which that site's times are said."""
        return ZoneInfo(self.site(site_id).zone)

    def day_at(self, site_id: str, at: datetime) -> date:
        """Which day it is at that site at that instant."""
        return at.astimezone(self.zone(site_id)).date()

    def region_of(self, site_id: str, own: str = "") -> str:
        """The region of wages: a person's own where the staff file names one, else the site's."""
        return own or self.site(site_id).region or site_id

    def minimum_wage(self, region: str, day: date) -> Money | None:
        """The minimum wage of that region on that day; None where the company has recorded none."""
        known = [wage for wage in self.minimum_wages if wage.region == region and wage.since <= day]
        return max(known, key=lambda wage: wage.since).monthly if known else None

    def holds(self, site: str, department: str | None, day: date, kind: str | None = None) -> InForce | None:
        """The rulebook in force there on that day: the most particular entry, then the latest; None if none."""
        fitting = [
            entry
            for entry in self.in_force
            if entry.since <= day
            and entry.site in (None, site)
            and entry.department in (None, department)
            and entry.kind in (None, kind)
        ]
        return max(fitting, key=_particularity, default=None)

    def kinds(self, site: str, day: date) -> tuple[str | None, ...]:
        """The kinds of case with a rulebook of their own there on that day; None among them for all others.

        Where there is more than one, somebody must say of which kind a case is.
        """
        kinds = (*dict.fromkeys(entry.kind for entry in self.in_force if entry.kind), None)
        held = {kind: self.holds(site, None, day, kind) for kind in kinds}
        return tuple(kind for kind, entry in held.items() if entry is not None and entry.kind == kind)

    def choices(self, site: str, day: date) -> tuple[InForce, ...]:
        """What holds there on that day for each department and kind that has an entry of its own, and for all others."""
        departments = dict.fromkeys([None, *(entry.department for entry in self.in_force)])
        kinds = dict.fromkeys([None, *(entry.kind for entry in self.in_force)])
        held = (self.holds(site, department, day, kind) for department, kind in product(departments, kinds))
        return tuple(
            {(entry.rulebook, entry.department, entry.kind): entry for entry in held if entry}.values()
        )

    def has_choice(self, site: str, day: date) -> bool:
        """Whether more than one rulebook holds there on that day, so that somebody may have to say which."""
        return len({entry.rulebook for entry in self.choices(site, day)}) > 1

    def holding(self, site: str, rulebook: str, day: date) -> InForce | None:
        """The entry by which that rulebook holds there on that day; None if it does not."""
        return next((entry for entry in self.choices(site, day) if entry.rulebook == rulebook), None)

    def role_of(self, post: str, rulebook: str = "") -> Role:
        """The role that holds a rulebook's post; the general manager where nobody was named."""
        return self.named_role(post, rulebook) or Role.GENERAL_MANAGER

    def named_role(self, post: str, rulebook: str = "") -> Role | None:
        """The role that was named for a rulebook's post, else for the post it is called after; None for neither.

        A composition calls one `finance_of_after_sales_claims` where `finance` stands for another rulebook's.
        """
        own = [entry.posts for entry in self.in_force if entry.rulebook == rulebook]
        for name in dict.fromkeys((post, bare_post(post, self.titles))):
            if found := next((posts[name] for posts in (*own, self.posts) if name in posts), None):
                return found
        return None


def bare_post(post: str, sources: Iterable[str]) -> str:
    """The post without the rulebook, one of these, that a composition has put behind it.

    What a rulebook itself calls `director_of_sales` is another post than `director`.
    """
    behind = (f"_of_{source.replace('-', '_')}" for source in sources)
    return next((post.removesuffix(one) for one in behind if post.endswith(one)), post)


def _particularity(entry: InForce) -> tuple[bool, bool, bool, date]:
    return (entry.department is not None, entry.kind is not None, entry.site is not None, entry.since)
