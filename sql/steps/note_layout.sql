-- The tables of facts are laid out as this version wants them, and are still empty.
update ledger.state set facts_layout = $facts_layout, has_unpublished = true;
