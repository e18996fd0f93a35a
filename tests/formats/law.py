"""The law of fit for one article at a time, where a test knows which articles are worth it."""

from newsmodel.format import Format
from newsmodel.model import Article
from newsmodel.report import Report


def law_of_fit(format: Format, article: Article) -> None:
    """Fit says all that is lost, twice fitted is fitted, and what is written reads back equal and in silence."""
    report, again, reading = Report(), Report(), Report()
    fitted = format.fitted(article, report)

    assert report.clean == (fitted == article)
    assert format.fitted(fitted, again) == fitted
    assert again.clean
    assert format.read(format.render(fitted), reading) == fitted
    assert ([], []) == (reading.losses, reading.diagnostics)
