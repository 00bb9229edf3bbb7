"""Bytes become text, or a reason; whatever is read encodes back to the same bytes."""

import cProfile
import json
import tarfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from flows.text.reading import Reading, Rejection, read
from flows.text.repair import read_in

ROOT = Path(__file__).parents[2]
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
Case = dict[str, Any]
ARABIC = st.text("ابتةثجحخدذرزسشصضطظعغفقكلمنهوىيءأإآؤئ ،.\n0123٤٥", min_size=1, max_size=80)


def cases(name: str) -> list[Any]:
    table = json.loads((ROOT / "tests/cases/reading" / f"{name}.json").read_text(encoding="utf-8"))
    return [pytest.param(case, id=case["claim"]) for case in table]


def raw_of(case: Case) -> bytes:
    if "hex" in case:
        return bytes.fromhex(case["hex"])
    return case["utf8"].encode() if "utf8" in case else case["text"].encode(case["codec"])


def misread(text: str, steps: list[tuple[str, str]]) -> bytes:
    # What a file holds whose text was decoded wrongly and saved as UTF-8, once for each step.
    for right, wrong in steps:
        text = read_in(text.encode(right), wrong)
    return text.encode()


@pytest.mark.parametrize("case", cases("encodings"))
def test_encoding_is_recognised(case: Case) -> None:
    raw = raw_of(case)
    reading = read(raw)
    assert isinstance(reading, Reading), reading
    assert reading.text == case["text"].removeprefix("\ufeff")
    assert (reading.encoding, reading.bom) == (case["encoding"], case.get("bom", False))
    assert reading.repair is None
    assert reading.encode() == raw


@pytest.mark.parametrize("case", cases("mojibake"))
def test_mojibake_is_repaired_and_can_be_undone(case: Case) -> None:
    raw = misread(case["text"], case["misread"])
    reading = read(raw)
    assert isinstance(reading, Reading), reading
    assert reading.text == case["text"]
    steps = [f"{right} read as {wrong}" for right, wrong in reversed(case["misread"])]
    assert reading.repair == "; ".join(steps)
    assert reading.encode() == raw


@pytest.mark.parametrize("case", cases("repairs"))
def test_damage_is_noted_and_can_be_undone(case: Case) -> None:
    raw = raw_of(case) if "hex" in case else case["utf8"].encode()
    expected = Reading(case["text"], case["encoding"], case.get("bom", False), case["repair"])
    assert read(raw) == expected
    assert expected.encode() == raw


@pytest.mark.parametrize("case", cases("rejections"))
def test_what_is_no_arabic_text_is_rejected_with_its_reason(case: Case) -> None:
    rejection = read(raw_of(case))
    assert isinstance(rejection, Rejection), rejection
    assert rejection.reason == case["reason"], rejection
    assert case["detail"] in rejection.detail
    assert rejection.remedy


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_samples_are_read_in_every_unicode_encoding(path: Path, codec: str) -> None:
    text = path.read_bytes().decode()
    raw = text.encode(codec)
    reading = read(raw)
    assert isinstance(reading, Reading)
    assert (reading.text, reading.repair, reading.encode()) == (text, None, raw)


@pytest.mark.parametrize("codec", ["windows-1256", "iso-8859-6"])
@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_samples_are_read_in_every_arabic_code_page(path: Path, codec: str) -> None:
    raw = path.read_bytes().decode().encode(codec, "ignore")
    reading = read(raw)
    assert isinstance(reading, Reading)
    assert (reading.text, reading.encoding) == (raw.decode(codec), codec)
    assert reading.encode() == raw


@pytest.mark.parametrize("wrong", ["windows-1256", "windows-1252", "iso-8859-1"])
@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_samples_are_repaired_from_every_mojibake(path: Path, wrong: str) -> None:
    text = path.read_bytes().decode()
    raw = misread(text, [("utf-8", wrong)])
    reading = read(raw)
    assert isinstance(reading, Reading)
    assert (reading.text, reading.repair) == (text, f"utf-8 read as {wrong}")
    assert reading.encode() == raw


def test_every_dev_file_is_read_as_it_stands() -> None:
    archive = ROOT.parent / "shared/corpora/dev.tar.xz"
    if not archive.exists():
        pytest.skip("the development corpus is not here")
    with tarfile.open(archive) as tar:
        for member in [member for member in tar if member.isfile()][::10]:
            file = tar.extractfile(member)
            assert file is not None
            raw = file.read()
            assert read(raw) == Reading(raw.decode(), "utf-8"), member.name


@given(st.binary(max_size=300))
@example(b"\xff")
@example(b"\xff\xfe\x00")
@example("ظ".encode("cp1256"))
@example(bytes(range(256)))
@settings(deadline=None, max_examples=400)
def test_any_bytes_are_read_without_loss_or_rejected(raw: bytes) -> None:
    check_lossless(raw)


@given(ARABIC, st.lists(st.tuples(st.integers(0, 200), st.binary(min_size=1, max_size=2))))
@settings(deadline=None, max_examples=200)
def test_damaged_arabic_is_read_without_loss_or_rejected(
    text: str, damage: list[tuple[int, bytes]]
) -> None:
    raw = (text * 3).encode()
    for offset, junk in damage:
        raw = raw[:offset] + junk + raw[offset:]
    check_lossless(raw)


@given(
    ARABIC,
    st.sampled_from(["utf-8", "windows-1256"]),
    st.sampled_from(["windows-1256", "windows-1252", "iso-8859-1"]),
    st.integers(0, 80),
)
@settings(deadline=None, max_examples=200)
def test_mixed_mojibake_is_read_without_loss_or_rejected(
    text: str, right: str, wrong: str, cut: int
) -> None:
    sound = text[:cut].encode()
    check_lossless(sound + misread(text[cut:].replace("٤", "").replace("٥", ""), [(right, wrong)]))


def check_lossless(raw: bytes) -> None:
    result = read(raw)
    if isinstance(result, Reading):
        assert result.encode() == raw
        result.text.encode()  # valid Unicode: no lone surrogates
    else:
        assert result.detail
        assert result.remedy


@pytest.mark.parametrize("codec", ["utf-8", "windows-1256", "utf-16"])
def test_a_longer_line_takes_no_more_calls(codec: str) -> None:
    # Calls are counted, not seconds: Python code that ran for each character would show.
    line = "وصل الوفد إلى العاصمة مساء أمس، وأجرى محادثات مع رئيس الحكومة. "
    few, many = (calls_to_read((line * times).encode(codec)) for times in (100, 1000))
    assert many <= few + 10


def test_ten_megabytes_in_one_line_are_read() -> None:
    raw = ("وصل الوفد إلى العاصمة مساء أمس. " * 200_000).encode("windows-1256")
    reading = read(raw)
    assert isinstance(reading, Reading)
    assert reading.encode() == raw


def calls_to_read(raw: bytes) -> int:
    profile = cProfile.Profile()
    profile.runcall(read, raw)
    return sum(entry.callcount for entry in profile.getstats())
