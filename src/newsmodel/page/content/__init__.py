"""Where the article stands on a page: lines, what is told of each, the trained judge, and the body read from them."""
