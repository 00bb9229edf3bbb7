"""What draws the charts: Vega's own scripts and Altair's specifications, made once and kept.

Bundling the scripts takes two seconds and importing Altair one; a publication has time for neither.
Both depend on nothing but installed versions and one module, so they are kept in the user's cache
folder (XDG_CACHE_HOME), under a name that changes when what they are made of does.
"""

import hashlib
import json
import os
import tempfile
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import Any

_MADE_OF = ("charts.py", "chart_theme.py")
_EXPORTED = "window.vegaEmbed = vegaEmbed;"


def vega_script() -> str:
    """Vega, Vega-Lite and Vega-Embed as one script that sets `vegaEmbed`; some 900,000 bytes."""
    return _kept(f"vega-{version('vl-convert-python')}.js", _bundle)


def specifications() -> dict[str, Any]:
    """The charts of flows/report/charts.py by name."""
    made_of = hashlib.sha256(version("altair").encode())
    for name in _MADE_OF:
        made_of.update(Path(__file__).with_name(name).read_bytes())
    found: dict[str, Any] = json.loads(
        _kept(f"charts-{made_of.hexdigest()[:16]}.json", _specifications)
    )
    return found


def _bundle() -> str:
    import vl_convert

    # Its names are its own: at the top of a page they would be everybody's.
    return "(() => {" + vl_convert.javascript_bundle(_EXPORTED) + "})();"


def _specifications() -> str:
    from flows.report import charts

    return json.dumps(charts.specifications(), ensure_ascii=False)


def _kept(name: str, make: Callable[[], str]) -> str:
    """The kept text `name`, made now if there is none; it does no harm if it cannot be kept."""
    path = _folder() / name
    try:
        return path.read_text(encoding="utf-8")
    except OSError:
        text = make()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(
            "w", dir=path.parent, delete=False, encoding="utf-8"
        ) as new:
            new.write(text)
        Path(new.name).replace(path)
    except OSError:
        return text
    return text


def _folder() -> Path:
    home = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(home, "akhbar")
