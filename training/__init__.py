"""Trains the tagger that ships with whence. Needs the extra `train`; nothing in the package imports it."""
