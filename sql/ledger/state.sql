-- What the next run must know: is there something in the ledger that is not published yet?
-- Grain: one row.
-- Limits: set in the transaction that loads, cleared after the public file is in place.
create table if not exists ledger.state (
    has_unpublished boolean not null
);
