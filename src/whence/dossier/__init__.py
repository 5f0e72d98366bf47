"""One self-contained page for a story."""

from whence.dossier.pages import write_dossier

__all__ = ["write_dossier"]
