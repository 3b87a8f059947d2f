"""Marks → weights: how the tagger is trained, on CPU, reproducibly. Not in the wheel; the weights are."""
