"""What a start does not wait for."""

import subprocess
import sys

LARGE = ("alembic", "openpyxl", "PIL", "pypinyin", "typst", "xlsxwriter")
STARTED = f"""
import sys
import bot.cli.run
from bot.all_routes import all_routes
all_routes()
print([name for name in {LARGE} if name in sys.modules])
"""


def test_what_is_large_and_seldom_needed_is_not_loaded_by_a_start() -> None:
    started = subprocess.run([sys.executable, "-c", STARTED], capture_output=True, text=True, check=True)

    assert started.stdout == "[]\n"
