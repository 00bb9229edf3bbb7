"""Every check finds what it is there to find, and nothing in a sound file."""

import shutil
from datetime import date, timedelta
from pathlib import Path
from typing import get_args

import duckdb
import pytest

from flows.store import sql
from flows.text import model
from tests.sql.conftest import NOW, Build, Landed, Warehouse

CHECKS = {file.name.partition("__")[2]: file for file in sql.files("checks")}

# Each breaks one promise of a sound public file.
BREAKS = [
    ("bodies_are_their_lines", "update articles set body = body || '.'"),
    ("bodies_are_their_lines", "update articles set body = null"),
    ("bodies_are_their_lines", "update lines set role = 'caption' where role = 'subheading'"),
    ("counts_are_what_they_count", "update articles set copy_count = copy_count + 1"),
    ("counts_are_what_they_count", "update entities set article_count = article_count + 1"),
    ("counts_are_what_they_count", "update entities set mention_count = mention_count - 1"),
    ("counts_are_what_they_count", "update sources set article_count = 7"),
    (
        "credits_tags_and_quotes_are_what_the_text_says",
        "update article_sources set char_end = char_end + 1 where char_end is not null",
    ),
    (
        "credits_tags_and_quotes_are_what_the_text_says",
        "update article_sources set char_start = null where relation = 'credit'",
    ),
    ("credits_tags_and_quotes_are_what_the_text_says", "update article_tags set tag = 'لا'"),
    (
        "credits_tags_and_quotes_are_what_the_text_says",
        "update related_headlines set char_start = char_start - 3",
    ),
    ("credits_tags_and_quotes_are_what_the_text_says", "update quotes set surface = 'لا'"),
    (
        "credits_tags_and_quotes_are_what_the_text_says",
        "update quotes set speaker_surface = 'لا أحد'",
    ),
    (
        "credits_tags_and_quotes_are_what_the_text_says",
        "update quotes set speaker_char_end = null",
    ),
    ("days_are_in_the_calendar", "delete from dates where date_on = '2016-05-25'"),
    ("days_are_in_the_calendar", "update articles set published_on = '1999-01-01'"),
    ("every_entity_has_a_name", "delete from entity_names"),
    ("every_entity_has_a_name", "update entities set name_ar = ''"),
    ("every_file_is_accounted_for", "delete from copies"),
    ("every_file_is_accounted_for", "delete from files where status = 'article'"),
    ("every_file_is_accounted_for", "delete from rejects where file_id is not null"),
    ("every_file_is_accounted_for", "update files set status = 'copy'"),
    ("every_file_is_accounted_for", "insert into copies select * from copies"),
    (
        "only_recurring_lines_lose_their_own_role",
        "update lines set rule = 'other' where role = 'subheading'",
    ),
    (
        "only_recurring_lines_lose_their_own_role",
        "update lines set role = own_role where role <> own_role",
    ),
    (
        "only_recurring_lines_lose_their_own_role",
        "update lines set own_role = 'byline' where role <> own_role",
    ),
    ("only_recurring_lines_lose_their_own_role", "delete from recurring_lines"),
    ("every_line_has_one_role", "update lines set role = null where role = 'body'"),
    ("every_line_has_one_role", "update lines set rule = null where role = 'body'"),
    ("every_line_has_one_role", "update lines set score = null where role = 'body'"),
    ("every_line_has_one_role", "update lines set role = 'body' where role is null"),
    ("the_dictionary_holds_everything", "delete from dictionary where column_name = 'headline'"),
    ("the_dictionary_holds_everything", "update dictionary set limits = null"),
    ("the_dictionary_holds_everything", "create table more as select 1 as number"),
    ("every_word_is_found_in_its_place", "delete from search_terms where len(places) = 1"),
    (
        "every_word_is_found_in_its_place",
        "update search_terms set places = list_transform(places, lambda p: p + 1)",
    ),
    ("every_reference_is_found", "update entity_mentions set entity_id = 'nobody'"),
    ("every_reference_is_found", "update quotes set speaker_entity_id = 'nobody'"),
    ("every_reference_is_found", "update quotes set channel_source_id = 'nobody'"),
    ("every_reference_is_found", "update quotes set article_id = 'nobody'"),
    ("every_reference_is_found", "update articles set source_id = 'nobody'"),
    ("every_reference_is_found", "update articles set story_id = 'nothing'"),
    ("every_reference_is_found", "update copies set article_id = 'none'"),
    ("every_reference_is_found", "update copies set source_id = 'nobody'"),
    ("every_reference_is_found", "update date_mentions set article_id = null"),
    ("every_reference_is_found", "update files set article_id = null where status = 'copy'"),
    ("every_reference_is_found", "update arrivals set file_id = 'none'"),
    ("every_reference_is_found", "update records set file_id = 'none'"),
    ("records_agree_with_their_texts", "update articles set conflict_title = 'x'"),
    ("versions_follow_one_another", "update article_versions set file_id = 'none'"),
    ("versions_follow_one_another", "update article_versions set added_line_count = 9"),
    ("versions_follow_one_another", "delete from version_changes"),
    ("versions_follow_one_another", "update article_versions set is_current = true"),
    ("ids_are_unique", "insert into article_versions from article_versions"),
    ("words_come_from_their_vocabulary", "update rejects set reason = 'odd'"),
    ("words_come_from_their_vocabulary", "update files set form = 'odd'"),
    ("ids_are_unique", "insert into records select * from records"),
    ("ids_are_unique", "insert into containers select * from containers"),
    ("everything_has_a_comment", "comment on table lines is null"),
    ("everything_has_a_comment", "comment on column lines.text is null"),
    ("everything_has_a_comment", "comment on column removed_lines.rule is null"),
    ("everything_has_a_comment", "create view silent as select 1 as one"),
    ("everything_has_a_comment", "create macro silent(x) as x"),
    ("everything_has_a_comment", "create macro silent() as table select 1 as one"),
    ("headlines_are_what_the_text_says", "update articles set headline = headline || '!'"),
    ("headlines_are_what_the_text_says", "update articles set headline = null"),
    ("headlines_are_what_the_text_says", "update articles set summary_char_end = 99999"),
    ("headlines_are_what_the_text_says", "update articles set headline_char_start = null"),
    ("ids_are_unique", "insert into articles select * from articles"),
    ("ids_are_unique", "insert into arrivals select * from arrivals"),
    ("ids_are_unique", "insert into article_tags select * from article_tags"),
    ("ids_are_unique", "insert into copies select * from copies"),
    ("ids_are_unique", "insert into date_mentions select * from date_mentions"),
    ("ids_are_unique", "insert into dates select * from dates"),
    ("ids_are_unique", "insert into recurring_lines select * from recurring_lines"),
    ("ids_are_unique", "insert into entities select * from entities"),
    ("ids_are_unique", "insert into entity_mentions select * from entity_mentions"),
    ("ids_are_unique", "insert into entity_names select * from entity_names"),
    ("ids_are_unique", "insert into files select * from files"),
    ("ids_are_unique", "insert into lines select * from lines"),
    ("ids_are_unique", "insert into quotes select * from quotes"),
    ("ids_are_unique", "insert into related_headlines select * from related_headlines"),
    ("ids_are_unique", "insert into runs select * from runs"),
    ("ids_are_unique", "insert into sources select * from sources"),
    (
        "ids_are_unique",
        "insert into articles select * replace ('other' as article_id) from articles",
    ),
    ("intervals_end_after_they_begin", "update date_mentions set end_on = begin_on - 1"),
    ("lines_tile_the_text", "delete from lines where line_no = 2"),
    ("lines_tile_the_text", "update lines set text = text || ' ' where line_no = 1"),
    ("lines_tile_the_text", "update lines set ending = '' where line_no = 1"),
    ("lines_tile_the_text", "update lines set ending = chr(10) where ending = ''"),
    ("lines_tile_the_text", "update files set char_count = char_count + 1"),
    ("lines_tile_the_text", "delete from lines"),
    ("mentions_are_what_the_text_says", "update entity_mentions set char_start = char_start + 1"),
    ("mentions_are_what_the_text_says", "update entity_mentions set surface = 'لا'"),
    ("mentions_are_what_the_text_says", "update entity_mentions set line_no = line_no + 1"),
    ("mentions_are_what_the_text_says", "update entity_mentions set char_end = char_end + 999"),
    ("mentions_are_what_the_text_says", "update date_mentions set role = 'tags'"),
    ("mentions_are_what_the_text_says", "update date_mentions set char_end = char_start"),
    (
        "originals_appeared_before_their_copies",
        "update copies set published_on = '2016-05-01', published_precision = 'day'",
    ),
    ("originals_appeared_before_their_copies", "update articles set published_on = null"),
    (
        "publication_dates_agree_with_their_precision",
        "update articles set published_precision = null",
    ),
    ("publication_dates_agree_with_their_precision", "update articles set published_basis = null"),
    ("publication_dates_agree_with_their_precision", "update articles set published_score = null"),
    (
        "publication_dates_agree_with_their_precision",
        "update articles set published_precision = 'month'",
    ),
    (
        "publication_dates_agree_with_their_precision",
        "update articles set published_precision = 'year', published_on = '2016-02-01'",
    ),
    (
        "publication_dates_agree_with_their_precision",
        "update articles set published_precision = 'minute', published_at = null",
    ),
    (
        "publication_dates_agree_with_their_precision",
        "update articles set published_at = '2016-05-20 09:05'",
    ),
    ("publishers_stand_among_the_sources", "delete from article_sources"),
    ("publishers_stand_among_the_sources", "update articles set source_basis = 'guess'"),
    ("rejects_say_why", "update rejects set remedy = null"),
    ("rejects_say_why", "update rejects set reason = ''"),
    ("scores_lie_between_0_and_1", "update articles set published_score = 1.1"),
    ("scores_lie_between_0_and_1", "update article_sources set score = null"),
    ("scores_lie_between_0_and_1", "update copies set score = 2"),
    ("scores_lie_between_0_and_1", "update date_mentions set score = -0.1"),
    ("scores_lie_between_0_and_1", "update entity_mentions set score = 1.5"),
    ("scores_lie_between_0_and_1", "update lines set score = 5"),
    ("scores_lie_between_0_and_1", "update quotes set score = null"),
    (
        "scores_lie_between_0_and_1",
        "insert into reuse by name select 'a' as article_id, 'b' as other_article_id, "
        "0.5 as shared_share, 1.5 as other_shared_share, 0.5 as score",
    ),
    ("the_file_says_what_made_it", "delete from meta"),
    ("the_file_says_what_made_it", "update meta set build_key = null"),
    ("the_file_says_what_made_it", "insert into meta select * from meta"),
    ("scores_lie_between_0_and_1", "update copies set shared_share = 1.5"),
    ("scores_lie_between_0_and_1", "update copies set original_shared_share = -0.5"),
    (
        "shared_passages_lie_in_both_texts",
        "insert into shared_passages "
        "select file_id, file_id, 'reuse', 0, 99999, 0, 5, 1 from articles",
    ),
    (
        "shared_passages_lie_in_both_texts",
        "insert into shared_passages select file_id, file_id, 'reuse', 0, 5, 5, 5, 1 from articles",
    ),
    (
        "shared_passages_lie_in_both_texts",
        "insert into shared_passages select file_id, file_id, 'copy', 0, 5, 0, 5, 1 from articles",
    ),
    ("words_come_from_their_vocabulary", "update lines set role = 'text' where role = 'body'"),
    ("words_come_from_their_vocabulary", "update files set status = 'lost'"),
    ("words_come_from_their_vocabulary", "update article_sources set relation = 'owner'"),
    ("words_come_from_their_vocabulary", "update date_mentions set type = 'DAY'"),
    ("words_come_from_their_vocabulary", "update date_mentions set calendar = 'julian'"),
    ("words_come_from_their_vocabulary", "update quotes set form = 'indirect'"),
    ("words_come_from_their_vocabulary", "update quotes set stance = 'sure'"),
    ("words_come_from_their_vocabulary", "update quotes set verb_class = null"),
    ("words_come_from_their_vocabulary", "update entities set kind = 'PERSON'"),
    ("words_come_from_their_vocabulary", "update entity_mentions set kind = null"),
    ("words_come_from_their_vocabulary", "update copies set kind = 'same'"),
    ("words_come_from_their_vocabulary", "update check_results set severity = 'error'"),
    ("words_come_from_their_vocabulary", "update articles set published_precision = 'hour'"),
    ("dates_do_not_contradict_themselves", "update date_mentions set has_conflict = true"),
    ("every_article_has_a_body", "update articles set body = null"),
    ("every_article_has_a_date", "update articles set published_on = null"),
    ("every_article_has_a_headline", "update articles set headline = null"),
    ("every_line_is_understood", "update lines set role = 'unknown' where role = 'body'"),
    ("every_source_is_listed", "update article_sources set source_id = null"),
    ("mentions_agree_with_their_entity", "update entity_mentions set kind = 'ORG'"),
    ("publication_dates_are_certain", "update articles set published_score = 0.4"),
]


