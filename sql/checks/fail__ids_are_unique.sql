-- No table has two rows of the same grain.
select 'articles' as found_in, article_id as id, count(*) as row_count
from articles
group by article_id having count(*) > 1
union all
select 'articles of one file', file_id, count(*)
from articles
group by file_id having count(*) > 1
union all
select 'arrivals', concat_ws(' ', path, file_id), count(*)
from arrivals
group by path, file_id having count(*) > 1
union all
select 'article_versions', concat_ws(' ', path, version_no, file_id), count(*)
from article_versions
group by path, version_no, file_id having count(*) > 1
union all
select 'article_tags', concat_ws(' ', article_id, position), count(*)
from article_tags
group by article_id, position having count(*) > 1
union all
select 'containers', path, count(*)
from containers
group by path having count(*) > 1
union all
select 'copies', file_id, count(*)
from copies
group by file_id having count(*) > 1
union all
select 'date_mentions', concat_ws(' ', article_id, char_start, char_end), count(*)
from date_mentions
group by article_id, char_start, char_end having count(*) > 1
union all
select 'dates', cast(date_on as varchar), count(*)
from dates
group by date_on having count(*) > 1
union all
select 'entities', entity_id, count(*)
from entities
group by entity_id having count(*) > 1
union all
select 'entity_mentions', concat_ws(' ', article_id, char_start, char_end), count(*)
from entity_mentions
group by article_id, char_start, char_end having count(*) > 1
union all
select 'entity_names', concat_ws(' ', entity_id, name), count(*)
from entity_names
group by entity_id, name having count(*) > 1
union all
select 'files', file_id, count(*)
from files
group by file_id having count(*) > 1
union all
select 'lines', concat_ws(' ', file_id, line_no, segment_no), count(*)
from lines
group by file_id, line_no, segment_no having count(*) > 1
union all
select 'quotes', concat_ws(' ', article_id, char_start, char_end), count(*)
from quotes
group by article_id, char_start, char_end having count(*) > 1
union all
select 'related_headlines', concat_ws(' ', article_id, position), count(*)
from related_headlines
group by article_id, position having count(*) > 1
union all
select 'records', concat_ws(' ', path, file_id, container, record_key), count(*)
from records
group by path, file_id, container, record_key having count(*) > 1
union all
select 'recurring_lines', concat_ws(' ', file_id, line_no, segment_no), count(*)
from recurring_lines
group by file_id, line_no, segment_no having count(*) > 1
union all
select 'reuse', concat_ws(' ', article_id, other_article_id), count(*)
from reuse
group by article_id, other_article_id having count(*) > 1
union all
select 'runs', run_id, count(*)
from runs
group by run_id having count(*) > 1
union all
select 'sources', source_id, count(*)
from sources
group by source_id having count(*) > 1
union all
select 'stories', story_id, count(*)
from stories
group by story_id having count(*) > 1
union all
select 'known_stems', stem, count(*)
from known_stems
group by stem having count(*) > 1
union all
select 'search_articles', article_id, count(*)
from search_articles
group by article_id having count(*) > 1
union all
select 'search_terms', term, count(*)
from search_terms
group by term having count(*) > 1
order by found_in, id;
