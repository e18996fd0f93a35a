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

# Output:
# book-boat        213 words  1 pictures  ثقافة
# farm-permits     441 words  2 pictures  Immigration
# map-maker        392 words  1 pictures  Culture
# night-market     221 words  2 pictures  Town
# price-of-bread   340 words  1 pictures  Economy
# salt-pans        172 words  5 pictures  Photography
# sea-lamps        404 words  1 pictures  Opinion
# storm-ottilie    351 words  2 pictures  News
# 8 articles, 2534 words
