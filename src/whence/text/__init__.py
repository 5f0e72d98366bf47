"""Tokens, sentences, paragraphs and quotations of a document."""
