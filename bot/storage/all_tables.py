"""Every table there is, for whoever looks at them all."""

from typing import Final

from bot.storage import chained_tables, machine_tables, tables
from bot.storage.metadata import metadata as of_all

# a table is known once its module is loaded
MODULES: Final = (chained_tables, machine_tables, tables)
metadata: Final = of_all
