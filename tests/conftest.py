"""What holds for every test: generated examples have no time limit each, since a busy machine pauses where it likes."""

from hypothesis import settings

settings.register_profile("no deadline", deadline=None)
settings.load_profile("no deadline")
