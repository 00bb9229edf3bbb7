"""The text that is kept of a record: its body, under its title where the body does not show it."""

import html

from flows.text.pages import is_html
from flows.text.titles import shows, with_title
from flows.text.visible import visible_text


def compose(title: str, body: str) -> str:
    r"""The record's text, as a plain file would hold it; a body in HTML stays as it is.

    >>> compose("عنوان", "وصل الوفد.")
    'عنوان\nوصل الوفد.'
    >>> compose("عنوان", "<p>وصل الوفد.</p>")
    '<h1>عنوان</h1>\n<p>وصل الوفد.</p>'
    """
    title = " ".join(title.split())
    if not title or not is_html(body):
        return with_title(title, body)
    return body if shows(title, visible_text(body)) else f"<h1>{html.escape(title)}</h1>\n{body}"
