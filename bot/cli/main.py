"""The command `gongdao`: subcommands are loaded only when they are called."""

import importlib
from pathlib import Path

import click

from bot.cli.shell import Shell
from bot.cli.troubles import TroublesSaid
from core.model.label import LANGUAGES

COMMANDS = {
    "init": "bot.cli.init:init",
    "check": "bot.cli.check:check",
    "run": "bot.cli.run:run",
    "staff": "bot.cli.staff:staff",
    "calendar": "bot.cli.calendar:calendar",
    "sandbox": "bot.cli.sandbox:sandbox",
    "assess": "bot.cli.assess:assess",
    "rulebook": "bot.cli.rulebook:rulebook",
    "backup": "bot.cli.backup:backup",
    "health": "bot.cli.health:health",
    "restore": "bot.cli.restore:restore",
    "payroll": "bot.cli.payroll:payroll",
    "audit": "bot.cli.audit:audit",
    "tips": "bot.cli.tips:tips",
    "person": "bot.cli.person:person",
    "rights": "bot.cli.rights:rights",
    "find": "bot.cli.find:find",
    "report": "bot.cli.report:report",
    "import": "bot.cli.importing:import_",
    "export": "bot.cli.exporting:export",
}


class LazyGroup(click.Group):
    """A group that imports a subcommand on its first use, so that `gongdao assess` starts at once."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all subcommands."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The subcommand of that name; None if there is none."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        module, name = COMMANDS[cmd_name].split(":")
        command: click.Command = getattr(importlib.import_module(module), name)
        return command

    def invoke(self, ctx: click.Context) -> object:
        """The subcommand; troubles of the machine end any of them in plain words."""
        with TroublesSaid(lambda: ctx.obj):
            return super().invoke(ctx)


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="gongdao")
@click.option(
    "--config",
    "file",
    type=click.Path(path_type=Path, dir_okay=False),
    envvar="GONGDAO_CONFIG",
    default=Path("gongdao.toml"),
    show_default=True,
    help="配置文件 · the configuration file",
)
@click.option("--lang", type=click.Choice(LANGUAGES), help="界面语言 · language of what is printed")
@click.pass_context
def main(context: click.Context, file: Path, lang: str | None) -> None:
    """公道 Gongdao: a customer complaint, carried in chat to a fair and explained end."""
    context.obj = Shell.of(file, lang)
