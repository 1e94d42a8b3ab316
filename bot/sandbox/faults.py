"""Refusals: as Telegram words them to a bot, and as the sandbox words them to its page and tests."""

from bot.sandbox.wire import Json


class ApiFault(Exception):
    """The Bot API refuses a call; `code` is also the HTTP status."""

    def __init__(self, code: int, description: str, parameters: Json | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    def as_json(self) -> Json:
        """The answer's body as Telegram writes it."""
        body: Json = {"ok": False, "error_code": self.code, "description": self.description}
        return body if self.parameters is None else body | {"parameters": self.parameters}


def bad_request(reason: str, parameters: Json | None = None) -> ApiFault:
    """400 with Telegram's prefix before the reason."""
    return ApiFault(400, f"Bad Request: {reason}", parameters)


def forbidden(reason: str) -> ApiFault:
    """403 with Telegram's prefix before the reason."""
    return ApiFault(403, f"Forbidden: {reason}")


class ControlFault(Exception):
    """The control interface refuses: says what is wrong and what would be right."""

    def __init__(self, reason: str, *, status: int = 400) -> None:
        super().__init__(reason)
        self.reason = reason
        self.status = status
