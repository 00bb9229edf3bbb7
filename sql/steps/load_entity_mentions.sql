-- Loads the facts of one batch.
insert into ledger.entity_mentions by name select * from incoming_entity_mentions;
