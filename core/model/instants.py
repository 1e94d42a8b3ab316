"""Instants and days: how close together two can be, and between which years they lie."""

from datetime import timedelta
from typing import Final

AN_INSTANT: Final = timedelta(microseconds=1)
"""The least that is told apart. An instant before 24:00 it is still the last day."""

YEARS: Final = range(1900, 3000)
"""A day outside them is a slip of the finger, and from the last one of the calendar there is no way onward."""
