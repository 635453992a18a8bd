"""Pictures of characters: what is drawn and where, in bars and in plain ASCII."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from subhub import Hub
from subhub.render.bars import bars
from subhub.render.picture import Bar, DrawnSpan, bar, choose_fill, places, stack
from subhub.render.text import width
from subhub.words import LANGUAGES, words

ON = "2026-11-21"
HUB = Hub()
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


def timelines(document=PLAN, **span):
    return [
        HUB.timeline(document, since=ON, mode=mode, **span) for mode in ("immediate", "period_end")
    ]


def drawn(lang="en", *, ascii_only=False, columns=80, **span):
    said = words(lang, HUB.registry.adapter("squarespace"), "subhub.render")
    bars_ = [bar(each, said.say(f"mode-{each.mode}")) for each in timelines(**span)]
    return bars(
        bars_,
        day=said.day,
        legend=lambda each: said.say(f"fill-{each}"),
        ascii_only=ascii_only,
        columns=columns,
    )


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("span", [{}, {"until": "2026-11-28"}, {"until": "3026-01-01"}])
def test_every_line_fits_eighty_columns(lang, span):
    lines = drawn(lang, **span)
    assert max(map(width, lines)) <= 80
    said = words(lang, None, "subhub.render")
    assert any(said.day(date(2026, 11, 27)) in line for line in lines)


def test_the_picture_shows_when_money_stops_coming_back():
    lines = drawn()
    now, later = (line for line in lines if line.startswith("  1"))
    assert now.index("2") == later.index("2") == lines[2].index("▼", 3)
    assert set(now.strip()) == {"1", "█", "2", "░"}
    assert "█" not in later
    assert "██ refund   ░░ no refund" in lines[-1]


def test_without_block_characters_the_meaning_stays():
    text = "\n".join(drawn(ascii_only=True))
    assert text.isascii()
    assert "1$$$" in text and "2===" in text and "$$ refund" in text


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
    assert choose_fill(HUB.preview(document, on=ON)) == expected


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.integers(1, 4000), min_size=1, max_size=12),
    st.integers(60, 200),
)
def test_places_keep_the_order_and_the_least_width(lengths, room):
    day, spans = date(2026, 1, 1), []
    for number, length in enumerate(lengths, 1):
        spans.append(DrawnSpan(day, day + timedelta(length), "none", number))
        day += timedelta(length)
    at = places([Bar("", tuple(spans))], room, 3)
    found = [at[key] for key in sorted(at)]
    assert found[0] == 0 and found[-1] == room
    assert all(later - one >= 2 for one, later in pairwise(found))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 22), min_size=1, max_size=8, unique=True), st.integers(4, 12))
def test_labels_never_overlap_nor_does_a_line_down_meet_one(starts, wide):
    labels = [(3 * start, wide) for start in sorted(starts)]  # none is nearer than three
    found = stack(labels, 78, 1)
    for index, (row, start) in enumerate(found):
        for below, other in found[index + 1 :]:
            assert start < other  # so a line down from `start` passes left of what is below
            if below == row:
                assert start + wide < other
