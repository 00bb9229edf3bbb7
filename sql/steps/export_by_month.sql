-- Writes a table as Parquet files, in a folder for each month of publication.
copy (
    select facts.*, coalesce(strftime(articles.published_on, '%Y-%m'), 'unknown') as published_month
    from query_table($table_name) as facts
    left join news.articles as articles on articles.article_id = facts.article_id
) to $path (format parquet, compression zstd, partition_by (published_month));
