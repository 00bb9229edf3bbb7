-- Opens the ledger, or makes an empty one, in the storage format that DuckDB 1.4 and later read.
-- A row group is what one thread reads, and what is written again when a batch fills it up.
attach $path as ledger (storage_version 'v1.4.0', row_group_size 20480);
