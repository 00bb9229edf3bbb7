"""Notes what was mended in a text so exactly that the mending can be undone.

A note is a list of steps, in the order in which they were taken, parted by "; ":

- `utf-8 read as windows-1252` – the characters are UTF-8 that somebody had read in windows-1252;
  `utf-8 read as windows-1252 at 10:52 80:99` – only these character spans of the mended text are;
- `bytes 17=d8 95=ff` – the U+FFFD at character 17 stands for the byte d8, which is no character
  in its encoding, and so on.

A text, its encoding and the note give back the bytes.
"""

import codecs
import re

SEPARATOR = "; "
_READ_AS, _AT, _BYTES = " read as ", " at ", "bytes "


def decode_noting_lost_bytes(raw: bytes, encoding: str) -> tuple[str, str | None]:
    r"""`raw` as text, every byte that is no character as U+FFFD, and the note of those bytes.

    >>> decode_noting_lost_bytes("خبر".encode() + b"\xd8", "utf-8")
    ('خبر\ufffd', 'bytes 3=d8')
    """
    try:
        return raw.decode(encoding), None
    except UnicodeDecodeError:
        text = raw.decode(encoding, "surrogateescape")
    lost = [f"{m.start()}={ord(m.group()) - _ESCAPE:02x}" for m in _ESCAPED.finditer(text)]
    return _ESCAPED.sub("\ufffd", text), _BYTES + " ".join(lost)


def encode_with_note(text: str, encoding: str, note: str | None) -> bytes:
    r"""The bytes of which `text` is the mended reading: the note is undone, last step first.

    Raises ValueError if text, encoding and note do not belong together.

    >>> encode_with_note("خبر\ufffd", "utf-8", "bytes 3=d8") == "خبر".encode() + b"\xd8"
    True
    """
    for step in reversed(note.split(SEPARATOR) if note else []):
        text = _put_back(text, step) if step.startswith(_BYTES) else _misread_again(text, step)
    return text.encode(encoding, "surrogateescape")


def note_of_misreading(right: str, wrong: str, spans: list[tuple[int, int]] | None = None) -> str:
    """The step for text that is in the encoding `right` and had been read as `wrong`.

    >>> note_of_misreading("utf-8", "windows-1252", [(0, 9)])
    'utf-8 read as windows-1252 at 0:9'
    """
    where = _AT + " ".join(f"{start}:{end}" for start, end in spans) if spans else ""
    return f"{right}{_READ_AS}{wrong}{where}"


def bytes_as_read_in(text: str, wrong: str) -> bytes:
    """The bytes that, read in the encoding `wrong`, show `text`.

    Raises UnicodeEncodeError for a text that no bytes show in that encoding.

    >>> bytes_as_read_in("ط§ظ„", "windows-1256").decode()
    'ال'
    """
    return codecs.charmap_encode(text, "strict", _ENCODING_MAPS[wrong])[0]


def read_in(raw: bytes, wrong: str) -> str:
    """What a program shows that takes `raw` to be in the single-byte encoding `wrong`.

    >>> read_in("ال".encode(), "windows-1252")
    'Ø§Ù„'
    """
    return codecs.charmap_decode(raw, "strict", _CHARACTERS[wrong])[0]


def _put_back(text: str, step: str) -> str:
    characters = list(text)
    for entry in step.removeprefix(_BYTES).split(" "):
        index, byte = entry.split("=")
        characters[int(index)] = chr(_ESCAPE + int(byte, 16))
    return "".join(characters)


def _misread_again(text: str, step: str) -> str:
    what, _, where = step.partition(_AT)
    right, wrong = what.split(_READ_AS)
    if not where:
        return read_in(text.encode(right, "surrogateescape"), wrong)
    parts: list[str] = []
    last = 0
    for span in where.split(" "):
        start, end = map(int, span.split(":"))
        parts += (text[last:start], read_in(text[start:end].encode(right), wrong))
        last = end
    return "".join(parts) + text[last:]


def _windows_1252_of_browsers() -> str:
    # Browsers read the five bytes that the code page leaves open as C1 controls (WHATWG Encoding).
    pairs = ((byte, bytes([byte])) for byte in range(256))
    return "".join(raw.decode("cp1252", "ignore") or chr(byte) for byte, raw in pairs)


_ESCAPE = 0xDC00  # PEP 383: the byte 0xNN that cannot be decoded is the lone surrogate U+DCNN
_ESCAPED = re.compile("[\udc80-\udcff]")
_CHARACTERS = {
    "windows-1256": bytes(range(256)).decode("cp1256"),
    "windows-1252": _windows_1252_of_browsers(),
    "iso-8859-1": bytes(range(256)).decode("iso-8859-1"),
}
_ENCODING_MAPS = {name: codecs.charmap_build(table) for name, table in _CHARACTERS.items()}
