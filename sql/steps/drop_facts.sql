-- Facts that were laid out by another version go, and what was found by comparing them: all is
-- made again from the bytes kept.
drop table ledger.facts;
drop table ledger.lines;
drop table ledger.source_mentions;
drop table ledger.date_mentions;
drop table ledger.entity_mentions;
drop table ledger.quotes;
drop table ledger.tags;
drop table ledger.related_headlines;
drop table ledger.wordings;
drop table ledger.sketches;
drop table ledger.crowded_shingles;
drop table ledger.compared;
drop table ledger.pairs;
