-- Loads the facts of one batch.
insert into ledger.wordings by name select * from incoming_wordings;
