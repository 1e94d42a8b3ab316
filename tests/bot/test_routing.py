from bot.all_routes import all_routes
from bot.routing import press_handler
from handlers.press import Press

ROUTES = all_routes()


def test_a_private_button_forged_in_a_group_is_none_of_ours() -> None:
    found = {verb for verb in ROUTES.presses if press_handler(Press(verb, 1, 1), ROUTES, in_group=True)}

    assert found == set()


def test_a_group_is_linked_by_a_button_in_the_group_only() -> None:
    press = Press("link", 0, 0, "suzhou")

    assert press_handler(press, ROUTES, in_group=True) is not None
    assert press_handler(press, ROUTES, in_group=False) is None
