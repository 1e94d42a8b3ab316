"""Reply markup: inline keyboards, which a message carries, and reply keyboards, which it does not."""

from bot.sandbox.faults import bad_request
from bot.sandbox.wire import Json

MAX_BUTTONS = 100
MAX_IN_ROW = 8
MAX_DATA = 64
MAX_COPY = 256
STYLES = {"success", "danger", "primary"}
ACTIONS = (
    "callback_data",
    "url",
    "copy_text",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
)
URL_STARTS = ("http://", "https://", "tg://", "t.me/")


def inline_keyboard(markup: Json) -> Json | None:
    """The checked inline keyboard of a reply markup; None when there is none or it has no buttons."""
    rows = [[_inline_button(button) for button in row] for row in _rows(markup, "inline_keyboard")]
    rows = [row for row in rows if row]
    _check_size(rows)
    return {"inline_keyboard": rows} if rows else None


def reply_keyboard(markup: Json) -> Json | None:
    """A reply keyboard, its removal or a forced reply, as given; None for anything else."""
    if "keyboard" in markup:
        rows = [[_reply_button(button) for button in row] for row in _rows(markup, "keyboard")]
        _check_size(rows)
        return {**markup, "keyboard": rows}
    return markup if markup.get("remove_keyboard") or markup.get("force_reply") else None


def buttons_of(message: Json) -> list[Json]:
    """All inline buttons of a message, row by row."""
    return [button for row in message.get("reply_markup", {}).get("inline_keyboard", []) for button in row]


def _rows(markup: Json, name: str) -> list[list[object]]:
    rows = markup.get(name, [])
    if not isinstance(rows, list) or any(not isinstance(row, list) for row in rows):
        raise bad_request(
            f'can\'t parse reply keyboard markup JSON object: field "{name}" must be an Array of Arrays'
        )
    return rows


def _check_size(rows: list[list[Json]]) -> None:
    if sum(len(row) for row in rows) > MAX_BUTTONS or any(len(row) > MAX_IN_ROW for row in rows):
        raise bad_request("reply markup is too long")


def _inline_button(button: object) -> Json:
    if not isinstance(button, dict) or not isinstance(button.get("text"), str):
        raise bad_request('can\'t parse inline keyboard button: expected an Object with the field "text"')
    if not button["text"].strip():
        raise bad_request("can't parse inline keyboard button: button text must be non-empty")
    action = next((name for name in ACTIONS if name in button), None)
    if action is None:
        raise bad_request(
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
        )
    _check_action(action, button)
    kept: Json = {"text": button["text"], action: button[action]}
    if "style" in button:
        if button["style"] not in STYLES:
            raise bad_request("can't parse inline keyboard button: invalid button style specified")
        kept["style"] = button["style"]
    return kept


def _check_action(action: str, button: Json) -> None:
    value = button[action]
    if action == "callback_data" and not 1 <= len(str(value).encode()) <= MAX_DATA:
        raise bad_request("BUTTON_DATA_INVALID")
    if action == "url" and not str(value).startswith(URL_STARTS):
        raise bad_request(f"inline keyboard button URL '{value}' is invalid: Wrong HTTP URL")
    if action == "copy_text" and not 1 <= len(str(value.get("text", ""))) <= MAX_COPY:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")


def _reply_button(button: object) -> Json:
    if isinstance(button, str):
        return {"text": button}
    if isinstance(button, dict) and isinstance(button.get("text"), str):
        return button
    raise bad_request('can\'t parse keyboard button: field "text" must be of type String')
