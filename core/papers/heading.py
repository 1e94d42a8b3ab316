"""What all documents have in common."""

from datetime import date
from typing import Final

# a day is said without its year in the reader's present one; paper has no present
EVERY_DAY_WITH_ITS_YEAR: Final = date.min
