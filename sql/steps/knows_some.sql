-- Does the ledger hold facts of any of these contents already? New contents have nothing to forget.
select exists (select 1 from ledger.facts semi join incoming_facts using (file_id));
