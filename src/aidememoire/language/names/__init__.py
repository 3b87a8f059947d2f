"""Names of parties, places and dialogues in a text."""
