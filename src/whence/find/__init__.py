"""What the text holds: spans."""
