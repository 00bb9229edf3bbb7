-- The words of a text, folded and in lower case: runs of letters, runs of digits.
-- Grain: one text in, a list out; ar_words('بـ 24 ساعةً') = ['ب', '24', 'ساعه'].
-- Limits: a hyphen or an apostrophe parts words.
create macro ar_words(x) as
    regexp_extract_all(lower(ar_fold(x)), '[\p{L}\p{Nl}\p{No}]+|\p{Nd}+');
