"""What a page says of its article: each field from the sources that name it, by rank, then from what is shown."""
