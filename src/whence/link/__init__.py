"""Across reports: who is who, what is the same happening, who took from whom."""
