-- Of a container that was just read to its end, the contents that it holds in a newer version:
-- another record with the same key or, where either has none, another one at the same address.
-- Records that merely left the container stay, as files do that leave the landing folder.
with

former_records as (
    select records.*
    from ledger.records
    join incoming
        on incoming.landing = records.landing
        and incoming.path = records.container
        and incoming.reading_id <> records.reading_id
),

present_records as (
    select records.*
    from ledger.records
    join incoming
        on incoming.landing = records.landing
        and incoming.path = records.container
        and incoming.reading_id = records.reading_id
),

replaced_records as (
    select former.landing, former.path, former.file_id
    from former_records as former
    join present_records as present
        on present.landing = former.landing
        and present.container = former.container
        and present.record_key = former.record_key
    union
    select former.landing, former.path, former.file_id
    from former_records as former
    join present_records as present
        on present.landing = former.landing
        and present.path = former.path
    where present.record_key is null or former.record_key is null
)

update ledger.arrivals
set is_current = false
from replaced_records
where arrivals.landing = replaced_records.landing
    and arrivals.path = replaced_records.path
    and arrivals.file_id = replaced_records.file_id
    and arrivals.is_current;
