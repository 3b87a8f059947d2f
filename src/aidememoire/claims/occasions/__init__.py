"""Mentions → proposals of meetings and dialogues: where an occasion is told of, who, when, and how it stands.

``sightings`` finds each mention (by ``words``, ``forms`` and ``standing``), ``joining`` puts those of one occasion
together, ``meetings`` has it filled in (``filling``) and proposes it.
"""
