"""The readers of a sentence: each turns Mentions into Proposals and Refusals."""