@pytest.fixture(scope="module")
def sound(build: Build) -> Warehouse:
    """A public file that holds something of everything, and keeps every promise."""
    article = Landed(
        path="a.txt",
        lines=[
            ("headline", "قصف في سوريا"),
            ("summary", "ملخص الخبر"),
            (None, "  \u200f"),
            ("dateline", "الجمعة 20 مايو 2016"),
            ("body", " زار الوفد سورية ثم قرية الحدود يوم 25 مايو."),
            ("subheading", "عنوان فرعي"),
            ("body", "وعاد إلى روسيا."),
            ("credit", "المصدر: الصحيفة + الوكالة"),
            ("tags", "سلام، حرب"),
            ("related", "خبر آخر من هناك"),
        ],
        copy_key="k",
        entities=[
            {"surface": "سوريا", "entity_id": "syria"},
            {"surface": "سورية", "entity_id": "syria"},
            {"surface": "قرية الحدود"},
            {"surface": "روسيا", "entity_id": "russia"},
        ],
        dates=[
            {"surface": "20 مايو 2016", "begin_on": date(2016, 5, 20)},
            {"surface": "25 مايو", "begin_on": date(2016, 5, 25)},
        ],
        quotes=[
            {"surface": "عنوان فرعي\nوعاد", "form": "direct", "channel_source_id": "wire"},
            {"surface": "ثم قرية الحدود", "speaker_surface": "سورية"},
        ],
        sources=[
            {"surface": "الصحيفة", "source_id": "paper", "basis": "source_line"},
            {"surface": "الوكالة", "source_id": "wire", "relation": "credit"},
        ],
        tags=["سلام", "حرب"],
        related=["خبر آخر من هناك"],
    )
    copy = Landed(
        path="b.txt",
        lines=[("headline", "قصف في سوريا"), ("body", "نص.")],
        copy_key="k",
        published_on=date(2016, 5, 21),
        sources=[{"surface": "wire", "source_id": "wire"}],
    )
    empty = Landed(path="c.txt", lines=[], reject_reason="empty")
    former = Landed(path="d.txt", lines=[("body", "نسخة قديمة")], is_current=False)
    refusal = {"landing": "seeds", "path": "e.txt", "byte_count": 1, "modified_ns": 1}
    refusal |= {"reason": "unreadable", "detail": "why", "remedy": "what to do"}
    refusal |= {"first_seen_at": article.landed_at, "run_id": "run-1"}
    followed = [
        Landed(
            path=f"f{number}.txt",
            lines=[("headline", f"عنوان {number}"), ("body", f"نص {number}."), ("body", "تابعونا")],
            sources=[{"surface": "folder", "source_id": "unused"}],
        )
        for number in range(5)
    ]
    record = Landed(
        path="g.jsonl#1",
        lines=[("headline", "عنوان سجل"), ("body", "نص سجل.")],
        sources=[{"surface": "folder", "source_id": "paper"}],
        container="g.jsonl",
    )
    newer = Landed(
        path="d.txt",
        lines=[("headline", "عنوان جديد"), ("body", "نسخة جديدة.")],
        sources=[{"surface": "folder", "source_id": "paper"}],
        landed_at=NOW + timedelta(hours=1),
    )
    return build(article, copy, empty, former, newer, record, *followed, refusals=[refusal])


