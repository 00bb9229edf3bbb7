-- The index of words holds as many places as the lines that are searched have words, and the same.
with

places_of_the_index as (
    select
        coalesce(sum(len(places)), 0) as place_count,
        coalesce(sum(list_sum(places)), 0) as place_sum
    from search_terms
),

words_of_the_lines as (
    select
        coalesce(sum(word_count), 0) as word_count,
        coalesce(
            sum(first_place::hugeint * word_count + word_count::hugeint * (word_count - 1) // 2), 0
        ) as place_sum
    from lines
    where first_place is not null
)

select found.place_count, words.word_count, found.place_sum, words.place_sum as expected_sum
from places_of_the_index as found
cross join words_of_the_lines as words
where found.place_count <> words.word_count or found.place_sum <> words.place_sum;
