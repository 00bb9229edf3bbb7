-- The public file shows all that the ledger holds.
update ledger.state set has_unpublished = false;
