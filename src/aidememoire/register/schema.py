"""The tables of the register, for plain SQL: what was read (append-only), and the records made from it (rebuilt).

Values that are lists or dates are JSON text. ``claims`` holds every reading's claims; the current ones of a report are
those whose ``reading`` is the latest of that report (the view ``current_claims``).
"""

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    column,
    table,
)

# Raised with each migration; the number of the latest file in ``migrations/versions``.
REVISION = "0003"

METADATA = MetaData()

reports = Table(
    "reports",
    METADATA,
    Column("id", String, primary_key=True),
    Column("given_id", String, nullable=False),
    Column("source", String, nullable=False),
    Column("text", Text, nullable=False),
    Column("text_hash", String, nullable=False, index=True),
    Column("blocks", Text, nullable=False),  # JSON: [role, start, end], …
    Column("title", Text),
    Column("outlet", String, index=True),
    Column("side", String),
    Column("url", Text),
    Column("published", String),
    Column("today", String, index=True),  # calendar day at the outlet's place
    Column("published_ground", String),
    Column("language", String),
    Column("nature", String, nullable=False),
    Column("learnt_at", String, nullable=False),
)

readings = Table(
    "readings",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("report", String, ForeignKey("reports.id"), nullable=False, index=True),
    Column("run", String, ForeignKey("runs.id"), nullable=False),
    Column("reader_version", String, nullable=False),
    Column("learnt_at", String, nullable=False),
    Column("fingerprint", String, nullable=False),  # of all that was read
    Column(
        "same_as", Integer, ForeignKey("readings.id")
    ),  # the earlier reading that found the same, and holds the rows
    Column("corrected_to", Integer, nullable=False, default=0),  # the last correction of the report that it knew
    Column("day", String),  # the day from which the report looks at the world
    Column("dateline", Text),  # JSON
)

runs = Table(
    "runs",
    METADATA,
    Column("id", String, primary_key=True),
    Column("reader_version", String, nullable=False),
    Column("started_at", String, nullable=False),
)

