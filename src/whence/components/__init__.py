"""whence inside other people's pipelines."""
