-- Loads the facts of one batch.
insert into ledger.date_mentions by name select * from incoming_date_mentions;
