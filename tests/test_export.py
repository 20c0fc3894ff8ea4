"""An article in other people's shapes."""

from __future__ import annotations

import json
from typing import Any

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

import wirenews
from wirenews import export

STORY = (
    "Slug: PORTUGAL-PORTS\n\nHarbour dues to rise\n\nBy Nora Fielding\n\nLISBON, Feb 26 (Reuters) - Portugal will raise "
    "harbour dues.\n\nLines had expected more.\n\n(Reporting by Nora Fielding; Editing by Tom Marsh)\n\n"
    "Copyright 2025 Thomson Reuters\n"
)
# The properties that ninjs 3.0 allows, and those of the objects inside it that are written here.
NINJS = {
    "uri", "type", "representationType", "profile", "version", "firstCreated", "versionCreated", "contentCreated",
    "embargoedUntil", "pubStatus", "urgency", "copyrightHolder", "copyrightNotice", "usageTerms", "edNote", "language",
    "descriptions", "bodies", "headlines", "people", "organisations", "places", "subjects", "events", "objects",
    "infoSources", "title", "by", "slugline", "located", "renditions", "associations", "altIds", "trustIndicators",
    "standard", "genres", "expires", "rightsInfo",
}  # fmt: skip
INNER = {
    "bodies": {"role", "contentType", "charCount", "wordCount", "value"},
    "headlines": {"role", "contentType", "value"},
    "people": {"name", "rel", "uri", "literal"},
    "places": {"name", "rel", "uri", "literal"},
    "infoSources": {"name", "role", "uri", "literal"},
}


def _check_ninjs(item: dict[str, Any]) -> None:
    """What the schema of ninjs 3.0 demands of the properties that are written here."""
    assert set(item) <= NINJS
    assert regex.fullmatch(r"[a-z][a-z0-9+.-]*:\S+", item["uri"])
    for name, allowed in INNER.items():
        for inner in item.get(name, []):
            assert set(inner) <= allowed
            assert all(isinstance(value, int if key.endswith("Count") else str) for key, value in inner.items())
    for name in ("by", "located", "slugline", "edNote", "copyrightNotice", "usageTerms", "language"):
        assert isinstance(item.get(name, ""), str)
    assert set(item["standard"]) == {"name", "version", "schema"}


class TestNinjs:
    def test_a_story(self) -> None:
        item = export.to_ninjs(wirenews.parse(STORY), uri="urn:example:1")
        _check_ninjs(item)
        assert item["uri"] == "urn:example:1"
        assert item["type"] == "text"
        assert item["slugline"] == "PORTUGAL-PORTS"
        assert item["headlines"] == [{"role": "main", "contentType": "text/plain", "value": "Harbour dues to rise"}]
        assert item["by"] == "By Nora Fielding"
        assert item["located"] == "LISBON"
        assert item["places"] == [{"name": "Lisbon", "rel": "located", "uri": "https://sws.geonames.org/2267057/"}]
        assert item["bodies"][0]["value"] == "Portugal will raise harbour dues.\n\nLines had expected more."
        assert item["bodies"][0]["wordCount"] == 9
        assert item["infoSources"] == [{"name": "Reuters", "role": "source", "literal": "reuters"}]
        assert {"name": "Tom Marsh", "rel": "editing"} in item["people"]
        assert item["copyrightNotice"] == "Copyright 2025 Thomson Reuters"

    def test_a_place_that_no_table_knows_has_no_address_in_geonames(self) -> None:
        article = wirenews.parse("QUORVELTHORPE, Feb 26 (Reuters) - Harbour dues will rise, the port said.")
        assert export.to_ninjs(article)["places"] == [{"name": "Quorvelthorpe", "rel": "located"}]
        assert export.to_jsonld(article)["locationCreated"] == [{"@type": "Place", "name": "Quorvelthorpe"}]

    def test_a_moment_has_its_seconds(self) -> None:
        item = export.to_ninjs(wirenews.parse("date 2025-04-18T09:30+02:00\n\nIt rained all day.\n\nANI"))
        assert item["contentCreated"] == "2025-04-18T09:30:00+02:00"

    def test_captions_are_pictures(self) -> None:
        caption = "FILE - In this Dec. 13, 2016, file photo, a ferry leaves the harbour of Lisbon. (AP Photo/Ana Paz)"
        article = wirenews.parse(STORY.replace("Lines had", f"{caption}\n\nLines had"))
        item = export.to_ninjs(article, uri="urn:example:1")
        assert len(article.captions) == 1
        assert item["associations"] == [
            {
                "name": "picture 1",
                "uri": "urn:example:1#picture-1",
                "type": "picture",
                "descriptions": [{"role": "caption", "contentType": "text/plain", "value": article.captions[0].text}],
            }
        ]
        assert export.to_jsonld(article)["image"] == [{"@type": "ImageObject", "caption": article.captions[0].text}]

    def test_keywords_come_back(self) -> None:
        document = {"uri": "urn:example:1", "body_text": "It rained.", "keywords": ["Rain", "Oslo"]}
        [article] = wirenews.load(document)
        item = export.to_ninjs(article)
        assert item["subjects"] == [{"name": "Rain", "rel": "keyword"}, {"name": "Oslo", "rel": "keyword"}]
        [again] = wirenews.load(item)
        assert again.metadata is not None
        assert (again.metadata.keywords, again.metadata.subjects) == (("Rain", "Oslo"), ())

    def test_a_date_without_a_time_is_no_moment(self) -> None:
        assert "contentCreated" not in export.to_ninjs(wirenews.parse("date 2025-04-18\n\nIt rained.\n\nANI"))

    def test_reads_back(self) -> None:
        article = wirenews.parse(STORY)
        [again] = wirenews.load(json.dumps(export.to_ninjs(article)))
        assert (again.headline and again.headline.text) == "Harbour dues to rise"
        assert again.body == article.body

    def test_without_a_uri_the_same_text_has_the_same(self) -> None:
        one, two = (export.to_ninjs(wirenews.parse(text)) for text in (STORY, STORY + " "))
        assert one == export.to_ninjs(wirenews.parse(STORY))
        assert one["uri"] != two["uri"]
        assert regex.fullmatch(
            r"urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", one["uri"]
        )

    @given(st.text(max_size=200))
    def test_of_any_text(self, text: str) -> None:
        item = export.to_ninjs(wirenews.parse(text))
        _check_ninjs(item)
        json.dumps(item)


