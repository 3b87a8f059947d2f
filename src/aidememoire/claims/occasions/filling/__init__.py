"""What other sentences tell of an occasion: its days, place, format, and who took part."""
