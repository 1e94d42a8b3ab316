"""Which edition a command of `gongdao rulebook` is about: one that ships or is the company's, by its id, or a file."""

from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import NoReturn

import click
from click.core import ParameterSource

from bot.cli.shell import BAD_INPUT, Shell
from bot.company_rulebooks import CompanyRulebooks
from bot.rulebook_words.faults import fault_said
from bot.rulebook_words.vocabulary import vocabulary
from bot.rulebooks import ids, loss_kinds
from core.model.label import LANGUAGES
from core.rulebook.checked_text import checked
from core.rulebook.compiled import CompiledRulebook
from core.rulebook.edition import Edition
from core.rulebook.in_force import edition_in_force

AT_HAND = "bot.cli.rulebooks_at_hand"
"""Where a run of a command keeps what it has read."""
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


def at_hand(context: click.Context) -> CompanyRulebooks:
    """What ships, and what the company of the configuration has of its own; faults of that end with code 2.

    Read once for each run of a command.
    """
    if AT_HAND not in context.meta:
        context.meta[AT_HAND] = _read_at_hand(context)
    found: CompanyRulebooks = context.meta[AT_HAND]
    return found


def _read_at_hand(context: click.Context) -> CompanyRulebooks:
    shell = context.find_object(Shell)
    named = context.find_root().get_parameter_source("file")
    if shell is None or not (shell.file.exists() or named is not ParameterSource.DEFAULT):
        return CompanyRulebooks()
    return shell.settings().rulebooks_at_hand()


def is_file(name: str) -> bool:
    """Whether that names a file rather than a rulebook; what no file can be called names none."""
    try:
        return name not in ids() and Path(name).is_file()
    except OSError:
        return False


def source_named(name: str, context: click.Context, language: str) -> Source:
    """The edition in that file, or `ID`, the latest, or `ID@EDITION`, by its name or a day it holds on.

    With faults, names them and ends with code 2.
    """
    if is_file(name):
        return source_in(Path(name), language)
    rulebook, _, wanted = name.partition("@")
    editions = editions_named(rulebook, context, language)
    return _source(_picked(name, editions, wanted, language) if wanted else editions[-1])


def editions_named(rulebook: str, context: click.Context, language: str) -> tuple[CompiledRulebook, ...]:
    """Every edition of that id, the earliest first; without such an id, says which there are and ends with code 2."""
    shell = context.find_object(Shell)
    is_configured = shell is not None and shell.file.exists()
    # what ships needs no configuration; where there is one, the company may have put an edition after it
    known = at_hand(context) if is_configured or rulebook not in ids() else CompanyRulebooks()
    if rulebook not in known.ids:
        refuse(language, "no_such_rulebook", name=rulebook, ids=", ".join(known.ids))
    return known.editions(rulebook)


def _picked(
    name: str, editions: tuple[CompiledRulebook, ...], wanted: str, language: str
) -> CompiledRulebook:
    by_name = {key: one for one in editions for key in (str(one.edition.in_force_from), one.edition.edition)}
    if wanted in by_name:
        return by_name[wanted]
    try:
        return edition_in_force(editions, date.fromisoformat(wanted))
    except ValueError:
        refuse(
            language,
            "no_such_edition",
            name=name,
            editions=", ".join(one.edition.edition for one in editions),
        )


def _source(rulebook: CompiledRulebook) -> Source:
    return Source(rulebook.edition, rulebook.sha256)


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
            place = str(file) if placed.line is None else f"{file}:{placed.line}"
            click.echo(f"{place}: {fault_said(placed.fault, language)}", err=True)
        refuse(language, "faults", file=str(file), count=len(read.faults))
    return Source(read.edition, sha256(data).hexdigest())


def refuse(language: str, what: str, **data: object) -> NoReturn:
    """Say what is wrong, what is allowed and what to do next; ends with code 2."""
    click.echo(vocabulary(language).text_of("errors", what, **data), err=True)
    raise SystemExit(BAD_INPUT)
