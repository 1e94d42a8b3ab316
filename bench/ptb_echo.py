"""The first baseline: an echo bot on bare python-telegram-bot, its own transport, 64 updates at a time."""

import logging
import sys

from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters

AT_ONCE = 64


async def echo(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    """Say it back."""
    if update.message and update.message.text:
        await update.message.reply_text(update.message.text)


def main(origin: str, token: str) -> None:
    """Poll that server until told to stop."""
    logging.basicConfig(level=logging.WARNING)
    application = (
        Application.builder()
        .token(token)
        .base_url(f"{origin}/bot")
        .base_file_url(f"{origin}/file/bot")
        .concurrent_updates(AT_ONCE)
        .build()
    )
    application.add_handler(MessageHandler(filters.TEXT, echo))
    application.run_polling(timeout=10)


if __name__ == "__main__":
    main(*sys.argv[1:])
