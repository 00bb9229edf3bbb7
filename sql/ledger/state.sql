-- What the next run must know: what is not published yet, and how the tables of facts are laid out.
-- Grain: one row.
-- Limits: has_unpublished is set in the transaction that loads, cleared after publishing.
create table if not exists ledger.state (
    has_unpublished boolean not null,
    facts_layout varchar not null
);
