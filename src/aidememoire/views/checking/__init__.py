"""A draft beside the register: whether it holds each quotation, statement, meeting, office and deed in the draft.

Comes in: a draft with what was read in it, a register, an index of its words, the tables. Goes out: a Check, as JSON or
as a page with the draft marked. Never: says that something is supported because it is like something: exact words, a
fact on record, or a paraphrase that is called one and bears its score.

``drafts`` says what is asserted; ``holdings`` what the register has; ``quotations`` (with ``aligning``), ``statements``
and ``promises`` (with ``likeness``), ``occasions`` and ``offices`` judge one kind each, ``deeds`` the other sentences;
``sense``, ``roles``, ``states`` and ``speakers`` know what turns the sense, who did it to whom, what has become of it,
and who is who; ``agreed_days`` which day is that of an agreement to which a sentence looks back, ``other_names`` what
place or body stands in another's stead; ``judging`` puts it together.
"""

from aidememoire.views.checking.drafts import Draft, prepared
from aidememoire.views.checking.findings import Asserted, Check, Fault, Finding, Status
from aidememoire.views.checking.forms import check_object, check_rows, summary
from aidememoire.views.checking.judging import check_draft
from aidememoire.views.checking.marked import check_html

__all__ = [
    "Asserted",
    "Check",
    "Draft",
    "Fault",
    "Finding",
    "Status",
    "check_draft",
    "check_html",
    "check_object",
    "check_rows",
    "prepared",
    "summary",
]
