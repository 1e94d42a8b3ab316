"""The investigator names people, by name, number or pinyin, and says what is asked about them."""

from enum import StrEnum

from core.actions.case.open_dossier import open_dossier
from core.actions.investigation.describe_party import named_party
from core.actions.investigation.drop_party import drop_party
from core.actions.investigation.name_party import name_party
from core.actions.rulebook.rulebook_of import rulebook_of
from core.errors import NoSuchThing
from core.model.dossier import Dossier
from core.model.message import Button, Message
from core.rules.case.asked_facts import asked_of_person
from core.rules.notice.told_how import INFORM_PARTY, told_how
from core.rules.staff.find_person import find_person
from core.rules.typed.short_names import name_meant
from core.screens.case_head import case_head
from core.screens.parties import parties_screen, party_screen, people_found, role_asked
from handlers.numbers import number_in
from handlers.preview import case_in, own_dossier
from handlers.routes import Routes
from handlers.turn import Turn

MOST_FOUND = 8


class Step(StrEnum):
    """What the investigator is being asked."""

    WHO = "party_who"


def one_party(turn: Turn, dossier: Dossier, person_id: int) -> Message:
    """The screen of one named person, with what the rulebook asks about them."""
    asked = asked_of_person(rulebook_of(dossier.case, uow=turn.uow))
    has_shares = _has_shares(turn, dossier)
    return party_screen(dossier, person_id, asked, turn.actor.language, has_shares=has_shares)


def _has_shares(turn: Turn, dossier: Dossier) -> bool:
    edition = rulebook_of(dossier.case, uow=turn.uow).edition
    return any(split.over == "people" for split in edition.splits)


async def parties_opened(turn: Turn) -> None:
    """Show everybody named."""
    await turn.settle()
    await turn.redraw(parties_screen(await own_dossier(turn)))


async def party_opened(turn: Turn) -> None:
    """Show one person's part."""
    dossier = await own_dossier(turn)
    await turn.settle()
    named_party(dossier, number_in(turn.press.arg))
    await turn.redraw(one_party(turn, dossier, number_in(turn.press.arg)))


async def finding_pressed(turn: Turn) -> None:
    """Ask whom."""
    dossier = await own_dossier(turn)
    case = dossier.case
    rows = ((Button("back", "parties", case.id, case.version),),)
    message = Message(template="person_sought", data=case_head(dossier), rows=rows)
    await turn.ask(Step.WHO, message, case_id=case.id)


async def name_typed(turn: Turn) -> None:
    """Show who fits; the question stays open until one is picked."""
    dossier = await open_dossier(case_in(turn), uow=turn.uow)
    found = find_person(turn.words, dossier.staff.values(), dossier.day)
    await turn.reply.say(people_found(dossier, turn.words, found[:MOST_FOUND]))


async def person_picked(turn: Turn) -> None:
    """Ask for the role."""
    dossier = await own_dossier(turn)
    person = dossier.staff.get(number_in(turn.press.arg))
    if person is None:
        raise NoSuchThing("person_unknown")
    await turn.settle()
    await turn.redraw(role_asked(dossier, person, turn.actor.language))


async def role_pressed(turn: Turn) -> None:
    """Name the person in that role."""
    person_id, _, pressed = turn.press.arg.partition(":")
    role = name_meant(pressed, (await own_dossier(turn)).glossary.roles)
    dossier = await name_party(turn.press.id, number_in(person_id), role, actor=turn.actor, uow=turn.uow)
    await turn.redraw(one_party(turn, dossier, number_in(person_id)))
    told = told_how(dossier, number_in(person_id), INFORM_PARTY)
    await turn.toast("party_named", name=dossier.name(number_in(person_id)), told=told)


async def party_dropped(turn: Turn) -> None:
    """Take the person out."""
    dossier = await drop_party(turn.press.id, number_in(turn.press.arg), actor=turn.actor, uow=turn.uow)
    await turn.redraw(parties_screen(dossier))


def handlers() -> Routes:
    """What this module answers."""
    return Routes(
        presses={
            "parties": parties_opened,
            "party": party_opened,
            "party_find": finding_pressed,
            "party_pick": person_picked,
            "party_role": role_pressed,
            "party_drop": party_dropped,
        },
        steps={Step.WHO: name_typed},
    )
