from dataclasses import replace
from datetime import timedelta

import pytest

from core.actions.person.answer_orientation import answer_orientation
from core.actions.person.choose_language import choose_language
from core.actions.person.invite_person import invite_person
from core.actions.person.link_account import link_account
from core.actions.person.open_invitation import open_invitation
from core.actions.person.opened_invitation import opened_invitation
from core.actions.person.unlink_account import unlink_account
from core.errors import NoSuchThing, NotAllowed
from core.model.dialogue import Dialogue
from core.model.invitation import Invitation
from core.model.person import Person
from core.rules.staff.invitations import hash_of, tries_left
from tests.fakes import FakeUnitOfWork
from tests.make import NOW, by_no, person, staffed

STRANGERS_CHAT = 555


async def with_newcomer() -> tuple[FakeUnitOfWork, Person]:
    """The staff, and 新人 (E50, manager 李强) without an account."""
    uow = await staffed()
    return uow, await uow.persons.add(person("E50", name="新人", chat_id=None, oriented_at=None))


async def opened(uow: FakeUnitOfWork, newcomer: Person) -> Invitation:
    secret = await invite_person(newcomer, uow=uow)
    invitation = await open_invitation(secret, STRANGERS_CHAT, uow=uow)
    assert invitation is not None
    return invitation


async def test_only_the_hash_of_an_invitation_is_kept() -> None:
    uow, newcomer = await with_newcomer()

    secret = await invite_person(newcomer, uow=uow)

    (kept,) = await uow.invitations.where()
    assert (kept.secret_hash, kept.expires_at) == (hash_of(secret), NOW + timedelta(hours=72))
    assert secret not in repr(kept)
    assert uow.log.acts() == ["person_invited"]


async def test_a_newer_link_makes_the_older_one_worthless() -> None:
    uow, newcomer = await with_newcomer()
    older = await invite_person(newcomer, uow=uow)

    newer = await invite_person(newcomer, uow=uow)

    assert await open_invitation(older, STRANGERS_CHAT, uow=uow) is None
    assert await open_invitation(newer, STRANGERS_CHAT, uow=uow) is not None


async def test_an_expired_link_keeps_the_instant_at_which_it_expired() -> None:
    uow, newcomer = await with_newcomer()
    await invite_person(newcomer, uow=uow)

    uow.now = NOW + timedelta(hours=100)
    await invite_person(newcomer, uow=uow)

    assert [one.expires_at for one in await uow.invitations.where()] == [
        NOW + timedelta(hours=72),
        NOW + timedelta(hours=172),
    ]


async def test_nobody_who_is_linked_or_leaves_is_invited() -> None:
    uow, newcomer = await with_newcomer()

    with pytest.raises(NotAllowed, match="already_linked"):
        await invite_person(await by_no(uow, "E10"), uow=uow)
    with pytest.raises(NotAllowed, match="person_leaves"):
        await invite_person(replace(newcomer, left_on=NOW.date()), uow=uow)


async def test_a_link_holds_for_72_hours_and_not_a_second_longer() -> None:
    uow, newcomer = await with_newcomer()
    secret = await invite_person(newcomer, uow=uow)

    uow.now = NOW + timedelta(hours=72)
    assert await open_invitation(secret, STRANGERS_CHAT, uow=uow) is not None
    uow.now += timedelta(seconds=1)
    assert await open_invitation(secret, STRANGERS_CHAT, uow=uow) is None


async def test_a_link_that_was_opened_in_one_chat_cannot_be_taken_over_by_another() -> None:
    uow, newcomer = await with_newcomer()
    secret = await invite_person(newcomer, uow=uow)
    await open_invitation(secret, STRANGERS_CHAT, uow=uow)

    assert await open_invitation(secret, 666, uow=uow) is None
    assert await open_invitation(secret, STRANGERS_CHAT, uow=uow) is not None


async def test_an_invented_secret_opens_nothing() -> None:
    uow, _ = await with_newcomer()

    assert await open_invitation("invented", STRANGERS_CHAT, uow=uow) is None
    assert await opened_invitation(STRANGERS_CHAT, uow=uow) is None


async def test_the_right_number_links_the_account_and_tells_the_manager_which() -> None:
    uow, newcomer = await with_newcomer()
    invitation = await opened(uow, newcomer)

    linked = await link_account(invitation, " ｅ50 ", account="小新 (@new)", uow=uow)

    assert isinstance(linked, Person)
    assert (linked.chat_id, linked.linked_at, linked.oriented_at) == (STRANGERS_CHAT, NOW, None)
    (told,) = uow.outbox.told_to("E03")
    assert (told.template, told.data["account"]) == ("account_linked", "小新 (@new)")
    assert await opened_invitation(STRANGERS_CHAT, uow=uow) is None


async def test_who_has_no_manager_is_linked_all_the_same() -> None:
    uow, newcomer = await with_newcomer()
    await uow.persons.put(replace(newcomer, manager_no=None))
    invitation = await opened(uow, newcomer)

    await link_account(invitation, "E50", account="x", uow=uow)

    assert uow.outbox.told == []


async def test_three_wrong_numbers_lock_the_link() -> None:
    uow, newcomer = await with_newcomer()
    await opened(uow, newcomer)

    left = []
    for _ in range(3):
        waiting = await opened_invitation(STRANGERS_CHAT, uow=uow)
        assert waiting is not None
        result = await link_account(waiting, "E51", account="x", uow=uow)
        assert isinstance(result, Invitation)
        left.append(tries_left(result))

    assert left == [2, 1, 0]
    assert await opened_invitation(STRANGERS_CHAT, uow=uow) is None
    assert (await by_no(uow, "E50")).chat_id is None


async def test_unlinking_cuts_the_account_off_and_forgets_the_open_question() -> None:
    uow = await staffed()
    sales = await by_no(uow, "E10")
    await uow.dialogues.put(Dialogue(person_id=sales.id, step="x", asked_at=NOW))

    unlinked = await unlink_account(sales, actor=await by_no(uow, "E07"), uow=uow)

    assert (unlinked.chat_id, unlinked.oriented_at) == (None, None)
    assert await uow.dialogues.find(sales.id) is None
    with pytest.raises(NotAllowed, match="not_linked"):
        await unlink_account(unlinked, actor=None, uow=uow)


async def test_the_first_answer_to_the_orientation_is_dated_and_stays() -> None:
    uow = await staffed()
    sales = replace(await by_no(uow, "E10"), oriented_at=None)

    once = await answer_orientation(actor=sales, uow=uow)
    uow.now = NOW + timedelta(days=1)
    twice = await answer_orientation(actor=once, uow=uow)

    assert once.oriented_at == twice.oriented_at == NOW
    assert uow.log.acts() == ["orientation_answered"]


async def test_a_language_that_the_company_offers_is_taken_and_no_other() -> None:
    uow = await staffed()

    assert (await choose_language("en", actor=await by_no(uow, "E10"), uow=uow)).language == "en"
    with pytest.raises(NoSuchThing, match="language_not_offered"):
        await choose_language("fr", actor=await by_no(uow, "E10"), uow=uow)
