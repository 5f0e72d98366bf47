"""The only room that knows how work is spread over processes."""
