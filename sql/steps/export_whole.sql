-- Writes a table as one Parquet file.
copy (from query_table($table_name)) to $path (format parquet, compression zstd);
