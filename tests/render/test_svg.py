"""SVG: well formed, readable without colour, and nothing taken from elsewhere."""

from __future__ import annotations

from datetime import date
from xml.etree import ElementTree

import pytest

from subhub import Hub
from subhub.render.svg import draw
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
SVG = "{http://www.w3.org/2000/svg}"


def timelines(document=PLAN, **span):
    return [
        HUB.timeline(document, since=ON, mode=mode, **span) for mode in ("immediate", "period_end")
    ]


def svg(lang="en", document=PLAN, title='Squarespace · dp <"&>'):
    said = words(lang, HUB.registry.adapter("squarespace"), "subhub.render")
    return draw(timelines(document), said, title=title)


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
    said = words(lang, None, "subhub.render")
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
    assert len(patterns) == len(set(paths)) == 4
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


@pytest.mark.parametrize(
    ("lang", "renewal", "note"),
    [("en", "Renewal: 12 Nov 2027", "drawn shorter"), ("ja", "更新日:2027年11月12日", "短めに")],
)
def test_the_renewal_is_marked_and_shortening_is_said(lang, renewal, note):
    said = words(lang, HUB.registry.adapter("squarespace"), "subhub.render")
    made = timelines()
    drawn = draw(made, said, title="plan", renewal=date(2027, 11, 12))
    root = ElementTree.fromstring(drawn)
    texts = "".join(each.text or "" for each in root.iter(f"{SVG}text"))
    description = root.find(f"{SVG}desc").text
    assert renewal in texts and renewal in description
    assert note in texts and note in description
    dashed = [each for each in root.iter(f"{SVG}path") if each.get("stroke-dasharray")]
    assert len(dashed) == 1
    outside = ElementTree.fromstring(draw(made, said, title="plan", renewal=date(2030, 1, 1)))
    assert not [each for each in outside.iter(f"{SVG}path") if each.get("stroke-dasharray")]
