"""Names of Disqus's XML."""

from __future__ import annotations

SYSTEM = "disqus"
NAMESPACE = "http://disqus.com"
INTERNALS = "http://disqus.com/disqus-internals"
