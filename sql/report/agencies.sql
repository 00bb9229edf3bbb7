-- How much of what each outlet publishes comes from news agencies.
-- Grain: one row per outlet.
-- Limits: the outlets with the most texts of which any comes from an agency.
select
    name_ar,
    credited_count,
    drawn_count,
    text_count - credited_count - drawn_count as own_count
from agency_copy
where credited_count + drawn_count > 0
order by text_count desc, source_id
limit $limit;
