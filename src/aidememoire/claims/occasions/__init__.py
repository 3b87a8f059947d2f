"""Mentions → proposals of meetings and dialogues: where an occasion is told of, who, when, and how it stands."""
