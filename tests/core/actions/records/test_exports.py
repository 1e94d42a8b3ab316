"""Asking for everything in chat: of which sites, one at a time, and what becomes of it."""

from dataclasses import replace

import pytest

from core.actions.records.ask_export import ask_export, begin_export, end_export, sites_for
from core.errors import NoSuchThing, NotAllowed, NotThisPerson
from core.model.person import Person
from core.model.records_export import ExportEnd, ExportForm, RecordsExport
from core.model.roles import Grant, Role
from tests.fakes import FakeUnitOfWork
from tests.make import by_no, staffed

FIGURES = {"kinds": 30, "rows": 1200, "megabytes": 0}


async def everywhere(uow: FakeUnitOfWork) -> Person:
    """孙丽, once she is admin at every site."""
    admin = await by_no(uow, "E07")
    return await uow.persons.put(replace(admin, grants=(Grant(Role.ADMIN),)))


async def asked(uow: FakeUnitOfWork, actor: Person, site: str = "", *, year: bool = False) -> RecordsExport:
    return await ask_export(ExportForm.JSON, site, is_this_year=year, actor=actor, uow=uow)


async def test_an_admin_of_one_site_takes_out_that_site_and_no_other() -> None:
    uow = await staffed()
    admin = await by_no(uow, "E07")

    assert [site.id for site in sites_for(admin, uow)] == ["suzhou"]
    for site in ("", "wuxi"):
        with pytest.raises(NotThisPerson, match="records_of_admins"):
            await asked(uow, admin, site)
    export = await asked(uow, admin, "suzhou", year=True)

    assert (export.site, str(export.since)) == ("suzhou", "2025-01-01")


async def test_nobody_but_admins_is_asked_of_what() -> None:
    uow = await staffed()
    with pytest.raises(NotThisPerson):
        sites_for(await by_no(uow, "E05"), uow)


async def test_there_is_one_export_at_a_time() -> None:
    uow = await staffed()
    admin = await everywhere(uow)
    first = await asked(uow, admin)
    with pytest.raises(NotAllowed, match="export_going"):
        await asked(uow, admin)

    await end_export(first, ExportEnd.TOO_MUCH, {**FIGURES, "megabytes": 51}, uow=uow)

    assert (await asked(uow, admin)).since is None
    assert uow.outbox.told_to("E07")[-1].data["outcome"] == "too_much"
    assert uow.outbox.told_to("E05") == []


async def test_an_unknown_site_is_refused() -> None:
    uow = await staffed()
    with pytest.raises(NoSuchThing):
        await asked(uow, await everywhere(uow), "atlantis")


async def test_it_is_written_down_before_and_told_to_the_general_managers_after() -> None:
    uow = await staffed()
    admin = await everywhere(uow)
    export = await asked(uow, admin)

    await begin_export(export, uow=uow)
    assert (uow.log.rows[-1].act, uow.log.rows[-1].actor_id) == ("everything_exported", admin.id)
    await end_export(export, ExportEnd.SENT, FIGURES, uow=uow)

    assert uow.outbox.told_to("E07")[-1].template == "export_ended"
    assert uow.outbox.told_to("E05")[-1].template == "export_told"


@pytest.mark.parametrize("outcome", list(ExportEnd))
async def test_every_end_has_words(outcome: ExportEnd) -> None:
    uow = await staffed()
    export = await asked(uow, await everywhere(uow), "suzhou", year=True)

    await end_export(export, outcome, FIGURES, uow=uow)

    assert uow.outbox.told_to("E07")[-1].data["outcome"] == outcome.value


async def test_who_is_admin_no_more_gets_nothing() -> None:
    uow = await staffed()
    export = await asked(uow, await everywhere(uow))
    admin = await by_no(uow, "E07")
    await uow.persons.put(replace(admin, grants=()))

    with pytest.raises(NotThisPerson):
        await begin_export(export, uow=uow)
