-- Loads the facts of one batch.
insert into ledger.tags by name select * from incoming_tags;
