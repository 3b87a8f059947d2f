"""Speed and memory of the pipeline and each stage, beside peers in the same run, on fixed input."""
