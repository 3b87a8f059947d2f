"""People, bodies and offices: who is named, in which office, and which words stand for them later."""
