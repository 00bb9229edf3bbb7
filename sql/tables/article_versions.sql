-- What each name of the landing folder held, version by version; articles shows the current ones.
-- Grain: one row per name and version; a record that has a key keeps its history wherever it stands.
-- Limits: versions are those that a run met; a record without a key is known by its place alone.
create table article_versions as
with

-- A record of a container is named by its key, so that it may move; two of one key by their places.
names as (
    select
        arrivals.landing,
        arrivals.path,
        arrivals.file_id,
        arrivals.is_current,
        arrivals.first_seen_at,
        records.container,
        case
            when records.record_key is null then arrivals.path
            when count(distinct arrivals.file_id) filter (where arrivals.is_current) over (
                partition by arrivals.landing, records.container, records.record_key
            ) > 1 then arrivals.path
            else concat(records.container, ' ', records.record_key)
        end as name
    from ledger.arrivals
    left join ledger.records using (landing, path, file_id)
),

-- A record that only moved on, because others were put before it, left no version behind.
standing as (
    select names.*
    from names
    where names.container is null
        or names.is_current
        or not exists (
            select 1
            from names as others
            where others.landing = names.landing
                and others.container = names.container
                and others.file_id = names.file_id
                and others.is_current
        )
),

appearances as (
    select landing, name, path, file_id, is_current, first_seen_at as seen_at
    from standing
    union
    select standing.landing, name, standing.path, standing.file_id, is_current, returned_at
    from standing
    join ledger.returns using (landing, path, file_id)
),

-- What stands there now came last, even where the clock was set back.
appearances_in_order as (
    select
        *,
        row_number() over (
            partition by landing, name order by is_last_of_current, seen_at, file_id, path
        ) as position
    from (
        select
            *,
            is_current and seen_at = max(seen_at) over (partition by landing, name, file_id)
                as is_last_of_current
        from appearances
    )
),

changes as (
    select *
    from appearances_in_order
    qualify file_id is distinct from lag(file_id) over (
        partition by landing, name order by position
    )
),

versions as (
    select
        landing,
        name,
        path,
        file_id,
        is_current,
        seen_at as valid_from,
        row_number() over by_name as version_no,
        lead(seen_at) over by_name as valid_to,
        lag(file_id) over by_name as former_file_id,
        last_value(file_id) over (
            partition by landing, name order by position
            rows between unbounded preceding and unbounded following
        ) as last_file_id
    from changes
    window by_name as (partition by landing, name order by position)
),

lines_of_versions as (
    select file_id, text, row_number() over (partition by file_id, text) as occurrence
    from (
        select file_id, line_no, string_agg(text, '' order by segment_no) as text
        from ledger.lines
        where role is not null
            and file_id in (
                select unnest([file_id, former_file_id])
                from versions
                where former_file_id is not null
            )
        group by file_id, line_no
    )
),

added_lines as (
    select versions.landing, versions.name, versions.version_no, count(*) as line_count
    from versions
    join lines_of_versions as present using (file_id)
    anti join lines_of_versions as former
        on former.file_id = versions.former_file_id
        and former.text = present.text
        and former.occurrence = present.occurrence
    where versions.former_file_id is not null
    group by all
),

removed_lines as (
    select versions.landing, versions.name, versions.version_no, count(*) as line_count
    from versions
    join lines_of_versions as former on former.file_id = versions.former_file_id
    anti join lines_of_versions as present
        on present.file_id = versions.file_id
        and present.text = former.text
        and present.occurrence = former.occurrence
    group by all
)

select
    -- ids
    versions.path as path,   -- Name below the landing folder under which the version stood; the address of a record.
    cast(versions.version_no as integer) as version_no,   -- Number of the version, from 1.
    versions.file_id as file_id,   -- The content of the version, in files.
    versions.former_file_id as former_file_id,   -- The content of the version before; null for the first.
    files.article_id as article_id,   -- The article that the newest version is, or is a copy of; null where it is rejected.

    -- state
    versions.is_current and versions.valid_to is null as is_current,   -- Whether the name holds this version, or held it when it was last there.
    coalesce(added.line_count, 0) as added_line_count,   -- Lines that the version before does not have, in version_changes; 0 for the first.
    coalesce(removed.line_count, 0) as removed_line_count,   -- Lines of the version before that it does not have any more.

    -- times
    versions.valid_from at time zone 'UTC' as valid_from,   -- When a run first met this version, UTC.
    versions.valid_to at time zone 'UTC' as valid_to   -- When a run first met the next one, UTC; null for the newest.
from versions
left join files on files.file_id = versions.last_file_id
left join added_lines as added using (landing, name, version_no)
left join removed_lines as removed using (landing, name, version_no)
-- A landing folder that was moved is another one to the ledger, with the same names and versions.
qualify row_number() over (
    partition by versions.path, versions.version_no, versions.file_id
    order by versions.is_current and versions.valid_to is null desc, versions.landing
) = 1
order by path, version_no, file_id;
