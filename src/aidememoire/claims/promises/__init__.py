"""Mentions → proposals of commitments: what was agreed, pledged or intended, by whom, by when."""
