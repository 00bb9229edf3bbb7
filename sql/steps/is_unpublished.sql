-- Is there something in the ledger that the public file does not show?
select has_unpublished from ledger.state;
