"""One mention of an occasion: the words that tell of it, and who, where and when by the words around them."""
