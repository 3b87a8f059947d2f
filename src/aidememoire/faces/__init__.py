"""What people and programs meet: the command line, the API, the pages.

Comes in: a person's wish. Goes out: results on stdout, talk and progress on stderr. Never: holds logic of its own; it
calls ``pipeline`` and ``views``.
"""
