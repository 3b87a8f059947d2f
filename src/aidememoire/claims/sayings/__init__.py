"""Mentions → proposals of statements: who is reported to have said what, in whatever form."""
