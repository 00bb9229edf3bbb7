-- A new ledger has nothing to publish yet, but an empty public file is owed all the same.
insert into ledger.state (has_unpublished, facts_layout)
select true, $facts_layout
where not exists (select 1 from ledger.state);
