"""What a live blog would lose as Markdown and as plain text, before anything is written."""

from pathlib import Path

import newsmodel as nm

article = nm.read(Path(__file__).parent / "articles" / "storm-ottilie.json")

for name in ("json", "html", "markdown", "text"):
    report = nm.losses(article, name)
    print(f"{name}: {len(report.losses)} losses")

print(nm.losses(article, "markdown").summary())

grave = [loss for loss in nm.losses(article, "markdown").losses if loss.effect == "dropped"]
try:
    if grave:
        raise nm.LossError(nm.Report(grave), "markdown")
except nm.LossError as error:
    print(str(error).splitlines()[0])

# Output:
# json: 0 losses
# html: 0 losses
# markdown: 15 losses
# text: 21 losses
# 1 x article.coverage dropped, first at $
# 1 x article.related dropped, first at $
# 2 x image.width dropped, first at $.lead_media
# 2 x image.height dropped, first at $.lead_media
# 7 x live-post flattened, first at $.body[0]
# 1 x embed flattened, first at $.body[3]
# 1 x article.concepts altered, first at $
# markdown: 6 losses
