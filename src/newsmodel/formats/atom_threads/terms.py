"""Names of Atom and its threads, and what stands where Atom requires a value that there is not."""

from __future__ import annotations

from datetime import UTC, datetime

ATOM = "http://www.w3.org/2005/Atom"
THREADING = "http://purl.org/syndication/thread/1.0"
SEARCH = ("http://a9.com/-/spec/opensearchrss/1.0/", "http://a9.com/-/spec/opensearch/1.1/")

UNDATED = datetime(1970, 1, 1, tzinfo=UTC)
"""When an entry without any date was `updated`."""

FEED, ARTICLE = "feed of ", "article "
"""What the URNs hold that are the ids of a feed, and of an article without one."""

ANSWER = "Re: "
"""How the title of a comment begins, before that of the article."""
