-- Bodies that have been compared with all others.
-- Grain: one row per body.
-- Limits: made by one parser version; bodies of fewer than 25 words are not compared.
create table if not exists ledger.compared (
    body_key ubigint not null,
    parser_version varchar not null
);
