"""Pictures of characters and SVG: what is drawn, where, and that it can be read without colour."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from subhub import Hub
from subhub.render.bars import bars
from subhub.render.picture import Bar, Stretch, bar, kind, places, stacked
from subhub.render.svg import drawing
from subhub.render.text import cut, pad, table, width, wrap
from subhub.render.voice import voice
from subhub.words import LANGUAGES

ON = "2026-11-21"
HUB = Hub(fast=False)
PLAN = {
    "platform": "squarespace",
    "id": 'dp <"&>',
    "product": "digital_products",
    "status": "active",
    "billing_interval": "year",
    "price": "216.00 USD",
    "started_on": "2026-11-12",
    "current_period_end": "2027-11-12",
    "auto_renew": True,
    "site_status": "active",
}
SVG = "{http://www.w3.org/2000/svg}"


def timelines(document=PLAN, **span):
    return [
        HUB.timeline(document, since=ON, mode=mode, **span) for mode in ("immediate", "period_end")
    ]


def drawn(lang="en", *, ascii_only=False, columns=80, **span):
    said = voice(lang, HUB.registry.adapter("squarespace"))
    bars_ = [bar(each, said.say(f"mode-{each.mode}")) for each in timelines(**span)]
    return bars(
        bars_,
        day=said.day,
        legend=lambda each: said.say(f"kind-{each}"),
        ascii_only=ascii_only,
        columns=columns,
    )


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("span", [{}, {"until": "2026-11-28"}, {"until": "3026-01-01"}])
def test_every_line_fits_eighty_columns(lang, span):
    lines = drawn(lang, **span)
    assert max(map(width, lines)) <= 80
    said = voice(lang)
    assert any(said.day(date(2026, 11, 27)) in line for line in lines)


def test_the_picture_shows_when_money_stops_coming_back():
    lines = drawn()
    now, later = (line for line in lines if line.startswith("  1"))
    assert now.index("2") == later.index("2") == lines[2].index("▼", 3)
    assert set(now.strip()) == {"1", "█", "2", "░"}
    assert "█" not in later
    assert "██ money comes back   ░░ no money back" in lines[-1]


def test_without_block_characters_the_meaning_stays():
    text = "\n".join(drawn(ascii_only=True))
    assert text.isascii()
    assert "1$$$" in text and "2===" in text and "$$ money comes back" in text


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        (PLAN, "money"),
        (PLAN | {"started_on": "2025-01-01"}, "none"),
        (PLAN | {"started_on": None}, "open"),
        (PLAN | {"status": "canceled"}, "nothing"),
        ({"platform": "expa", "product": "event"}, "not_covered"),
        ({"platform": "expa", "product": "continuing", "status": "active"}, "unknown"),
        (
            {
                "platform": "expa",
                "product": "continuing",
                "status": "active",
                "unpaid_invoices": 1,
            },
            "blocked",
        ),
        (
            {
                "platform": "expa",
                "product": "continuing",
                "status": "active",
                "unpaid_invoices": 0,
            },
            "agreement",
        ),
    ],
)
def test_each_answer_is_drawn_as_what_it_is(document, expected):
    assert kind(HUB.preview(document, on=ON)) == expected


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.integers(1, 4000), min_size=1, max_size=12),
    st.integers(60, 200),
)
def test_places_keep_the_order_and_the_least_width(lengths, room):
    day, stretches = date(2026, 1, 1), []
    for number, length in enumerate(lengths, 1):
        stretches.append(Stretch(day, day + timedelta(length), "none", number))
        day += timedelta(length)
    at = places([Bar("", tuple(stretches))], room, 3)
    found = [at[key] for key in sorted(at)]
    assert found[0] == 0 and found[-1] == room
    assert all(later - one >= 2 for one, later in pairwise(found))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 22), min_size=1, max_size=8, unique=True), st.integers(4, 12))
def test_labels_never_overlap_nor_does_a_line_down_meet_one(starts, wide):
    labels = [(3 * start, wide) for start in sorted(starts)]  # none is nearer than three
    found = stacked(labels, 78, 1)
    for index, (row, start) in enumerate(found):
        for below, other in found[index + 1 :]:
            assert start < other  # so a line down from `start` passes left of what is below
            if below == row:
                assert start + wide < other


# ---- SVG -----------------------------------------------------------------------------------


def svg(lang="en", document=PLAN, title='Squarespace · dp <"&>'):
    said = voice(lang, HUB.registry.adapter("squarespace"))
    return drawing(timelines(document), said, title=title)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_svg_is_well_formed_and_says_everything_in_words(lang):
    root = ElementTree.fromstring(svg(lang))
    assert root.tag == f"{SVG}svg" and root.get("role") == "img"
    assert root.get("lang") == lang
    ids = {each.get("id") for each in root.iter() if each.get("id")}
    assert set(root.get("aria-labelledby").split()) <= ids
    assert 'dp <"&>' in root.find(f"{SVG}title").text
    description = root.find(f"{SVG}desc").text
    texts = "".join(each.text or "" for each in root.iter(f"{SVG}text"))
    said = voice(lang)
    for day in (date(2026, 11, 21), date(2026, 11, 27), date(2027, 11, 12)):
        assert said.day(day) in description
        assert said.day(day) in texts
    assert "216.00 USD" in description and "216.00 USD" in texts


def test_svg_tells_kinds_apart_by_pattern_and_label_and_takes_nothing_from_elsewhere():
    root = ElementTree.fromstring(svg())
    patterns = {each.get("id"): each for each in root.iter(f"{SVG}pattern")}
    paths = [
        "".join(path.get("d") for path in each.iter(f"{SVG}path")) for each in patterns.values()
    ]
    assert len(patterns) == 2 and len(set(paths)) == 2
    used = {each.get("fill") for each in root.iter(f"{SVG}rect") if "url" in each.get("fill")}
    assert used == {f"url(#{name})" for name in patterns}
    text = svg().decode()
    assert (
        "href" not in text and "<script" not in text and "http" not in text.split("xmlns=")[1][30:]
    )


def contrast(one: str, other: str) -> float:
    def light(colour: str) -> float:
        parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
        red, green, blue = (
            p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_svg_text_has_enough_contrast():
    from subhub.render.svg import _INK, _PATTERNS

    for _, ground in _PATTERNS.values():
        assert contrast(_INK, ground) >= 7


def test_svg_boxes_stay_inside_and_do_not_overlap():
    root = ElementTree.fromstring(svg())
    wide, high = map(float, root.get("viewBox").split()[2:])
    boxes = [
        (float(r.get("x")), float(r.get("y")), float(r.get("width")))
        for r in root.iter(f"{SVG}rect")
        if r.get("x")
    ]
    assert all(x >= 0 and x + w <= wide and 0 <= y <= high for x, y, w in boxes)
    assert all(0 <= float(t.get("y")) <= high for t in root.iter(f"{SVG}text"))


def test_two_pictures_on_one_page_have_different_ids():
    ids = [
        ElementTree.fromstring(svg(title=title)).get("aria-labelledby") for title in ("one", "two")
    ]
    assert ids[0] != ids[1]


# ---- text ----------------------------------------------------------------------------------


def test_text_is_measured_and_filled_up_by_display_width():
    assert width("解約 a") == 6
    assert pad("解約", 6) == "解約  "
    assert cut("デジタル商品", 8) == "デジタ…"
    assert list(table([("a", "b"), ("解約", "c")])) == ["a     b", "解約  c"]


@given(st.text("あいう、。 ab,.「」漢字", max_size=60), st.integers(8, 30))
def test_wrapping_loses_nothing_but_spaces(text, columns):
    assert "".join("".join(wrap(text, columns)).split()) == "".join(text.split())


@given(st.from_regex("([あいう漢字][、。]?){1,60}", fullmatch=True), st.integers(8, 30))
def test_no_line_begins_with_a_closing_mark_or_is_too_long(text, columns):
    lines = wrap(text, columns)
    assert not any(line[0] in "、。" for line in lines)
    assert max(map(width, lines)) <= columns
