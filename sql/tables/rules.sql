-- The rules that gave lines their roles: what each sees, with an example.
-- Grain: one row per rule.
-- Limits: rules of this version, whether a line met them or not; shapes of a page have no example.
create table rules as
select
    rule as rule,   -- Id of the rule, as in lines.
    role as role,   -- The role that it gives.
    sees as sees,   -- The wording that it matches, or the shape that it sees.
    example as example,   -- A line that it matches.
    counter_example as counter_example,   -- A line that looks like it and is none.
    origin as origin   -- Where it was learnt.
from lexicon_rules
order by rule;
