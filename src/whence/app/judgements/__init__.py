"""A person's decisions: made, kept by the words they stand on, applied, and held against one another."""
