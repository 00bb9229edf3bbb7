-- Every entity has a name, and at least one row of entity_names.
select entities.entity_id, entities.name_ar
from entities
left join entity_names as names using (entity_id)
where names.entity_id is null or coalesce(entities.name_ar, '') = ''
order by entities.entity_id;
