-- What everything in this file is: tables, views, macros and their columns.
-- Grain: one row per table, view or macro, and one per column of a table or view.
-- Limits: says the same as the comments that DuckDB shows, laid out to be read and filtered.
create table dictionary as
select
    cast(null as varchar) as object_name,   -- The table, view or macro.
    cast(null as varchar) as object_type,   -- table, view or macro.
    cast(null as varchar) as column_name,   -- The column; null where the row is of the object itself.
    cast(null as integer) as position,   -- Place of the column in its object, from 1; 0 for the object itself.
    cast(null as varchar) as data_type,   -- Type of the column; of a macro its parameters.
    cast(null as varchar) as meaning,   -- What it is.
    cast(null as varchar) as grain,   -- What one row is, or what a macro makes of what; null for a column.
    cast(null as varchar) as limits   -- What it does not tell; null for a column.
from range(0);
