"""Reads the pieces of a file as head, story and tail, and gives each its role.

The rules of wording are the rows of lexicon/line_rules.csv; those of shape, place and repetition
are written out in this module's helpers and described, one by one, in lexicon/line_shapes.csv.
"""

from collections.abc import Sequence

from flows.text.layout_head import label_head
from flows.text.layout_story import label_story
from flows.text.line_features import Features
from flows.text.line_signs import Decision


def lay_out(lines: Sequence[Features]) -> list[Decision]:
    """Role, rule and score of each line, in order.

    >>> lay_out([])
    []
    """
    head = label_head(lines)
    return [*head.decisions, *label_story(lines, len(head.decisions), head.headline)]
