-- A run has begun.
insert into ledger.runs by name
select $run_id as run_id, $started_at as started_at, $akhbar_version as akhbar_version,
    $parser_version as parser_version;
