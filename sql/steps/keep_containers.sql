-- A container was read to its end: it is not read again while it stays the same.
insert into ledger.containers by name
select * from incoming;
