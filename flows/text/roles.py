"""Gives every line of a file its role: headline, dateline, body, tags, furniture …

A file is read as head, story and tail. The wording of a line decides first (lexicon), then its
shape and its place; what repeats is compared. Nothing is thrown away: whatever is no part of
the article has a role of its own, and each decision names its rule.
"""

from flows.text.layout import lay_out
from flows.text.line_features import features_of
from flows.text.model import LineLabel
from flows.text.segments import cut_lines


def label_lines(text: str) -> list[LineLabel]:
    """One label for every line of `text` that is not blank, several where a line mixes roles.

    Labels stand in the order of the text. Their offsets leave out the line ending; the segments
    of a line lie end to end and fill it. `rule` is the id of a row of
    lexicon/line_rules.csv (wording) or lexicon/line_shapes.csv (shape, place, repetition).

    >>> text = "عنوان\\n19 يونيو 2016\\nأعلنت الوزارة اليوم نتائج الدورة الأولى كلها.\\nوكالات"
    >>> for label in label_lines(text):
    ...     print(label.line_no, label.role, label.rule)
    1 headline first_line
    2 dateline date_words
    3 body paragraph
    4 credit agencies
    """
    features = [features_of(piece) for piece in cut_lines(text)]
    return [
        LineLabel(
            feature.piece.line_no,
            feature.piece.start,
            feature.piece.end,
            role,
            rule,
            score,
            feature.piece.segment_no,
        )
        for feature, (role, rule, score) in zip(features, lay_out(features), strict=True)
    ]
