"""Sends a file that lies here, not at Telegram: a document or a picture that the bot has issued."""

from typing import Any, Final

from bot.evidence.beside import evidence_beside
from bot.storage.engine import Database
from bot.transport import Wire

# what stands in the row: the hash of the file's content, and the name it is sent under
STORED: Final = "stored"
NAME: Final = "name"


async def send_stored(method: str, call: dict[str, Any], wire: Wire, database: Database) -> int:
    """The id of the message; TelegramError as for any call, FileNotFoundError if the file is gone."""
    content = evidence_beside(database.engine.url).path(call[STORED]).read_bytes()
    send = wire.send_photo if method == "sendPhoto" else wire.send_document
    sent = await send(call["chat_id"], content, filename=call[NAME])
    return int(sent.message_id)
