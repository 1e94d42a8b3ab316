"""`gongdao rulebook show`: a rulebook as a page that a manager would sign."""

from pathlib import Path

import click

from bot.cli.rulebook_source import language_of, language_option, refuse, source_named
from bot.documents.rulebook_pdf import rulebook_pdf
from bot.rulebook_words.markdown import markdown
from bot.rulebook_words.page import page_of
from bot.rulebook_words.vocabulary import vocabulary
from bot.rulebooks import loss_kinds


@click.command()
@click.argument("name", metavar="ID[@EDITION]|FILE")
@language_option
@click.option(
    "--pdf", type=click.Path(path_type=Path, dir_okay=False), help="另存为 PDF · write a PDF instead"
)
@click.pass_context
def show(context: click.Context, name: str, lang: str | None, pdf: Path | None) -> None:
    """把一部制度写成可签署的一页 · write a rulebook out as a page to be signed."""
    language = language_of(context, lang)
    source = source_named(name, context, language)
    page = page_of(source.edition, loss_kinds(), language, source.sha256)
    words = vocabulary(language)
    if pdf is None:
        click.echo(markdown(page, words), nl=False)
        return
    try:
        pdf.write_bytes(rulebook_pdf(page, words, language))
    except OSError as error:
        refuse(language, "unwritable", file=str(pdf), why=error.strerror or str(error))
