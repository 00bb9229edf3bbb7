-- Opens the ledger, or makes an empty one, in the storage format that DuckDB 1.4 and later read.
attach $path as ledger (storage_version 'v1.4.0');
