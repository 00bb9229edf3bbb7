-- Opens the ledger for a look only.
attach $path as ledger (read_only);
