"""Which edition a command of `gongdao rulebook` is about: one that ships, by its id, or a file."""

from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import NoReturn

import click

from bot.cli.shell import BAD_INPUT, Shell
from bot.rulebook_words.vocabulary import vocabulary
from bot.rulebooks import ids, loss_kinds
from bot.rulebooks import rulebook as shipped
from core.rulebook.checked_text import checked
from core.rulebook.edition import Edition

LANGUAGES = ("zh-Hans", "en")
language_option = click.option(
    "--lang", type=click.Choice(LANGUAGES), help="语言 · language  [default: that of gongdao, else zh-Hans]"
)


@dataclass(frozen=True, slots=True)
class Source:
    """An edition that passed all checks, with the hash of its text."""

    edition: Edition
    sha256: str

    @property
    def name(self) -> str:
        """Id and edition, as a list or a heading shows them."""
        return f"{self.edition.id} {self.edition.edition}"


def language_of(context: click.Context, chosen: str | None) -> str:
    """The language to speak: as chosen here, else as chosen for `gongdao`, else Chinese."""
    shell = context.find_object(Shell)
    return (
        chosen or context.find_root().params.get("lang") or (shell.words.language if shell else LANGUAGES[0])
    )


def source_named(name: str, language: str) -> Source:
    """The latest edition of that id, or the edition in that file; with faults, names them and ends with code 2."""
    if name in ids():
        rulebook = shipped(name, date.max)
        return Source(rulebook.edition, rulebook.sha256)
    file = Path(name)
    if not file.is_file():
        refuse(language, "no_such_rulebook", name=name, ids=", ".join(ids()))
    return source_in(file, language)


def source_in(file: Path, language: str) -> Source:
    """The edition in that file; every fault goes to standard error, and the command ends with code 2."""
    data = file.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        refuse(language, "not_utf8", file=str(file))
    read = checked(text, loss_kinds())
    if read.edition is None:
        for placed in read.faults:
            click.echo(f"{file}:{placed}", err=True)
        refuse(language, "faults", file=str(file), count=len(read.faults))
    return Source(read.edition, sha256(data).hexdigest())


def refuse(language: str, what: str, **data: object) -> NoReturn:
    """Say what is wrong, what is allowed and what to do next; ends with code 2."""
    click.echo(vocabulary(language).text_of("errors", what, **data), err=True)
    raise SystemExit(BAD_INPUT)