class TestJsonLd:
    def test_a_story(self) -> None:
        data = export.to_jsonld(wirenews.parse(STORY))
        assert data["@context"] == "https://schema.org"
        assert data["@type"] == "NewsArticle"
        assert data["headline"] == "Harbour dues to rise"
        assert data["author"] == [{"@type": "Person", "name": "Nora Fielding"}]
        assert data["editor"] == [{"@type": "Person", "name": "Tom Marsh"}]
        assert data["dateline"] == "LISBON, Feb 26 (Reuters)"
        assert data["locationCreated"][0]["name"] == "Lisbon"
        assert data["locationCreated"][0]["address"]["addressCountry"] == "PT"
        assert data["locationCreated"][0]["sameAs"] == "https://sws.geonames.org/2267057/"
        assert data["locationCreated"][0]["geo"] == {"@type": "GeoCoordinates", "latitude": 38.73, "longitude": -9.15}
        assert data["sourceOrganization"] == {
            "@type": "NewsMediaOrganization",
            "name": "Reuters",
            "sameAs": "https://www.wikidata.org/wiki/Q130879",
        }
        assert "dateCreated" not in data  # no year is known

    def test_the_date_when_it_is_settled(self, seed: str) -> None:
        assert export.to_jsonld(wirenews.parse(seed))["dateCreated"] == "2025-04-18"

    def test_an_agency_whose_item_is_not_known(self) -> None:
        data = export.to_jsonld(wirenews.parse("LIMA, May 3 (Andina) - It rained all day in the city.\n"))
        assert "sameAs" not in data["sourceOrganization"]

    def test_an_agency_is_no_author(self) -> None:
        article = wirenews.parse("Rain\n\nBy Reuters Staff\n\nOSLO, May 2 (Reuters) - It rained all day in the city.")
        assert "author" not in export.to_jsonld(article)

    @given(st.text(max_size=200))
    def test_of_any_text(self, text: str) -> None:
        json.dumps(export.to_jsonld(wirenews.parse(text)))

    @pytest.mark.parametrize("words", ["</script><b>", "<!-- <script>", "]]> &lt; \u2028\u2029", "half a sign \ud83d"])
    def test_in_a_page_as_its_docstring_says(self, words: str) -> None:
        story = f"Rain {words} in Oslo\n\nOSLO, May 2 (Reuters) - It rained all day in the city, {words} they said."
        data = export.to_jsonld(wirenews.parse(story))
        assert words.split()[0] in data["headline"]
        shown = json.dumps(data).replace("<", "\\u003c")
        assert "<" not in shown
        assert shown.isascii()
        assert json.loads(shown) == data

    def test_a_page_with_it_reads_back(self) -> None:
        pytest.importorskip("lxml")
        headline = "Rain </script> in Oslo"
        story = f"{headline}\n\nOSLO, May 2 (Reuters) - It rained all day in the city and the river rose."
        data = export.to_jsonld(wirenews.parse(story))
        shown = json.dumps(data).replace("<", "\\u003c")
        page = f'<html><script type="application/ld+json">{shown}</script><p>{data["articleBody"]}</p></html>'
        [article] = wirenews.load(page)
        assert (article.format, article.body) == ("html", data["articleBody"])
        assert article.headline is not None
