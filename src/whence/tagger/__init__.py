"""One neural pass over a report that marks attributions, mentions, triggers and syntax."""

from whence.tagger.taggers import Settings, Tagger, load_tagger

__all__ = ["Settings", "Tagger", "load_tagger"]
