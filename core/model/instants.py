"""Instants: how close together two of them can be."""

from datetime import timedelta
from typing import Final

AN_INSTANT: Final = timedelta(microseconds=1)
"""The least that is told apart. An instant before 24:00 it is still the last day."""
