"""Sends a file straight to a private chat: it is at hand, and nothing of it is to be kept here."""

from typing import Final

from bot.transport import Wire

# what a bot may send
MOST_SENT: Final = 50 * 1024 * 1024
# a big file takes a while on a slow line
WITHIN: Final = 300.0


async def send_straight(wire: Wire, chat_id: int, name: str, content: bytes) -> None:
    """TelegramError says why it could not be sent; what was sent just before a power cut may be sent twice."""
    await wire.send_document(chat_id, content, filename=name, write_timeout=WITHIN, read_timeout=WITHIN)
