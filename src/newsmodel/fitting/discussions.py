"""Comments as blocks of the body, for formats that have a body and no comments."""

from __future__ import annotations

from typing import Any

import attrs

from newsmodel.fitting.place import Place
from newsmodel.fitting.walker import Rule
from newsmodel.model import Article, CommentThread
from newsmodel.model.threads.lowering import lower as lower_thread
from newsmodel.report import Report


def with_discussion(rule: Rule) -> Rule:
    """*rule*, of articles, after the comments became blocks at the end of the body: `article.comments` flattened."""

    def article(node: Article, place: Place) -> Any:
        if len(node.comments):
            body = (*node.body, *lower_thread(node.comments))
            moved = attrs.evolve(node, body=body, comments=CommentThread())
            node = place.replace(node, moved, "article.comments", "flattened", "they are blocks of the body")
        return rule(node, place)

    return article


def discussion(thread: CommentThread, report: Report) -> Article:
    """A lone *thread* as an article of its blocks: `comment-thread` flattened."""
    article = Article(body=lower_thread(thread))
    Place("$", report).replace(thread, article, thread.type, "flattened")
    return article
