"""The ledger and the public file: the only room that imports duckdb; it reads its SQL from sql/."""
