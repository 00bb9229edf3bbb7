-- A folded word without the endings of number, gender, nisba and possession.
-- Grain: one word in, one out; ar_light('انتخاباتها') = 'انتخاب'.
-- Limits: three endings at most, each only where three or four letters stay; for ar_stem, which folds.
create macro ar_light(x) as
    (x)
    .regexp_replace('^(?:(.{3,}?)(?:اتهما|اتها|اتهم|تهما|اته|تان|تنا|تها|تهم|تين|هما|ات|ته|ها|هم|هن|ه)|(.{4,}?)(?:ان|نا|ون|ين|ا|ي))$', '\1\2')
    .regexp_replace('^(?:(.{3,}?)(?:اتهما|اتها|اتهم|تهما|اته|تان|تنا|تها|تهم|تين|هما|ات|ته|ها|هم|هن|ه)|(.{4,}?)(?:ان|نا|ون|ين|ا|ي))$', '\1\2')
    .regexp_replace('^(?:(.{3,}?)(?:اتهما|اتها|اتهم|تهما|اته|تان|تنا|تها|تهم|تين|هما|ات|ته|ها|هم|هن|ه)|(.{4,}?)(?:ان|نا|ون|ين|ا|ي))$', '\1\2');
