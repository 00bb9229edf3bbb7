-- Pairs of bodies that share so much text that one is a copy of the other, draws on it, or fills in
-- the same template.
-- Grain: one row per pair of different bodies, the smaller key first.
-- Limits: a function of the two bodies; whether they were to be compared is for standing_pairs to say.
create table if not exists ledger.pairs (
    body_key ubigint not null,
    other_body_key ubigint not null,
    kind varchar not null,
    word_count integer not null,
    other_word_count integer not null,
    shared_count integer not null,
    other_shared_count integer not null,
    longest_count integer not null,
    passages struct(word_no integer, other_word_no integer, word_count integer)[] not null,
    shingle_count integer not null,
    needed_count utinyint not null,
    parser_version varchar not null
);
