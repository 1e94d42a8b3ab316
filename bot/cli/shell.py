"""What every subcommand shares: the configuration file, the language, and how faults are printed."""

import os
from dataclasses import dataclass, replace
from pathlib import Path

import click

from bot.cli.shell_words import ShellWords
from bot.rulebook_words.faults import said
from bot.settings import BadSettings, Settings, settings_from
from bot.settings_faults import SettingsFault

BAD_INPUT = 2


@dataclass(frozen=True, slots=True)
class Shell:
    """Where the configuration is, and in which language to speak."""

    file: Path
    words: ShellWords

    @staticmethod
    def of(file: Path, language: str | None) -> "Shell":
        """The shell for that file; without a language, the one of the terminal."""
        return Shell(file, ShellWords.of(language or _terminal_language()))

    def settings(self) -> Settings:
        """The settings; with faults, prints them all and ends with code 2."""
        try:
            return settings_from(self.file, _secrets_folder())
        except BadSettings as error:
            for fault in error.faults:
                words = self.words.line("settings_" + fault.what, fault=self._worded(fault))
                click.echo(f"{fault.where}: {words}", err=True)
            click.echo(self.words.line("settings_next", file=self.file), err=True)
            raise SystemExit(BAD_INPUT) from error

    def _worded(self, fault: SettingsFault) -> SettingsFault:
        """A fault of a rulebook in the language of the shell; others have sentences of their own."""
        if fault.what != "rulebook":
            return fault
        language = self.words.language
        return replace(fault, found=said(fault.found, language), allowed=said(fault.allowed, language))

    def say(self, what: str, **data: object) -> None:
        """Print a line of words."""
        click.echo(self.words.line(what, **data))

    def complain(self, what: str, **data: object) -> None:
        """Print a line of words to standard error."""
        click.echo(self.words.line(what, **data), err=True)


def _terminal_language() -> str:
    spoken = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    return "zh-Hans" if spoken.lower().startswith("zh") else "en"


def _secrets_folder() -> Path | None:
    named = os.environ.get("GONGDAO_SECRETS_DIR") or os.environ.get("CREDENTIALS_DIRECTORY") or "/run/secrets"
    folder = Path(named)
    return folder if folder.is_dir() else None
