"""A folder of articles: what is in it, and all of it as one stream of JSON Lines that is read back one by one."""

import io
from pathlib import Path

import newsmodel as nm

FOLDER = Path(__file__).parent / "articles"

stream = io.BytesIO()
for path in sorted(FOLDER.glob("*.json")):
    article = nm.read(path)
    stream.write(nm.to_json(article).encode() + b"\n")
    pictures = sum(1 for _ in nm.walk(article, nm.Image))
    print(f"{path.stem:15} {nm.word_count(article):4} words {pictures:2} pictures  {article.section.name}")

stream.seek(0)
articles = list(nm.iter_articles(stream, "json"))
print(len(articles), "articles,", sum(map(nm.word_count, articles)), "words")
