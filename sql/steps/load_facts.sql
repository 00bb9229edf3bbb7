-- Loads the facts of one batch.
insert into ledger.facts by name select * from incoming_facts;
