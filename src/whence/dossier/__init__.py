"""One self-contained page for a story."""
