-- Under which forms of its name each publisher speaks of an entity, by month or year.
-- Grain: one row per entity, form, publisher and step; null where no month is known.
-- Limits: entities with two forms or more of some weight; further forms and publishers together.
with

-- Whoever is named often: the choice is made among twenty times as many as are wanted.
frequent_entities as (
    select entity_id
    from entities
    order by mention_count desc, entity_id
    limit 20 * $limit
),

choices_by_form as materialized (
    select * rename (surface as form)
    from naming_choices
    semi join frequent_entities using (entity_id)
),

forms as (
    select entity_id, form, sum(mention_count) as mention_count
    from choices_by_form
    group by entity_id, form
),

ranked_forms as (
    select
        *,
        row_number() over (partition by entity_id order by mention_count desc, form) as place,
        sum(mention_count) over (partition by entity_id) as all_mention_count
    from forms
),

-- A second form that stands for a twentieth of all mentions is a choice; less is a slip.
chosen_entities as (
    select entity_id, row_number() over (
        order by all_mention_count desc, entity_id
    ) as entity_place
    from ranked_forms
    where place = 2 and mention_count >= greatest(2, all_mention_count / 20)
    qualify entity_place <= $limit
),

ranked_sources as (
    select entity_id, source_id, row_number() over (
        partition by entity_id
        order by sum(mention_count) desc, source_id
    ) as source_place
    from choices_by_form
    semi join chosen_entities using (entity_id)
    where source_id is not null
    group by entity_id, source_id
)

select
    entities.entity_id,
    entities.name_ar,
    entities.name_en,
    if(forms.place > $form_limit, 'صيغ أخرى', choices.form) as form,
    least(forms.place, $form_limit + 1) as form_place,
    case
        when choices.source_id is null then 'غير معروف'
        when ranked.source_place > $source_limit then 'منابر أخرى'
        else sources.name_ar
    end as source,
    if($step = 'year', cast(date_trunc('year', choices.month_on) as date), choices.month_on)
        as step_on,
    sum(choices.mention_count)::bigint as mention_count
from choices_by_form as choices
join chosen_entities using (entity_id)
join entities using (entity_id)
join ranked_forms as forms
    on forms.entity_id = choices.entity_id and forms.form = choices.form
left join ranked_sources as ranked
    on ranked.entity_id = choices.entity_id and ranked.source_id = choices.source_id
left join sources on sources.source_id = choices.source_id
group by all
order by any_value(chosen_entities.entity_place), form_place, form, source, step_on;
