-- What is known of one article, and where does it say so?
-- ماذا نعرف عن مقال بعينه، وأين ورد ذلك فيه؟
-- Offsets count characters of the file's text; here the first facts of the Al Jazeera article.
select fact, surface, meaning, basis, score, char_start, char_end
from article_evidence((select min(article_id) from articles where source_id = 'aljazeera'))
limit 12;
