-- Makes the file that will become the public one; DuckDB 1.4, 1.5 and 2.0 can read its format.
-- Row groups are what is written and read in parallel: an article is a long row. A build that is
-- killed is thrown away, so that a log of what was written would only write everything twice.
attach $path as news (storage_version 'v1.4.0', row_group_size 40960, recovery_mode no_wal_writes);
