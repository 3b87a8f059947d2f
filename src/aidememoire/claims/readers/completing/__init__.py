"""What the tagger found → Proposals: who, where and when are completed and checked by rules.

Comes in: Mentions, Tags, and the meetings known so far. Goes out: Proposals with the tagger as their reader, and
Refusals. A span that nothing completes (a promise of nobody, an occasion of one state) becomes no Proposal.
"""
