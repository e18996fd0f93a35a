"""What a live blog would lose as Markdown and as plain text, before anything is written."""

from pathlib import Path

import newsmodel as nm

article = nm.read(Path(__file__).parent / "articles" / "storm-ottilie.json")

for name in ("json", "html", "markdown", "text"):
    report = nm.losses(article, name)
    print(f"{name}: {len(report.losses)} losses")

print(*nm.losses(article, "markdown").summary().splitlines()[:6], sep="\n")

grave = [loss for loss in nm.losses(article, "markdown").losses if loss.effect == "dropped"]
try:
    if grave:
        raise nm.LossError(nm.Report(grave), "markdown")
except nm.LossError as error:
    print(str(error).splitlines()[0])
