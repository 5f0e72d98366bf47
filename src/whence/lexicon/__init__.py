"""Words as data files, beside the loader that reads them."""
