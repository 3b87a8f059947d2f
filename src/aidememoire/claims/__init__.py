"""Mentions → Claims: meetings, statements, commitments, statuses, dialogues, events, acts.

Comes in: Mentions and Knowledge. Goes out: a Reading (claims, doubtful, withheld, problems). Never: reads anything that
was read before, or knows of a register.

Two readers propose (``readers/rules``, later ``readers/tagger``); ``checks`` turn down what is denied, conditional,
generic or domestic; ``build`` makes the claims.
"""
