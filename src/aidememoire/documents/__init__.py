"""Bytes → Reports.

Comes in: files, folders, streams (plain text, JSON Lines, gzip). Goes out: Reports with their text as given, block
roles, publication day and problems. Never: changes the text, or knows what its words mean. Unreadable input becomes a
Report without text and with a Problem, so that nothing is dropped silently.
"""

from aidememoire.documents.formats import read_stream, read_text_json
from aidememoire.documents.reports import Source, make_report, unreadable_report
from aidememoire.documents.sources import MISSING, count_reports, passed_over, read_paths

__all__ = [
    "MISSING",
    "Source",
    "count_reports",
    "make_report",
    "passed_over",
    "read_paths",
    "read_stream",
    "read_text_json",
    "unreadable_report",
]
