"""How the same work is spread: each module supplies a ``map`` and nothing else."""
