"""The report: the public file as one page that explains itself, without a network."""
