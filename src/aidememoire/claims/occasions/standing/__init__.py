"""How an occasion stands: held, under way, ahead, come to nothing; and which mentions tell of none."""
