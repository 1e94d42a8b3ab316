"""The bot's own name in Telegram, needed for invitation links."""

from telegram.error import InvalidToken, TelegramError

from bot.cli.shell import Shell
from bot.settings import Settings
from bot.transport import wire_to


async def bot_name(shell: Shell, settings: Settings) -> str:
    """The username, asked from the Bot API; without token or answer, says so and ends with code 1."""
    if not settings.token:
        shell.complain("run_no_token", file=shell.file)
        raise SystemExit(1)
    try:
        wire = wire_to(settings.token, settings.api_base_url, settings.file_base_url, settings.proxy)
        async with wire as bot:
            return bot.username
    except InvalidToken as error:
        shell.complain("token_refused")
        raise SystemExit(1) from error
    except TelegramError as error:
        shell.complain("telegram_away", url=settings.api_base_url, why=error.message)
        raise SystemExit(1) from error
