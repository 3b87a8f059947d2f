"""Where and when reports say that they were written: the datelines of the current readings."""

from collections.abc import Sequence

import msgspec
from sqlalchemy import select

from aidememoire.model import Dateline
from aidememoire.register import schema
from aidememoire.register.queries import chunks
from aidememoire.register.store import Register

_DECODER = msgspec.json.Decoder(Dateline)


def datelines(register: Register, ids: Sequence[str]) -> dict[str, Dateline]:
    """Report id → its dateline, for those of the reports that have one."""
    current, readings = schema.current_readings, schema.readings
    query = select(current.c.report, readings.c.dateline).join(readings, readings.c.id == current.c.id)
    found: dict[str, Dateline] = {}
    with register._reading() as connection:
        for chunk in chunks(dict.fromkeys(ids)):
            for report, dateline in connection.execute(query.where(current.c.report.in_(chunk))):
                if dateline:
                    found[report] = _DECODER.decode(dateline)
    return found
