"""Ways of telling of an occasion beside subject, verb and object: journeys, signings, joint deeds, people unnamed."""