def test_sound_file_keeps_every_promise(sound: Warehouse) -> None:
    assert {name: count for name, count in sound.results.items() if count} == {}


def test_sound_file_has_a_row_in_every_table_with_data(sound: Warehouse) -> None:
    tables = {file.name for file in sql.files("tables")}
    empty = {table for table in tables if sound.ask(f"select count(*) from {table}") == [(0,)]}
    assert empty == {"reuse", "shared_passages", "stories"}


@pytest.mark.parametrize(("check", "statement"), BREAKS)
def test_broken_promise_is_found(
    sound: Warehouse, tmp_path: Path, check: str, statement: str
) -> None:
    broken = shutil.copy(sound.path, tmp_path)
    with duckdb.connect(broken) as connection:
        connection.execute(statement)
        assert connection.execute(CHECKS[check].text).fetchall() != []


def test_every_check_has_a_case_that_it_finds() -> None:
    assert {check for check, _ in BREAKS} == set(CHECKS)


def test_every_check_is_named_after_its_severity_and_says_its_claim() -> None:
    for file in CHECKS.values():
        assert file.name.startswith(("fail__", "warn__"))
        assert file.comment.splitlines()[0].endswith(".")


@pytest.mark.parametrize(
    "literal",
    [
        model.Role,
        model.EntityKind,
        model.TemporalType,
        model.Relation,
        model.Precision,
        model.QuoteForm,
        model.Stance,
    ],
)
def test_vocabulary_of_the_parser_is_known_to_the_check(literal: object) -> None:
    query = sql.statement("checks/fail__words_come_from_their_vocabulary")
    assert [word for word in get_args(literal) if f"'{word}'" not in query] == []
