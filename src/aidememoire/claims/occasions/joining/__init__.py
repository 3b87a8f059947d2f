"""The mentions of one occasion put together, however many sentences tell of it."""
