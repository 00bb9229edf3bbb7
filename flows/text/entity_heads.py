"""The word for its kind before a known body: inside its name or outside, whatever is listed."""

from dataclasses import replace

from flows.text.entity_spans import Span
from flows.text.knowledge import entities

_GROUPS = frozenset({"تنظيم", "حركه", "جماعه", "حزب"})
_GROUP_KINDS = frozenset({"party", "armed_group"})
_BANKS = frozenset({"بنك", "مصرف"})
_OUTSIDE = frozenset({"شركه"})
_BELONGING = frozenset({"التابع", "التابعه"})
_PLACED = frozenset({"مدينه", "بلده", "قريه", "شاطي", "منتجع"})


def with_head(forms: list[str], span: Span) -> Span:
    """A known body with "تنظيم" or "بنك", without "شركة" and without whom it belongs to.

    >>> from flows.text.entity_spans import Span
    >>> span = Span(1, 2, "ORG", "taliban", "kb", 0.95)
    >>> with_head(["تنظيم", "طالبان"], span).begin
    0
    """
    if span.entity_id is None or span.kind != "ORG":
        return span
    begin, end = span.begin, span.end
    subtype = entities()[span.entity_id].subtype if span.entity_id in entities() else ""
    before = forms[begin - 1] if begin else ""
    if end - begin > 2 and forms[begin] in _OUTSIDE:
        begin += 1  # "شركة الاتصالات السعودية"
    elif (before in _GROUPS and subtype in _GROUP_KINDS) or (
        before in _BANKS and subtype in ("bank", "company")
    ):
        begin -= 1
    elif before in _PLACED and subtype == "club":
        return Span(begin, end, "LOC", None, "place", 0.8)  # "بلدة برايتون"
    for at in range(begin + 1, end):
        if forms[at] in _BELONGING:
            end = at  # "مجلس حقوق الإنسان التابع للأمم المتحدة"
            break
    return span if (begin, end) == (span.begin, span.end) else replace(span, begin=begin, end=end)
