"""The sequence model as it is served: the same tags as a tagger that works word by word."""

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from flows.text.entity_spans import Document
from flows.text.ner_model import OFFSETS, PADDING, TAGS, load_model
from flows.text.ner_tagging import start_scores, tag_words

SEEDS = sorted((Path(__file__).parents[2] / "seeds").iterdir())


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:3])
def test_served_tags_are_those_of_the_plain_tagger(path: Path) -> None:
    forms = Document.of(path.read_bytes().decode()).pieces.forms
    expected = [tag for sentence in split_sentences(forms) for tag in plain_tags(sentence)]
    assert tag_words([forms])[0].tags == expected


def test_neighbours_in_a_batch_do_not_change_the_tags() -> None:
    texts = [Document.of(path.read_bytes().decode()).pieces.forms for path in SEEDS]
    together = tag_words([*texts, []])
    assert [t.tags for t in together] == [tag_words([forms])[0].tags for forms in [*texts, []]]


def test_no_name_begins_with_its_inside() -> None:
    forms = Document.of(SEEDS[0].read_bytes().decode()).pieces.forms
    names = [TAGS[tag] for tag in tag_words([forms])[0].tags]
    for before, tag in zip(["O", *names], names, strict=False):
        assert not tag.startswith("I") or before[1:] == tag[1:]


def split_sentences(forms: list[str]) -> list[list[str]]:
    ends = [at for at, form in enumerate(forms, 1) if form in ("\n", ".", "؟", "?", "!")]
    return [forms[begin:end] for begin, end in pairwise([0, *ends, len(forms)]) if begin < end]


def plain_tags(forms: list[str]) -> list[int]:
    """Viterbi over the features of one sentence, in plain loops."""
    model = load_model()
    padding = model.weights[model.rows[PADDING]]
    best: list[tuple[int, list[int]]] = []
    for at in range(len(forms)):
        score = np.zeros(len(TAGS), np.int64)
        for place, offset in enumerate(OFFSETS):
            is_inside = 0 <= at + offset < len(forms)
            block = model.block(forms[at + offset]) if is_inside else padding
            score += block[place]
        steps = []
        for tag in range(len(TAGS)):
            if not best:
                steps.append((int(start_scores()[tag] + score[tag]), [tag]))
                continue
            came = max(range(len(TAGS)), key=lambda t: best[t][0] + int(model.transitions[t, tag]))
            total, path = best[came]
            steps.append((total + int(model.transitions[came, tag] + score[tag]), [*path, tag]))
        best = steps
    return max(best, key=lambda step: step[0])[1]
