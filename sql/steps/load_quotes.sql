-- Loads the facts of one batch.
insert into ledger.quotes by name select * from incoming_quotes;
