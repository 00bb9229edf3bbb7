"""Pure Arabic text logic: no clock, no disk, no prefect, no duckdb, no polars."""
