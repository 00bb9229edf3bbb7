-- Makes the file that will become the public one; DuckDB 1.4, 1.5 and 2.0 can read its format.
attach $path as news (storage_version 'v1.4.0');
