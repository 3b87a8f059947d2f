"""How long something takes, for tests that hold it to a limit."""

import gc
from collections.abc import Callable
from time import process_time


def processor_seconds(call: Callable[[], object]) -> float:
    """
    Give the processor's time for one call.

    The collector of garbage stands still meanwhile: once thousands of tests have filled the memory, one of its rounds
    takes longer than what most tests measure, and would be laid to whatever happened to be running.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        start = process_time()
        call()
        return process_time() - start
    finally:
        if was_on:
            gc.enable()
