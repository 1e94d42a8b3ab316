"""answerCallbackQuery: the toast or alert that a press brings."""

from bot.sandbox.faults import bad_request
from bot.sandbox.params import Params
from bot.sandbox.wire import utf16_length
from bot.sandbox.world import World

MAX_ANSWER = 200


def answer_callback_query(world: World, params: Params) -> bool:
    """Answer a press once, with up to 200 characters."""
    text = params.text("text")
    if utf16_length(text) > MAX_ANSWER:
        raise bad_request("MESSAGE_TOO_LONG")
    answer = {"text": text, "show_alert": params.flag("show_alert"), "url": params.text("url")}
    press = world.queries.answer(params.text("callback_query_id"), answer, world.clock.now())
    world.events.emit("toast", chat=press.chat, viewer=press.person, id=press.id, **answer)
    return True


METHODS = {"answercallbackquery": answer_callback_query}
