"""Give a draft's field a value."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from core.actions.draft.intake_in_force import intake_in_force
from core.errors import NotAllowed
from core.model.draft import Draft
from core.model.log import LogRow
from core.model.person import Person
from core.ports import UnitOfWork
from core.rules.draft.draft_fields import FIELDS, UNKNOWN, longest
from core.rules.draft.intake_answer import own_answer
from core.rules.draft.possible_sites import possible_sites
from core.rules.typed.date_text import date_in
from core.rules.typed.quantity_text import quantities_in
from core.rules.typed.subject_text import subject_in

# asked for as one, or chosen only
TOGETHER: Final = ("site", "subject", "quantities")


async def fill_draft(draft: Draft, field: str, text: str, *, actor: Person, uow: UnitOfWork) -> Draft:
    """The draft with the answer in its place; the answer to `subject` or `quantities` may fill several fields.

    NotAllowed where the text cannot be such a value: the words say what is allowed.
    """
    given = await _read(field, text, draft, actor=actor, uow=uow)
    await uow.log.write(
        LogRow(act="draft_filled", actor_id=actor.id, facts={"draft": draft.id, "field": field}, words=given)
    )
    filled = replace(draft, fields={**draft.fields, **given}, version=draft.version + 1)
    return await uow.drafts.put(filled)


async def _read(field: str, text: str, draft: Draft, *, actor: Person, uow: UnitOfWork) -> Mapping[str, str]:
    _check_length(field, text)
    today = uow.today(draft.fields["site"])
    if field not in (*FIELDS, *TOGETHER):
        return {field: await _of_rulebook(field, text, draft, uow=uow)}
    if field == "subject":
        products = [one.name for one in await uow.remembered.where(kind="product")]
        return subject_in(text, products, today)
    if field == "site":
        return {"site": _site(text, actor, uow)}
    return _quantities(field, text) or {field: _day(text, today) if field == "occurred_on" else text}


async def _of_rulebook(field: str, text: str, draft: Draft, *, uow: UnitOfWork) -> str:
    asked = await intake_in_force(draft, uow=uow)
    return own_answer(field, text, asked, uow.now, uow.company.zone(draft.fields["site"]))


def _quantities(field: str, text: str) -> Mapping[str, str]:
    if field in ("quantity", "defective"):
        return {field: quantities_in(text)[0]}
    if field == "quantities":
        quantity, defective = quantities_in(text)
        return {"quantity": quantity, "defective": defective}
    return {}


def _check_length(field: str, text: str) -> None:
    if not text:
        raise NotAllowed("answer_empty")
    if len(text) > longest(field):
        raise NotAllowed("answer_too_long", length=len(text), longest=longest(field))


def _site(text: str, actor: Person, uow: UnitOfWork) -> str:
    names = {site: uow.company.site(site).name for site in possible_sites(actor, uow.company)}
    for site, name in names.items():
        if text in (site, name):
            return site
    raise NotAllowed("site_impossible", text=text, names=tuple(names.values()))


def _day(text: str, today: date) -> str:
    return UNKNOWN if text == UNKNOWN else date_in(text, today).isoformat()
