from bot.menus import Menus, general_menus, personal_menu
from bot.transport import Wire, wire_to
from core.actions.person.choose_language import choose_language
from core.model.roles import Grant, Role
from core.rules.staff.menu import EVERYBODYS
from tests import make
from tests.bot.office import TOKEN, Office
from tests.make import NOW
from tests.patience import PATIENCE


def test_strangers_and_groups_get_a_menu_in_each_language_and_one_for_all_others() -> None:
    menus = list(general_menus(("zh-Hans", "en")))

    scopes = [(menu["scope"]["type"], menu.get("language_code")) for menu in menus]
    assert scopes == [
        ("all_private_chats", "zh"),
        ("all_private_chats", None),
        ("all_group_chats", "zh"),
        ("all_group_chats", None),
        ("all_private_chats", "en"),
        ("all_group_chats", "en"),
    ]
    assert menus[-1]["commands"][0] == {"command": "link", "description": "Link this group to a site"}


def test_a_personal_menu_follows_the_roles_and_the_language() -> None:
    admin = make.person("E07", language="en", grants=(Grant(Role.ADMIN), Grant(Role.SALES)))

    commands = [command["command"] for command in personal_menu(admin)["commands"]]

    assert commands == ["new", *EVERYBODYS, "report", "staff", "calendar", "link"]
    assert personal_menu(admin)["scope"] == {"type": "chat", "chat_id": 1007}


async def test_menus_are_set_in_the_background(office: Office) -> None:
    sales = await office.hires("E10")
    menus = Menus()

    async with wire_to(TOKEN, office.url, f"{office.url}/file", "") as wire:
        await menus.offer(wire, office.units)
        await menus.finished()
        await menus.stop()
        shown = await wire.call("getMyCommands", {"scope": {"type": "chat", "chat_id": sales.id}})

    assert [command["command"] for command in shown][:2] == ["new", "cases"]


async def test_a_menu_that_telegram_refuses_does_not_stop_the_others(office: Office) -> None:
    await office.hires("E10")
    await office.sandbox.makes_trouble(500, method="setMyCommands", times=1)
    menus = Menus()

    async with wire_to(TOKEN, office.url, f"{office.url}/file", "") as wire:
        await menus.offer(wire, office.units)
        await menus.finished()
        await menus.stop()
        shown = await wire.call("getMyCommands", {"scope": {"type": "chat", "chat_id": 1010}})

    assert shown


async def test_a_menu_follows_the_language_that_is_chosen_and_nobody_elses_is_set_again(
    office: Office,
) -> None:
    sales, other = await office.hires("E10"), await office.hires("E11")
    menus = Menus(look_every=0.01)

    async with wire_to(TOKEN, office.url, f"{office.url}/file", "") as wire:
        await menus.offer(wire, office.units)
        await menus.finished()
        await wire.call("deleteMyCommands", {"scope": {"type": "chat", "chat_id": other.id}})
        async with office.units.open(NOW) as uow:
            person = await uow.persons.one(chat_id=sales.id)
            assert person is not None
            await choose_language("en", actor=person, uow=uow)
        await menus.renewed.wait(PATIENCE)

        assert (await commands(wire, sales.id))[0] == "Register a complaint step by step"
        assert await commands(wire, other.id) == []
        await menus.stop()


async def commands(wire: Wire, chat_id: int) -> list[str]:
    shown = await wire.call("getMyCommands", {"scope": {"type": "chat", "chat_id": chat_id}})
    return [command["description"] for command in shown]
