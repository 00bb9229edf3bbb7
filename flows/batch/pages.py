"""What a page tells of itself as a whole, and what of its lines is compared with other pages.

Counted column by column over the lines of a batch: made once here, not in every build.
"""

from hashlib import blake2b
from unicodedata import category

import polars as pl

from flows.batch.rows import BODY_ROLES
from flows.text.folding import fold

_PARAGRAPH = 80
"""Characters from which a line of the body is a paragraph, not a remark."""

_SHORT_LINE = 120
_SHORT_LINE_WORDS = 12
"""The longest line that is rather a slogan, a button or a link than prose."""

_MAY_RECUR = (
    "body", "unknown", "subheading", "caption", "summary", "byline", "credit", "dateline",
)  # fmt: skip
_BLANKS = "\t\n\v\f\r\x85" + "".join(
    character for character in map(chr, range(0x3001)) if category(character).startswith("Z")
)
"""White space at the edges of a line: what the patterns [\\s\\x0b\\x85\\p{Z}] of sql/ match."""

_WORD = r"[\p{L}\p{M}\p{N}]+"
_NO_WORD = r"[^\p{L}\p{M}\p{N}]+"


def with_pages(facts: pl.DataFrame, lines: pl.DataFrame) -> pl.DataFrame:
    """The `facts` of contents with what their `lines` are as a page: body, paragraphs, head.

    >>> page = {"file_id": "f", "role": ["body"] * 2, "rule": "r", "text": ["وصل  ", "ثم عاد"]}
    >>> lines = pl.DataFrame(page | {"char_start": [0, 6], "char_end": [5, 12]})
    >>> with_pages(pl.DataFrame({"file_id": ["f"]}), lines).row(0)[1:4]
    ('وصل\\nثم عاد', 11, 3)
    """
    text, start = pl.col("text"), pl.col("char_start")
    in_body = pl.col("role").is_in(BODY_ROLES)
    is_paragraph = (pl.col("role") == "body") & (text.str.len_chars() >= _PARAGRAPH)
    paragraphs = text.filter(is_paragraph)
    pages = (
        lines.group_by("file_id")
        .agg(
            body=text.filter(in_body).str.strip_chars(_BLANKS).str.join("\n"),
            body_char_count=(pl.col("char_end") - start).filter(in_body).sum(),
            has_body=in_body.any(),
            headline_rule=pl.col("rule").filter(pl.col("role") == "headline").first(),
            dateline=text.filter(pl.col("role") == "dateline").first(),
            first_paragraph_start=start.filter(is_paragraph).min(),
            last_paragraph_start=start.filter(is_paragraph).max(),
            longest_paragraph=paragraphs.get(
                paragraphs.str.len_chars().arg_max(), null_on_oob=True
            ),
        )
        .with_columns(body=pl.when("has_body").then("body"))
    )
    return facts.join(
        pages.select(
            "file_id",
            "body",
            "body_char_count",
            pl.col("body").str.count_matches(_WORD).cast(pl.Int64).alias("word_count"),
            "headline_rule",
            "dateline",
            "first_paragraph_start",
            "last_paragraph_start",
            longest_paragraph_key=_keys(pages["longest_paragraph"]),
        ),
        on="file_id",
        how="left",
    )


def with_keys(lines: pl.DataFrame) -> pl.DataFrame:
    """`lines` with the key and the end by which a short one is found again on other pages.

    >>> lines = pl.DataFrame({"role": ["body"] * 2, "text": ["أرسل الخبر، واطبعه !", "٭"]})
    >>> with_keys(lines).select("line_key", "line_end").rows()
    [('ارسل الخبر واطبعه', ' !'), (None, None)]
    """
    is_short = pl.col("role").is_in(_MAY_RECUR) & (pl.col("text").str.len_chars() <= _SHORT_LINE)
    texts = lines.select(pl.when(is_short).then("text")).to_series()
    folded = pl.Series(
        [None if text is None else str(fold(text)) for text in texts], dtype=pl.String
    )
    key = folded.str.to_lowercase().str.replace_all(_NO_WORD, " ").str.strip_chars(" ")
    is_key = (key.str.count_matches(" ") < _SHORT_LINE_WORDS) & key.str.contains(r"\p{L}")
    end = texts.str.extract(f"({_NO_WORD})$").fill_null("")
    keys = pl.DataFrame({"line_key": key, "line_end": end})
    return lines.with_columns(keys.select(pl.when(is_key).then(pl.all())))


def _keys(texts: pl.Series) -> pl.Series:
    keys = [
        None if text is None else blake2b(text.encode(), digest_size=8).hexdigest()
        for text in texts
    ]
    return pl.Series(keys, dtype=pl.String)
