-- What do the columns about publication dates mean?
-- ماذا تعني الأعمدة الخاصة بتاريخ النشر؟
-- The table dictionary describes every table, view, macro and column of this file.
select object_name, column_name, data_type, meaning
from dictionary
where object_name = 'articles' and starts_with(column_name, 'published_')
order by position;
