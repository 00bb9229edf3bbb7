-- The public file no longer shows all that the ledger holds.
update ledger.state set has_unpublished = true;
