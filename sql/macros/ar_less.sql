-- A folded word without its first particle or article; the word itself where it has none.
-- Grain: one word in, one out; ar_less('وبالسفاره') = 'بالسفاره'.
-- Limits: does not know whether the letter belongs to the word; ar_stem does.
create macro ar_less(x) as
    regexp_replace(x, '^(?:[وفبك]ال(.{4,})|ال(.{3,})|[وفبلك](.{3,}))$', '\1\2\3');
