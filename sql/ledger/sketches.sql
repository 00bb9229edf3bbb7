-- The sketches of all bodies that were compared, laid out to be joined.
-- Grain: one row per body and kept run of words.
-- Limits: bodies of fewer than 25 words are not compared; made by one parser version. needed_count of
-- a body is the same in all its rows.
create table if not exists ledger.sketches (
    shingle ubigint not null,
    body_key ubigint not null,
    needed_count utinyint not null,
    parser_version varchar not null
);
