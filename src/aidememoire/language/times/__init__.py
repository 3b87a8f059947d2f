"""Time expressions: words in the form of a time → days, anchored where the report looks from."""
