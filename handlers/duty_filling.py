"""A duty's form is filled field by field, and evidence is sent for it."""

from enum import StrEnum

from core.actions.duty.add_duty_evidence import add_duty_evidence
from core.actions.duty.fill_duty import fill_duty, name_in_duty, typed_field
from core.actions.duty.gather_signatures import ask_everybody, ask_signature
from core.actions.duty.read_duty import read_duty
from core.actions.duty.take_from_report import take_from_report
from core.rules.duty.duty_file import DutyFile
from core.rules.duty.duty_form import next_missing
from core.rules.duty.duty_rights import check_fillable
from core.rules.staff.find_person import find_person
from core.screens.duty_field import (
    Asked,
    duty_evidence_asked,
    duty_evidence_kept,
    duty_field_asked,
    duty_people_found,
)
from handlers.duties import on_this_duty
from handlers.duty_turn import duty_in, place_in, pressed_duty, redraw_duty, version_in
from handlers.numbers import number_in
from handlers.routes import Routes
from handlers.taking import once_an_album, piece_taken
from handlers.turn import Turn

MOST_FOUND = 8


class Step(StrEnum):
    """What is being asked about a duty."""

    FIELD = "duty_field"
    PERSON = "duty_person"
    PHOTO = "duty_photo"
    EVIDENCE = "duty_evidence"


_STEPS = {"person": Step.PERSON, "people": Step.PERSON, "photo": Step.PHOTO}


async def field_pressed(turn: Turn) -> None:
    """A field was pressed: ask for it."""
    file = await pressed_duty(turn)
    check_fillable(file, turn.actor)
    await _ask(turn, file, number_in(turn.press.arg))


async def _ask(turn: Turn, file: DutyFile, place: int) -> None:
    """Put the question for that field, in place of what was pressed or below what was typed."""
    name, field = typed_field(file, place)
    await turn.redraw(duty_field_asked(file, Asked(place, name, field), turn.actor.language))
    step = _STEPS.get(field.type, Step.FIELD)
    await turn.expect(step, duty=file.duty.id, version=file.duty.version, place=place)


async def _go_on(turn: Turn, file: DutyFile, place: int) -> None:
    """The next field that must be filled; the card once there is none after it."""
    following = next_missing(file, place)
    if following is None:
        await redraw_duty(turn, file)
    else:
        await _ask(turn, file, following)


async def field_typed(turn: Turn) -> None:
    """Keep the typed answer; what cannot be read is said, and the question stays open."""
    place = place_in(turn)
    file = await fill_duty(duty_in(turn), version_in(turn), place, turn.words, actor=turn.actor, uow=turn.uow)
    await _go_on(turn, file, place)


async def field_answered(turn: Turn) -> None:
    """Keep the pressed answer; after one was cleared the card is shown."""
    place_text, _, answer = turn.press.arg.partition("=")
    place = number_in(place_text)
    file = await fill_duty(turn.press.id, turn.press.version, place, answer, actor=turn.actor, uow=turn.uow)
    if answer:
        await _go_on(turn, file, place)
    else:
        await redraw_duty(turn, file)


async def counts_pressed(turn: Turn) -> None:
    """取自报表 was pressed: the period's own figures stand in the form."""
    file = await take_from_report(turn.press.id, turn.press.version, actor=turn.actor, uow=turn.uow)
    await redraw_duty(turn, file)


async def person_typed(turn: Turn) -> None:
    """Show who fits; the question stays open until one is picked."""
    file = await read_duty(duty_in(turn), actor=turn.actor, uow=turn.uow)
    check_fillable(file, turn.actor)
    found = find_person(turn.words, file.roster.staff.values(), file.roster.day)
    await turn.reply.say(duty_people_found(file, place_in(turn), turn.words, found[:MOST_FOUND]))


async def person_picked(turn: Turn) -> None:
    """Keep the person."""
    place, person_id = _picked(turn)
    file = await name_in_duty(
        turn.press.id, turn.press.version, place, person_id, actor=turn.actor, uow=turn.uow
    )
    await _go_on(turn, file, place)


async def signer_picked(turn: Turn) -> None:
    """One more person is asked to sign, or no longer; the question stays open for others."""
    place, person_id = _picked(turn)
    file = await ask_signature(
        turn.press.id, turn.press.version, place, person_id, actor=turn.actor, uow=turn.uow
    )
    await _ask(turn, file, place)


def _picked(turn: Turn) -> tuple[int, int]:
    """The place of the field, and the person."""
    place, _, person_id = turn.press.arg.partition(":")
    return number_in(place), number_in(person_id)


async def everybody_pressed(turn: Turn) -> None:
    """全厂区的人 was pressed."""
    place = number_in(turn.press.arg)
    file = await ask_everybody(turn.press.id, turn.press.version, place, actor=turn.actor, uow=turn.uow)
    await _ask(turn, file, place)


async def photo_sent(turn: Turn) -> None:
    """Keep the photo in its field."""
    await _keep(turn, place_in(turn))


async def evidence_pressed(turn: Turn) -> None:
    """添加材料 was pressed: whatever comes next belongs to the duty."""
    file = await pressed_duty(turn)
    check_fillable(file, turn.actor)
    await turn.redraw(duty_evidence_asked(file))
    await turn.expect(Step.EVIDENCE, duty=file.duty.id)


async def evidence_sent(turn: Turn) -> None:
    """Keep what was sent."""
    await _keep(turn, None)


async def _keep(turn: Turn, place: int | None) -> None:
    piece = await piece_taken(turn)
    if piece is None:
        return
    file = await add_duty_evidence(piece, duty_in(turn), actor=turn.actor, uow=turn.uow, place=place)
    await turn.reply.say(once_an_album(turn, duty_evidence_kept(file)))


def handlers() -> Routes:
    """What this module answers."""
    return Routes(
        presses={
            "duty_field": on_this_duty(field_pressed),
            "duty_answer": on_this_duty(field_answered),
            "duty_counts": on_this_duty(counts_pressed),
            "duty_person": on_this_duty(person_picked),
            "duty_people": on_this_duty(signer_picked),
            "duty_everybody": on_this_duty(everybody_pressed),
            "duty_add": on_this_duty(evidence_pressed),
        },
        steps={
            Step.FIELD: field_typed,
            Step.PERSON: person_typed,
            Step.PHOTO: photo_sent,
            Step.EVIDENCE: evidence_sent,
        },
        takes_files=frozenset({Step.PHOTO, Step.EVIDENCE}),
    )
