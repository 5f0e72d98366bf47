"""whence reads the news reports on a developing story and says, for every event and claim in them, whence it comes."""

__version__ = "0.1.0"
