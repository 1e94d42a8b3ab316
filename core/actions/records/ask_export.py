"""Ask in chat for the company's records as one file, and end what was asked for."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from core.actions.company.note_export import note_export
from core.errors import NoSuchThing, NotAllowed
from core.model.company import Site
from core.model.log import LogRow
from core.model.person import Person
from core.model.records_export import ExportEnd, ExportForm, RecordsExport
from core.model.roles import Role
from core.ports import UnitOfWork
from core.rights.action import Action
from core.rights.circumstances import NOWHERE, Circumstances
from core.rights.may import check_right, may
from core.screens.exports import export_ended, export_going, export_told


def sites_for(actor: Person, uow: UnitOfWork) -> tuple[Site, ...]:
    """The sites whose records the actor may take out; NotThisPerson if they may nowhere."""
    check_right(Action.EXPORT_RECORDS, actor, NOWHERE)
    return tuple(
        one for one in uow.company.sites if may(Action.EXPORT_RECORDS, actor, Circumstances(site=one.id))
    )


async def ask_export(
    form: ExportForm, site: str, *, is_this_year: bool, actor: Person, uow: UnitOfWork
) -> RecordsExport:
    """It is made a moment later, beside the bot. Without a site: all of them, for whoever may at each.

    NotThisPerson without the right there, NoSuchThing for an unknown site, NotAllowed while another one is being made.
    """
    export = RecordsExport(person_id=actor.id, form=form, site=site, asked_at=uow.now)
    check_export(export, actor, uow)
    if await uow.records_exports.one(ended_at=None) is not None:
        raise NotAllowed("export_going")
    since = date(uow.today(site or uow.company.sites[0].id).year, 1, 1) if is_this_year else None
    kept = await uow.records_exports.add(replace(export, since=since))
    facts = {"export": kept.id, "site": site or None, "form": form.value}
    await uow.log.write(LogRow(act="export_asked", actor_id=actor.id, facts=facts))
    return kept


def check_export(export: RecordsExport, actor: Person, uow: UnitOfWork) -> None:
    """Raise unless that is this person's to take out."""
    sites = tuple(one.id for one in uow.company.sites if export.site in ("", one.id))
    if not sites:
        raise NoSuchThing("thing_unknown", id=0)
    for site in sites:
        check_right(Action.EXPORT_RECORDS, actor, Circumstances(site=site))


async def begin_export(export: RecordsExport, *, uow: UnitOfWork) -> None:
    """Written to the log before anything is handed out; NotThisPerson if it is the asker's no more."""
    person = await uow.persons.get(export.person_id)
    check_export(export, person, uow)
    since = export.since.isoformat() if export.since else None
    facts = {"since": since, "until": None, "site": export.site or None, "form": export.form.value}
    await note_export(facts, uow=uow, to=person.id)


async def end_export(
    export: RecordsExport, outcome: ExportEnd, figures: Mapping[str, int], *, uow: UnitOfWork
) -> None:
    """Say what became of it, to whoever asked for it; that it was handed out, to the general managers as well."""
    await uow.records_exports.put(replace(export, ended_at=uow.now, outcome=outcome))
    facts = {"export": export.id, "outcome": outcome.value}
    await uow.log.write(LogRow(act="export_ended", actor_id=export.person_id, facts=facts))
    asker = await uow.persons.get(export.person_id)
    await uow.outbox.tell(asker, export_going(export, is_over=True))
    await uow.outbox.tell(asker, export_ended(export, outcome, figures))
    if outcome is ExportEnd.SENT:
        for one in await uow.persons.where():
            if one.holds_anywhere(Role.GENERAL_MANAGER) and one.id != asker.id:
                await uow.outbox.tell(one, export_told(export, asker.name))
