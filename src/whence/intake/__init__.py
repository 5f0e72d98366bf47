"""Bytes in, documents out: files, pages and JSON Lines, with masthead, date and boilerplate."""
