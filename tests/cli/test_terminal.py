"""What the terminal says of a run."""

from typing import get_args

from flows import pipeline, terminal


def test_every_step_of_a_run_has_words_for_its_bar() -> None:
    with terminal.progress() as show:
        for step in get_args(pipeline.Step):
            show(step, 0, None)
            show(step, 1, 2)
