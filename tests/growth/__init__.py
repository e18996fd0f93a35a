"""How time and memory grow with the size of hostile input: baits for every reader and writer, and what they cost."""
