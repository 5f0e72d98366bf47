"""What whence knows: frozen types with no behaviour but their own consistency, standard library only."""
