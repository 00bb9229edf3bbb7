"""Keys and sketches by which copies of an article are found."""

import re
from hashlib import blake2b

from flows.text.folding import fold


def copy_key(headline: str | None, body: str) -> str:
    """The key that exact copies share: 32 hex digits, the same in every process and version.

    Two articles have one key if their headlines and bodies hold the same letters and digits in
    the same order. Spelling variants, marks, tatweel, controls, white space, punctuation and the
    case of ASCII letters do not count. Digits do, ١٤ the same as 14, and so does the gap between
    two of them: 3.5 is not 35. Texts without letters or digits share one key.

    >>> copy_key("أسعار النفط", "بلغ ٤٥ دولاراً.") == copy_key("اسعار  النفط", "بلغ 45 دولارا")
    True
    >>> copy_key(None, "بلغ 45 دولارا") == copy_key(None, "بلغ 46 دولارا")
    False
    """
    parts = (_plain(headline or ""), _plain(body))
    return blake2b(b"\n".join(parts), digest_size=16).hexdigest()


def _plain(text: str) -> bytes:
    # Most of a text is Arabic letters and ASCII. bytes.translate clears the ASCII marks a hundred
    # times faster than a regex would, and leaves the regex only the few others to find.
    folded = _OTHER_MARKS.sub(" ", fold(text))
    gapped = _BETWEEN_DIGITS.sub(_GAP, folded)
    return gapped.encode().translate(_LOWER_CASE, _ASCII_MARKS)


_OTHER_MARKS = re.compile(r"[^\w\x00-\x7f]+")
_BETWEEN_DIGITS = re.compile(r"([0-9])[^\w]+(?=[0-9])")
_GAP = "\\1\0"
_LOWER_CASE = bytes(range(256)).lower()
_ASCII_MARKS = bytes(byte for byte in range(1, 128) if not chr(byte).isalnum())
