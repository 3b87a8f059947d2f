"""Keeps the record of diplomacy from what is reported about it."""

__version__ = "0.1.0"
