-- Facts that were laid out by another version go: they are made again from the bytes kept.
drop table ledger.facts;
drop table ledger.lines;
drop table ledger.source_mentions;
drop table ledger.date_mentions;
drop table ledger.entity_mentions;
drop table ledger.tags;
drop table ledger.related_headlines;
