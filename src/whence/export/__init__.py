"""A story in the forms of other programs."""
