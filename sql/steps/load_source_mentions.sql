-- Loads the facts of one batch.
insert into ledger.source_mentions by name select * from incoming_source_mentions;
