"""One file, or one folder, a format. Nothing lists them, and none imports another."""
