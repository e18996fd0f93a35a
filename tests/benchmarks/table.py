"""The table of ratios, in Markdown."""

from tests.benchmarks.measure import Result, Row

_WIDTHS = (43, 28, 12, 13, 13, 4)


def _cells(*cells: str) -> str:
    return "| " + " | ".join(cell.ljust(width) for cell, width in zip(cells, _WIDTHS, strict=True)) + " |"


HEAD = "\n".join((_cells("what", "against", "ratio", "half within", "goal", ""), _cells(*("-" * n for n in _WIDTHS))))


def line(row: Row, result: Result) -> str:
    """One row: "3.2 times" as long as the other, or "0.45 of" its throughput."""
    ratio = f"{number(result.ratio)} of" if row.throughput else f"{number(result.ratio)} times"
    goal = "" if row.goal is None else f"at {'least' if row.throughput else 'most'} {row.goal:g}"
    verdict = {None: "", True: "ok", False: "over"}[row.met(result.ratio)]
    spread = f"{number(result.low)} to {number(result.high)}"
    return _cells(row.what, row.against, ratio, spread, goal, verdict)


def number(value: float) -> str:
    """Two digits that count."""
    return f"{value:.2f}" if value < 1 else f"{value:.1f}" if value < 10 else f"{value:.0f}"
