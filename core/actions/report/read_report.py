"""Read a report of a week or a month, as far as the reader's roles let them see."""

from collections.abc import Iterable

from msgspec.structs import replace

from core.model.label import Label
from core.model.person import Person
from core.ports import UnitOfWork
from core.reports.page import ReportPage
from core.reports.period import ReportPeriod
from core.reports.report import report_of
from core.reports.rows import Asked, CaseRow
from core.rights.action import Action
from core.rights.circumstances import NOWHERE, Circumstances
from core.rights.may import check_right, may
from core.rulebook.compiled import CompiledRulebook

Books = dict[str, CompiledRulebook]


def sites_reported(actor: Person, uow: UnitOfWork) -> tuple[str, ...]:
    """The sites whose reports the person may read; NotThisPerson if there is none."""
    check_right(Action.READ_REPORT, actor, NOWHERE)
    sites = (site.id for site in uow.company.sites)
    return tuple(site for site in sites if may(Action.READ_REPORT, actor, Circumstances(site=site)))


async def read_report(
    period: ReportPeriod,
    sites: tuple[str, ...],
    *,
    actor: Person,
    uow: UnitOfWork,
    with_persons: bool = False,
) -> ReportPage:
    """The report of these sites, which are among those the actor may read; persons only for whoever may see them."""
    allowed = sites_reported(actor, uow)
    among = tuple(site for site in sites if site in allowed) or allowed
    names_people = with_persons and all(
        may(Action.SEE_PERSONS_IN_REPORT, actor, Circumstances(site=site)) for site in among
    )
    return await report_page(period, among, language=actor.language, uow=uow, with_persons=names_people)


async def report_page(
    period: ReportPeriod, sites: tuple[str, ...], *, language: str, uow: UnitOfWork, with_persons: bool
) -> ReportPage:
    """The report for whoever may read it whole: at the machine itself no right is asked."""
    zone = uow.company.zone(sites[0])
    begins, ends = period.begins(zone), period.ends(zone)
    material = await uow.statistics.material(
        Asked(
            begins=begins,
            ends=ends,
            sites=sites,
            months=period.months(),
            due=min(ends, uow.now),
            with_persons=with_persons,
        )
    )
    history = [
        await uow.statistics.registered(one.begins(zone), one.ends(zone), sites) for one in period.history()
    ]
    material = replace(material, history=tuple(history))
    named = {case.rulebook for case in material.registered if case.rulebook}
    books = {name: uow.rulebooks.on(name, period.last) for name in named}
    report = report_of(period, sites, material, lambda case: _class_of(case, books))
    return ReportPage(
        report=report,
        cases=material.registered,
        names=_names(material.registered, books),
        site_names={site: uow.company.site(site).name for site in sites},
        person_names=await _people(report.charges, uow),
        language=language,
    )


def _class_of(case: CaseRow, books: Books) -> str:
    """What a person counted it as, else what its rulebook does; empty while its cause has no class."""
    book = books.get(case.rulebook)
    listed = book.edition.causes.get(case.cause) if book else None
    return case.cause_class or (listed.counts_as.value if listed and listed.counts_as else "")


def _names(cases: Iterable[CaseRow], books: Books) -> dict[str, Label]:
    """The words of the grades and causes that occur; what is imported, or waits for a rulebook, has neither."""
    found: dict[str, Label] = {}
    for case in (one for one in cases if one.rulebook):
        edition = books[case.rulebook].edition
        for kind, key, rows in (
            ("grade", case.grade, edition.grades),
            ("named_cause", case.cause, edition.causes),
        ):
            if key in rows:
                found[f"{kind}.{case.rulebook}/{key}"] = rows[key].label
    return found


async def _people(numbers: Iterable[str], uow: UnitOfWork) -> dict[str, str]:
    people = await uow.persons.where(employee_no=tuple(numbers)) if numbers else ()
    return {person.employee_no: person.name for person in people}
