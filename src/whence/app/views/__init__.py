"""What a story shows, one question a file: frozen rows, in the order in which they are to be read."""
