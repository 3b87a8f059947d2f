"""Register → what people read: briefs, timelines, comparisons, exports.

Comes in: the answers of a register, and the tables. Goes out: Pages of cited lines, and rows. Never: writes anything,
prints anything, or says more than the claims do: *reported fulfilled by X*, never *kept*; *none found among the N
reports read*, never *none*.
"""

from aidememoire.views.briefing import brief
from aidememoire.views.comparison import compare
from aidememoire.views.exports import (
    judgement_object,
    learnt_object,
    record_object,
    record_objects,
    records_csv,
    report_object,
)
from aidememoire.views.fitting import fitted
from aidememoire.views.page import Line, Page, Section, Source, page_object, to_markdown, to_text
from aidememoire.views.timeline import timeline

__all__ = [
    "Line",
    "Page",
    "Section",
    "Source",
    "brief",
    "compare",
    "fitted",
    "judgement_object",
    "learnt_object",
    "page_object",
    "record_object",
    "record_objects",
    "records_csv",
    "report_object",
    "timeline",
    "to_markdown",
    "to_text",
]
