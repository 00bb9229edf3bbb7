"""Akhbar: raw Arabic news articles in, a DuckDB warehouse that analysts trust out."""
