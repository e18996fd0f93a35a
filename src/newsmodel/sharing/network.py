"""Network: how one network is offered a page, as a value."""

from __future__ import annotations

import attrs


@attrs.frozen(kw_only=True)
class Network:
    """A network that pages can be shared to.

    name: in lower case. title: as people write it. endpoint: the address before its parameters; "" is never written.
    pattern: a regular expression for its share addresses in lower case, without "https://", from their beginning.
    url, text, via, hashtags, media: the names of the parameters. Without *url* the address follows the text, in a line
    of its own. fixed: parameters that are always there. is_gone: the network or its share page no longer exists.
    """

    name: str
    title: str
    pattern: str
    endpoint: str = ""
    url: str = ""
    text: str = ""
    via: str = ""
    hashtags: str = ""
    media: str = ""
    fixed: tuple[tuple[str, str], ...] = ()
    is_gone: bool = False

    @property
    def is_live(self) -> bool:
        """Whether addresses of it are written."""
        return bool(self.endpoint) and not self.is_gone
