-- Where DuckDB would draw a bar of its own, it stands between the lines that we print.
set enable_progress_bar = false;
