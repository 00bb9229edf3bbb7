-- Which articles speak of Russian air strikes, and where?
-- أي المقالات تتحدث عن الغارات الروسية، وأين؟
-- All words must be there, in any form: غارات, الغارة, روسي and لروسيا count; the best articles come first.
select headline, published_on, round(score, 2) as score, snippet, char_start, char_end
from search('غارات روسيا');
