from bot.beginning import Beginning
from bot.menus import STRANGERS, Menus
from bot.transport import wire_to
from tests.bot.office import TOKEN, Office


async def test_menus_are_offered_beside_the_first_update(office: Office) -> None:
    menus = Menus()

    async with wire_to(TOKEN, office.url, f"{office.url}/file", "") as wire:
        await Beginning(menus).ready(wire, office.units)
        await menus.finished()
        offered = await wire.call("getMyCommands", {"scope": {"type": "all_private_chats"}})
        await menus.stop()

    assert [one["command"] for one in offered] == [*STRANGERS]
