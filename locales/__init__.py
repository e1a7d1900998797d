"""Languages: catalogues, their loader and the formatters of values."""