claims = Table(
    "claims",
    METADATA,
    Column("reading", Integer, ForeignKey("readings.id"), primary_key=True),
    Column("id", String, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("report", String, ForeignKey("reports.id"), nullable=False, index=True),
    Column("kind", String, nullable=False, index=True),
    Column("claim_values", Text, nullable=False),  # JSON
    Column("attributed_to", Text),
    Column("confidence", Float, nullable=False),
    Column("readers", String, nullable=False),  # joined by "+"
    Column("rule", String, nullable=False),
    Column("rule_version", String, nullable=False),
    Column("inferred", Text, nullable=False),  # JSON
    Index("claims_by_id", "id"),
)

claim_spans = Table(
    "claim_spans",
    METADATA,
    Column("reading", Integer, primary_key=True),
    Column("claim", String, primary_key=True),
    Column("field", String, primary_key=True),  # "" for the evidence
    Column("position", Integer, primary_key=True),
    Column("start_at", Integer, nullable=False),
    Column("end_at", Integer, nullable=False),
    Index("claim_spans_by_claim", "claim"),
)

problems = Table(
    "problems",
    METADATA,
    Column("reading", Integer, ForeignKey("readings.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("report", String, ForeignKey("reports.id"), nullable=False, index=True),
    Column("severity", String, nullable=False),
    Column("source", String, nullable=False),
    Column("start_at", Integer),
    Column("end_at", Integer),
    Column("rule", String, nullable=False),
    Column("message", Text, nullable=False),
)

doubtful = Table(
    "doubtful",
    METADATA,
    Column("reading", Integer, ForeignKey("readings.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("report", String, ForeignKey("reports.id"), nullable=False),
    Column("start_at", Integer, nullable=False),
    Column("end_at", Integer, nullable=False),
    Column("proposed", Text),
    Column("why", Text, nullable=False),
    Column("rule", String, nullable=False),
)

withheld = Table(
    "withheld",
    METADATA,
    Column("reading", Integer, ForeignKey("readings.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("report", String, ForeignKey("reports.id"), nullable=False),
    Column("kind", String, nullable=False),
    Column("start_at", Integer, nullable=False),
    Column("end_at", Integer, nullable=False),
    Column("why", String, nullable=False),
    Column("rule", String, nullable=False),
)

judgements = Table(
    "judgements",
    METADATA,
    Column("id", String, primary_key=True),
    Column("ruling", String, nullable=False),
    Column("left_id", String, nullable=False),
    Column("right_id", String),
    Column("anchors", Text, nullable=False),  # JSON: the words that the ruling is about, so that it survives new rules
    Column("made_by", String, nullable=False),
    Column("made_at", String, nullable=False),
    Column("undone_at", String),
    Column("undone_by", String),
)

report_corrections = Table(
    "report_corrections",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("report", String, ForeignKey("reports.id"), nullable=False, index=True),
    Column("field", String, nullable=False),  # date | outlet | side
    Column("value", String),  # None: taken back to unknown
    Column("made_by", String, nullable=False),
    Column("made_at", String, nullable=False),
)

records = Table(
    "records",
    METADATA,
    Column("id", String, primary_key=True),
    Column("kind", String, nullable=False, index=True),
    Column("label", Text, nullable=False),  # one line that tells what it is
    Column("search", Text, nullable=False),  # folded names and words to find it by
    Column("first_day", String, index=True),
    Column("last_day", String),
    Column("state", String),  # of a meeting; latest status of a dialogue or commitment
    Column("is_disputed", Boolean, nullable=False),
    Column("record_values", Text, nullable=False),  # JSON
    Column("reasons", Text, nullable=False),  # JSON
)

record_values = Table(
    "record_values",
    METADATA,
    Column("record", String, ForeignKey("records.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("field", String, nullable=False),
    Column("value", Text, nullable=False),  # JSON
    Column("claim", String, nullable=False),
    Column("report", String, nullable=False, index=True),
    Column("is_for", Boolean),  # whether it backs the value shown; None for a field without dispute
)

record_claims = Table(
    "record_claims",
    METADATA,
    Column("would_be", String, primary_key=True),  # the id that the claim's record would have by itself
    Column("record", String, ForeignKey("records.id"), nullable=False, index=True),
    Column("claim", String, nullable=False, index=True),
    Column("part", String, nullable=False),  # of the claim: the folded name of a person; else empty
)

record_parties = Table(
    "record_parties",
    METADATA,
    Column("record", String, ForeignKey("records.id"), primary_key=True),
    Column("party", String, primary_key=True, index=True),
)

record_links = Table(
    "record_links",
    METADATA,
    Column("record", String, ForeignKey("records.id"), primary_key=True),
    Column("relation", String, primary_key=True),
    Column("other", String, primary_key=True, index=True),
)

report_copies = Table(
    "report_copies",
    METADATA,
    Column("report", String, ForeignKey("reports.id"), primary_key=True),
    Column("original", String, ForeignKey("reports.id"), nullable=False),  # whose text it gives again
)

former_ids = Table(
    "former_ids",
    METADATA,
    Column("would_be", String, primary_key=True),  # an id that a record had, from a claim that is no longer current
    Column("claim", String, nullable=False),
)

meta = Table(
    "meta",
    METADATA,
    Column("name", String, primary_key=True),
    Column("value", String, nullable=False),
)

RECORD_TABLES = (record_links, record_parties, record_claims, record_values, records, report_copies)

# The views, as selectable tables; not of METADATA, which would create them.
current_readings = table(
    "current_readings",
    column("id"),
    column("report"),
    column("rows_of"),
    column("reader_version"),
    column("learnt_at"),
    column("corrected_to"),
    column("day"),
)
current_claims = table("current_claims", *(column(name.name) for name in claims.c))

CURRENT_READINGS_VIEW = """
CREATE VIEW current_readings AS
SELECT r.id, r.report, COALESCE(r.same_as, r.id) AS rows_of, r.reader_version, r.learnt_at, r.corrected_to, r.day
FROM readings AS r JOIN (SELECT report, MAX(id) AS id FROM readings GROUP BY report) AS latest ON latest.id = r.id
"""

CURRENT_CLAIMS_VIEW = """
CREATE VIEW current_claims AS
SELECT c.* FROM claims AS c JOIN current_readings AS r ON r.rows_of = c.reading
"""

VIEWS = (CURRENT_READINGS_VIEW, CURRENT_CLAIMS_VIEW)
