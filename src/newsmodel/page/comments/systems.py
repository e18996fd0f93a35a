"""The table of the systems whose comments stand on the page; the first that finds any has them."""

from __future__ import annotations

from typing import Final

from newsmodel.page.comments.blogger import BLOGGER
from newsmodel.page.comments.coral import CORAL
from newsmodel.page.comments.discourse import DISCOURSE
from newsmodel.page.comments.disqus import DISQUS
from newsmodel.page.comments.drupal import DRUPAL
from newsmodel.page.comments.lemmy import LEMMY
from newsmodel.page.comments.microformats import MICROFORMATS
from newsmodel.page.comments.system import System
from newsmodel.page.comments.wordpress import EPOCH, WORDPRESS
from newsmodel.page.comments.wpdiscuz import WPDISCUZ

SYSTEMS: Final[tuple[System, ...]] = (
    WPDISCUZ, EPOCH, BLOGGER, DISQUS, CORAL, LEMMY, DRUPAL, DISCOURSE, MICROFORMATS, WORDPRESS,
)  # fmt: skip
"""Those with class names of their own before those that share theirs."""
