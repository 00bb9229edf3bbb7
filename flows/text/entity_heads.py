"""The word for its kind before a known body: inside its name or outside, whatever is listed."""

from dataclasses import replace

from flows.text.entity_spans import Span
from flows.text.knowledge import entities

REGION = "منطقه"  # inside where it is one of the state: "منطقة القصيم", not "منطقة الرايس"
_GROUPS = frozenset({"تنظيم", "حركه", "جماعه", "حزب"})
_GROUP_KINDS = frozenset({"party", "armed_group"})
_ORGANISATION = "منظمه"
_ORGANISED = frozenset({"body", "ngo"})
_EPITHETS = frozenset({"المحتل", "المبارك"})
_TOWNS = frozenset({"city", "capital", "town"})
_OLD = "القديمه"
_BANKS = frozenset({"بنك", "مصرف"})
_OUTSIDE = frozenset({"شركه"})
_BELONGING = frozenset({"التابع", "التابعه"})
_PLACED = frozenset({"مدينه", "بلده", "قريه", "شاطي", "منتجع"})


def with_head(forms: list[str], span: Span) -> Span:
    """A known body with "تنظيم" or "بنك", without "شركة" and without whom it belongs to.

    >>> span = Span(1, 2, "ORG", "taliban", "kb", 0.95)
    >>> with_head(["تنظيم", "طالبان"], span).begin
    0
    """
    known = entities().get(span.entity_id or "")
    subtype = known.subtype if known else ""
    if span.entity_id and span.kind == "LOC":
        return _place(forms, span, subtype)
    if span.entity_id is None or span.kind != "ORG":
        return span
    begin, end = span.begin, span.end
    before = forms[begin - 1] if begin else ""
    if end - begin > 1 and forms[begin] in _OUTSIDE:
        begin += 1  # "شركة الاتصالات السعودية"
    elif (
        (before in _GROUPS and subtype in _GROUP_KINDS)
        or (before in _BANKS and subtype in ("bank", "company"))
        or (before == _ORGANISATION and subtype in _ORGANISED)
    ):
        begin -= 1
    elif before in _PLACED and subtype == "club":
        return Span(begin, end, "LOC", None, "place", 0.8)  # "بلدة برايتون"
    for at in range(begin + 1, end):
        if forms[at] in _BELONGING:
            end = at  # "مجلس حقوق الإنسان التابع للأمم المتحدة"
            break
    return span if (begin, end) == (span.begin, span.end) else replace(span, begin=begin, end=end)


def _place(forms: list[str], span: Span, subtype: str) -> Span:
    """A known place without what is said of it: "الجولان السوري المحتل"."""
    if span.end - span.begin > 1 and forms[span.end - 1] in _EPITHETS:
        return replace(span, end=span.end - 1)
    if subtype in _TOWNS and forms[span.end : span.end + 1] == [_OLD]:
        return replace(span, end=span.end + 1)  # "دمشق القديمة"
    return span
