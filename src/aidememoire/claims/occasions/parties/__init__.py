"""Who is meant: people and bodies in a stretch of a sentence, by office, membership, description or voice."""
