-- A run has done its work.
update ledger.runs
set finished_at = $finished_at, kept_count = $kept_count, parsed_count = $parsed_count,
    refused_count = $refused_count
where run_id = $run_id;
