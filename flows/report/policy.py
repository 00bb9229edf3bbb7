"""What a page of ours may do: run the scripts it came with, and nothing else, with no network.

The policy names each script and style by its hash. Nothing is fetched, sent or evaluated from
text, and no script can turn a string into markup: text of articles stays text.
"""

import base64
import hashlib
import json
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any


def content_security_policy(scripts: Sequence[str], styles: Sequence[str]) -> str:
    """The policy of a page with these inline scripts and styles and nothing from elsewhere.

    >>> content_security_policy([], ["p {}"]).split("; ")[:2]
    ["default-src 'none'", "script-src 'none'"]
    """
    return "; ".join(
        [
            "default-src 'none'",
            f"script-src {_hashes(scripts)}",
            f"style-src {_hashes(styles)}",
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types default",
        ]
    )


def embedded_json(value: object) -> str:
    """`value` as JSON that can stand inside a script element, whatever words it holds.

    >>> print(embedded_json({"headline": "</script><b>"}))
    {"headline":"\\u003c/script>\\u003cb>"}
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=_plain)
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def embedded_script(script: str) -> str:
    """`script` so that nothing in its strings can end the element that holds it."""
    return script.replace("</script", "<\\/script").replace("<!--", "<\\!--")


def _hashes(texts: Sequence[str]) -> str:
    digests = (base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in texts)
    return " ".join(f"'sha256-{digest}'" for digest in digests) or "'none'"


def _plain(value: Any) -> Any:  # noqa: ANN401
    if isinstance(value, datetime):
        return value.isoformat(" ", "minutes")
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} is no value of a report")
