"""Mentions → proposals of statuses, acts and context events: what became of it, and what was done."""
