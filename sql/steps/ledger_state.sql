-- What the ledger says of itself: is something unpublished, how are its facts laid out?
select has_unpublished, facts_layout from ledger.state;
