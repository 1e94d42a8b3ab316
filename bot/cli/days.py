"""Days and months as they are given on the command line."""

from typing import Final

import click

DAY: Final = click.DateTime(["%Y-%m-%d"])
MONTH: Final = click.DateTime(["%Y-%m"])
