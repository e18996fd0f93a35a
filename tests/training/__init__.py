"""Trains the judge of lines that `newsmodel.page` ships: `python -m tests.training`, from the root of the repository.

Needs LightGBM (`pip install -e '.[training]'`) and the pages of `samples/news-pages` with their truth, which are
others' and no part of this repository: `NEWSMODEL_SAMPLES` names the folder, or it is `../shared/samples` beside it.
Provenance: `fundus_dev` are news pages with the paragraphs that a publisher's own parser found (the Fundus project's
test cases), `wcxb_dev` pages of blogs, guides and firms with their text marked by hand (WCXB), `trafilatura` pages with
strings that must and must not be found (the evaluation of the trafilatura project).
"""
