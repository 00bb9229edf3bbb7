-- A folded word, and what is left of it as one particle or article after the other goes.
-- Grain: one word in, six out, the last ones alike; ar_forms('بسوريا')[2] = 'سوريا'.
-- Limits: five particles at most; for ar_stem and search.
create macro ar_forms(x) as
    [
        x,
        ar_less(x),
        ar_less(ar_less(x)),
        ar_less(ar_less(ar_less(x))),
        ar_less(ar_less(ar_less(ar_less(x)))),
        ar_less(ar_less(ar_less(ar_less(ar_less(x)))))
    ];
