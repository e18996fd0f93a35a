"""What newsmodel costs beside the best that its parts can do: `python -m tests.benchmarks` prints a table of ratios.

Only ratios, which are much the same on every machine; CPU time, not the clock on the wall; both sides of a ratio in
turns in one process, so that a busy machine slows both. See `docs/explanation/performance.md`.
"""
