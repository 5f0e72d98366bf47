"""Readers of the corpora: each yields `Paper`s, whose layers are empty where the corpus does not mark them."""
