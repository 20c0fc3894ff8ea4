"""What a document states, element by element: each is in the article, or passed over for a surer one."""

from __future__ import annotations

import datetime as dt
import json
import subprocess
import sys
from typing import Any

import attrs
import pytest
from conftest import ROOT
from test_formats import ANPA, AP, DPA, EOT, ETX, G2_ITEM, HTML, IPTC, NEWSML, NINJS_1, NINJS_2, NITF, SOH, STX

import wirenews
from wirenews import Article
from wirenews.formats.wire import read_lines

NO_HEDLINE = NITF.replace(NITF[NITF.index("<hedline>") : NITF.index("</hedline>") + 10], "")
NO_HL1 = NITF.replace(NITF[NITF.index("<hl1>") : NITF.index("</hl2>") + 6], "Bridge shut")
NO_BYLINE = G2_ITEM.replace("<creator><name>Nora Fielding</name></creator>", "")
CONTENT = G2_ITEM[G2_ITEM.index("<contentSet>") : G2_ITEM.index("</newsItem>")]
LEAD = "LISBON, Oct 21 (Reuters) - Portugal will raise harbour dues, its port authority said."
TITLED = "A second look\n\nBy John Roe\n\nGROSSETO, Italy (AP) -- A trial has begun."
PAGE = f"<html><body><h1>Dues rise</h1><p>{LEAD}</p></body></html>"


def said(document: Any) -> dict[str, Any]:
    """What the one story of a document says, by name: its parts, its fields, its notices."""
    [article] = wirenews.load(document)
    parts = {"headline": article.headline, "byline": article.byline, "dateline": article.dateline}
    return {
        "language": article.stated_language,
        "body": article.body,
        "source": article.source,
        "agency": article.agency.id if article.agency is not None else None,
        "places": [place.name for place in article.dateline.places] if article.dateline is not None else None,
        "filed": article.dateline.date.isoformat() if article.dateline is not None and article.dateline.date else None,
        "people": [person.name for person in article.byline.people] if article.byline is not None else None,
        "date": str(article.date) if article.date is not None else None,
        **{f"metadata {name}": shown(value) for name, value in stated(article).items() if value},
        "credits": [credit.text for credit in article.credits],
        "houses": [agency.id for credit in article.credits for agency in credit.agencies],
        **{name: piece.text for name, piece in parts.items() if piece is not None},
        **{f"field {field.name}": field.value for field in article.fields},
        **{f"notice {notice.kind}": notice.text for notice in article.notices},
    }


def stated(article: Article) -> dict[str, Any]:
    return attrs.asdict(article.metadata, recurse=False) if article.metadata is not None else {}


def shown(value: Any) -> Any:
    return value.isoformat() if isinstance(value, dt.datetime) else value


def ninjs(item: Any = NINJS_1, **more: Any) -> str:
    return json.dumps({**item, **more})


def dpa(**more: Any) -> str:
    return json.dumps({**DPA, **more})


def page(ld: Any = None, body: str = PAGE) -> str:
    script = f'<script type="application/ld+json">{json.dumps(ld)}</script>' if ld is not None else ""
    return body.replace("<body>", f"<body>{script}")


def nitf_dateline(inner: str) -> str:
    return NITF.replace("<location><city>Sydney</city></location>", inner)


def newsml_content(inner: str) -> str:
    start, end = NEWSML.index("<DataContent>") + 13, NEWSML.index("</DataContent>")
    return NEWSML[:start] + inner + NEWSML[end:]


def g2(old: str, new: str, item: str = G2_ITEM) -> str:
    assert old in item
    return item.replace(old, new)


def g2_content(inner: str) -> str:
    return G2_ITEM.replace(CONTENT, f"<contentSet>{inner}</contentSet>")


# A document, and some of what its story says; ``None`` for what it does not say.
CASES: dict[str, tuple[str, dict[str, Any]]] = {
    # NITF
    "nitf: a headline without levels": (NO_HL1, {"headline": "Bridge shut"}),
    "nitf: the title where there is no headline": (NO_HEDLINE, {"headline": "Title of the file"}),
    "nitf: language of the root": (NITF, {"language": "en"}),
    "nitf: base language": (NITF.replace('xml:lang="en-AU"', 'baselang="de"'), {"language": "de"}),
    "nitf: a keyword is the slug": (NITF, {"metadata slugline": "Bridge"}),
    "nitf: a key is the surer slug": (NITF.replace("<key-list>", '<du-key key="Bridge-2"/><key-list>'), {"metadata slugline": "Bridge-2"}),
    "nitf: the owner of rights is the source": (NITF, {"metadata provider": "AAP"}),
    "nitf: a distributor is the surer source": (
        NITF.replace("<byline>", "<distributor>Reuters</distributor><byline>"), {"metadata provider": "Reuters"}),
    "nitf: a dateline with a printed date": (
        nitf_dateline('WINDSOR, <story.date norm="20131021">Oct 20</story.date>'),
        {"dateline": "WINDSOR, Oct 20", "filed": "2013-10-20", "metadata created": "2013-10-20T19:27:51+11:00"}),
    "nitf: a dateline with a stamp": (
        nitf_dateline('Nowhereville <story.date norm="20131021T10">20131021T10</story.date>'), {"field dateline": "Nowhereville"}),
    "nitf: a dateline with an empty stamp": (
        nitf_dateline('Nowhereville <story.date norm="20131021"/>'), {"field dateline": "Nowhereville"}),
    "nitf: digits without a norm are printed": (
        nitf_dateline("WINDSOR, <story.date>20131021</story.date>"), {"dateline": "WINDSOR, 20131021"}),
    "nitf: date of release": (NITF.replace("date.issue", "date.release"), {"metadata published": "2013-10-20T19:27:51+11:00", "metadata created": None}),
    "nitf: copyright": (NITF, {"notice copyright": "Copyright 2013 Australian Associated Press"}),
    "nitf: copyright without a year": (
        NITF.replace(' year="2013"', ""), {"notice copyright": "Copyright Australian Associated Press"}),
    "nitf: copyright of the body": (
        NITF.replace("doc.copyright", "doc.other").replace("<byline>", "<rights><rights.owner>AAP</rights.owner></rights><byline>"),
        {"notice copyright": "Copyright AAP"}),
    "nitf: the line that ends it": (
        NITF.replace("</body.content>", "</body.content><body.end><tagline>(AAP)</tagline></body.end>"), {"credits": ["(AAP)"]}),
    "nitf: a dateline of a place": (
        nitf_dateline("Sydney -"), {"dateline": "Sydney", "places": ["Sydney"], "filed": None, "field dateline": None}),
    "nitf: a dateline of a place and a day": (
        nitf_dateline("Sydney, Oct 20"), {"dateline": "Sydney, Oct 20", "filed": "2013-10-20", "field dateline": None}),
    "nitf: a dateline of a day": (nitf_dateline("Oct 20"), {"dateline": "Oct 20", "places": [], "filed": "2013-10-20"}),
    "nitf: a dateline of a day in an unknown year": (
        nitf_dateline("Oct 20").replace("norm=", "other="), {"dateline": "Oct 20", "filed": "--10-20", "date": None}),
    "nitf: a dateline of a place that nobody knows": (
        nitf_dateline("Nowhereville"), {"dateline": None, "field dateline": "Nowhereville"}),
    "nitf: a day at a place that nobody knows": (
        nitf_dateline("Nowhereville, Oct 20"), {"dateline": None, "field dateline": "Nowhereville, Oct 20"}),
    "nitf: a day that no calendar has": (nitf_dateline("Feb 30"), {"dateline": None, "field dateline": "Feb 30"}),
    # NewsML 1
    "newsml: a dateline that the body has too": (
        NEWSML.replace("<p>A ferry", "<p>OSLO (AFP) - A ferry"),
        {"dateline": "OSLO (AFP)", "field dateline": "VISBY, Aug 29, 2014 (AFP) -"}),
    "newsml: a dateline before the body": (
        NEWSML, {"dateline": "VISBY, Aug 29, 2014 (AFP)", "field dateline": None, "filed": "2014-08-29",
                 "source": "Ferry runs aground\n\n"
                 "VISBY, Aug 29, 2014 (AFP) - A ferry ran aground off Gotland on Friday.\n\nNobody was hurt.\n\nhh/ph/ts\n\n"
                 "Copyright AFP 2014"}),
    "newsml: a dateline without a dash before the body": (
        NEWSML.replace("(AFP) -<", "(AFP)<"), {"dateline": "VISBY, Aug 29, 2014 (AFP)", "field dateline": None}),
    "newsml: a byline is surer than that of NITF": (
        NEWSML.replace("<NewsLines>", "<NewsLines><ByLine>By Jo Roe</ByLine>").replace(
            "<body>", "<body><body.head><byline>By Ana Paz</byline></body.head>"),
        {"byline": "By Jo Roe"}),
    "newsml: the dateline of NITF": (
        NEWSML.replace("<DateLine>VISBY, Aug 29, 2014 (AFP) -</DateLine>", "").replace(
            "<body>", "<body><body.head><dateline>Oslo</dateline></body.head>"),
        {"dateline": "Oslo"}),
    "newsml: the revision's date": (
        NEWSML.replace("</NewsManagement>", "<FirstCreated>20140828T134951+0000</FirstCreated></NewsManagement>"),
        {"metadata created": "2014-08-28T13:49:51+00:00", "metadata modified": "2014-08-29T13:49:51+00:00"}),
    "newsml: the first date": (
        NEWSML.replace("ThisRevisionCreated", "FirstCreated"), {"metadata created": "2014-08-29T13:49:51+00:00"}),
    "newsml: NITF with a head": (
        NEWSML.replace("<HeadLine>Ferry runs aground</HeadLine>", "").replace(
            "<body>", "<body><body.head><hedline><hl1>Ferry aground</hl1></hedline><byline>By Ana Paz</byline></body.head>"),
        {"headline": "Ferry aground", "byline": "By Ana Paz"}),
    "newsml: what the item states is surer": (
        NEWSML.replace("<body>", "<body><body.head><hedline><hl1>Ferry aground</hl1></hedline></body.head>"),
        {"headline": "Ferry runs aground"}),
    "newsml: a body of HTML": (
        newsml_content("<html><head><title>No text</title></head><body><p>A ferry ran aground.</p></body></html>"),
        {"body": "A ferry ran aground."}),
    "newsml: paragraphs alone": (
        newsml_content("<p>A ferry ran aground.</p>\n<p>Nobody was hurt.</p>"),
        {"body": "A ferry ran aground.\n\nNobody was hurt."}),
    "newsml: plain text": (
        newsml_content("\n   A ferry ran\naground.\n   Nobody was hurt.\n"), {"body": "A ferry ran aground.\n\nNobody was hurt."}),
    "newsml: a content without a text beside one that has it": (
        NEWSML.replace("<DataContent>", "<DataContent/><DataContent>"),
        {"body": "A ferry ran aground off Gotland on Friday.\n\nNobody was hurt."}),
    # NewsML-G2
    "g2: the provider's code": (G2_ITEM, {"metadata provider": "REUTERS"}),
    "g2: a source is no provider": (
        g2("<contentMeta>", '<contentMeta><infoSource literal="AFP"/>'), {"metadata provider": "REUTERS"}),
    "g2: a name is surer than a code": (
        g2('<provider qcode="nprov:REUTERS"/>', '<provider qcode="nprov:R"><name>Reuters</name></provider>'),
        {"metadata provider": "Reuters"}),
    "g2: a number is no name": (g2("nprov:REUTERS", "nprov:12"), {"metadata provider": None}),
    "g2: no code": (g2(' qcode="nprov:REUTERS"', ""), {"metadata provider": None}),
    "g2: a place by name": (G2_ITEM, {"metadata located": "Lisbon"}),
    "g2: a byline is surer than a creator": (g2("<creator>", "<by>By Ana Paz</by><creator>"), {"byline": "By Ana Paz"}),
    "g2: a creator": (G2_ITEM, {"byline": "Nora Fielding"}),
    "g2: two creators": (
        g2("<creator>", "<creator><name>Ana Paz</name></creator><creator>"), {"byline": "Ana Paz, Nora Fielding"}),
    "g2: an organisation is no author": (g2("<creator>", '<creator type="cpnat:organisation">'), {"byline": None}),
    "g2: a line that credits": (
        g2("<contentMeta>", "<contentMeta><creditline>Reuters</creditline>"), {"credits": ["Reuters"]}),
    "g2: a closing line is surer": (
        g2("<edNote>", '<edNote role="dpaednoterole:closingline">dpa hm bs</edNote><edNote>').replace(
            "<contentMeta>", "<contentMeta><creditline>dpa</creditline>"),
        {"credits": ["dpa hm bs"], "notice editor's note": "Adds the mayor's answer."}),
    "g2: language of the content": (g2('xml:lang="en-US"', 'xml:lang="de"'), {"language": "en"}),
    "g2: language of the item": (g2('<language tag="en-US"/>', "").replace('xml:lang="en-US"', 'xml:lang="de"'), {"language": "de"}),
    "g2: NITF inside": (
        g2("<headline>Harbour dues to rise</headline>", "", NO_BYLINE).replace(
            CONTENT,
            "<contentSet><inlineXML><nitf><body><body.head><hedline><hl1>Dues rise</hl1></hedline><byline>By Ana Paz</byline>"
            f"</body.head><body.content><p>{LEAD}</p></body.content></body></nitf></inlineXML></contentSet>"),
        {"headline": "Dues rise", "byline": "By Ana Paz", "body": "Portugal will raise harbour dues, its port authority said."}),
    "g2: a content set alone": (CONTENT, {"body": "Portugal will raise harbour dues.\n\nLines had expected more."}),
    "g2: paragraphs alone": (g2_content(f"<inlineXML><p>{LEAD}</p></inlineXML>"), {"dateline": "LISBON, Oct 21 (Reuters)"}),
    "g2: markup is surer than plain text": (
        g2_content(f"<inlineData>Dues rise.</inlineData><inlineXML><p>{LEAD}</p></inlineXML>"), {"dateline": "LISBON, Oct 21 (Reuters)"}),
    "g2: tables are no text": (
        g2_content(f"<inlineXML><sports-content>1-0</sports-content></inlineXML><inlineXML><p>{LEAD}</p></inlineXML>"),
        {"dateline": "LISBON, Oct 21 (Reuters)"}),
    "g2: plain text": (
        g2_content(f'<inlineData contenttype="text/plain">{LEAD}</inlineData>'), {"dateline": "LISBON, Oct 21 (Reuters)"}),
    "g2: plain text without a type": (g2_content(f"<inlineData>{LEAD}</inlineData>"), {"dateline": "LISBON, Oct 21 (Reuters)"}),
    "g2: other data are no text": (
        g2_content(f'<inlineData contenttype="text/csv">a,b</inlineData><inlineData>{LEAD}</inlineData>'),
        {"dateline": "LISBON, Oct 21 (Reuters)"}),
    # ninjs, AP and dpa
    "ninjs: a title": (ninjs({**NINJS_1, "headline": None}, title="On trial"), {"headline": "On trial"}),
    "ninjs: a source by its literal": (ninjs(NINJS_2, infosources=[{"literal": "ap"}]), {"metadata provider": "ap"}),
    "ninjs 3: a source": (ninjs(infoSources=[{"role": "x"}, {"name": "AP"}]), {"metadata provider": "AP"}),
    "ninjs 1: a source": (ninjs(infosource=[{"name": "AP"}], provider="AFP"), {"metadata provider": "AFP", "agency": "ap"}),
    "ninjs: the provider is the source": (ninjs(provider="AFP"), {"metadata provider": "AFP"}),
    "ninjs: no source": (ninjs(), {"metadata provider": None}),
    "ninjs: XML is no plain text": (
        ninjs(NINJS_2, bodies=[{"contenttype": "application/nitf+xml", "value": "<p>OSLO (AP) -- Rain.</p>"}]),
        {"body": "Rain."}),
    "ninjs: a body without a type is plain": (ninjs(NINJS_2, bodies=[{"value": "OSLO (AP) -- Rain <b>."}]), {"body": "Rain <b>."}),
    "ninjs: other bodies of version 1": (
        ninjs({**NINJS_1, "body_text": None, "body_xhtml": None}, body_svg=5, body_html="<p>OSLO (AP) -- Rain.</p>"),
        {"body": "Rain."}),
    "ninjs: an empty plain text is none": (ninjs(body_text=" "), {"body": "not this one"}),
    "ninjs: a headline and a byline of the body": (
        ninjs({**NINJS_1, "headline": None, "byline": None}, body_text=TITLED),
        {"headline": "A second look", "byline": "By John Roe", "credits": [], "body": "A trial has begun."}),
    "ninjs: those that are stated are surer": (
        ninjs(body_text=TITLED),
        {"headline": "Captain on trial", "byline": "Paul Sand and Fran Eames", "credits": ["By John Roe"],
         "body": "A second look\n\nA trial has begun."}),
    "ninjs: a stated byline beside a headline of the body": (
        ninjs({**NINJS_1, "headline": None}, body_text=TITLED), {"headline": "A second look", "credits": ["By John Roe"]}),
    "ninjs: a stated headline beside a byline of the body": (
        ninjs({**NINJS_1, "byline": None}, body_text=TITLED), {"byline": "By John Roe", "credits": []}),
    "ninjs: a reporter inside the dateline": (
        ninjs(body_text="（中央社記者戴雅真台北31日電）今天下雨。"), {"people": ["Paul Sand", "Fran Eames"], "credits": []}),
    "ninjs: a slug is no date": (
        ninjs({**NINJS_1, "versioncreated": None}, slugline="20130709", body_text="OSLO, May 2 (AP) -- Rain."),
        {"filed": "--05-02", "date": None}),
    "ninjs: a day": (ninjs(versioncreated="2013-07-09"), {"metadata modified": "2013-07-09T00:00:00", "date": "2013-07-09"}),
    "ninjs: midnight at Greenwich": (
        ninjs(versioncreated="2013-07-09T00:00:00Z"), {"metadata modified": "2013-07-09T00:00:00+00:00"}),
    "ninjs: a moment without a zone": (
        ninjs(versioncreated="2013-07-09T10:37:00.5"), {"metadata modified": "2013-07-09T10:37:00.500000"}),
    "ninjs: the source of a story without an agency": (
        ninjs(provider="AFP", body_text="It rained.", copyrightnotice=""), {"agency": "afp"}),
    "ninjs: a place named like an agency is no source": (
        ninjs(located="AFP", body_text="It rained.", copyrightnotice=""), {"agency": None}),
    "ninjs: a byline of two lines": (
        ninjs(byline="By HILLEL ITALIE\n\nAssociated Press Writer"),
        {"byline": "By HILLEL ITALIE Associated Press Writer", "people": ["Hillel Italie"]}),
    "ninjs: a line that credits an agency": (ninjs(creditline="With inputs from Reuters"), {"houses": ["reuters"]}),
    "ninjs: a line that credits nobody known": (ninjs(creditline="8-9!"), {"credits": ["8-9!"], "houses": []}),
    "ninjs: an embargo": (
        ninjs(embargoed="2018-10-23T12:00:00Z"), {"notice embargo": "Embargoed until 2018-10-23T12:00:00Z"}),
    "ninjs: no embargo": (ninjs(), {"notice embargo": None}),
    "ninjs: an item without a uri": (
        json.dumps({"type": "text", "headline": "Rain", "body_text": "OSLO (AP) -- Rain."}), {"headline": "Rain"}),
    "ap: a body": (
        json.dumps({"data": {"item": {"type": "text", "headline": "Rain", "body": "<p>OSLO (AP) — Rain.</p>"}}}), {"body": "Rain."}),
    "ap: a body of NITF": (
        json.dumps({"data": {"item": {"type": "text", "body": {"nitf": "<p>OSLO (AP) — Rain.</p>"}}}}), {"body": "Rain."}),
    "ap: terms": (json.dumps(AP), {"notice usage terms": "Editorial use only."}),
    "dpa: a closing line": (dpa(), {"credits": ["dpa kre yysw mda"]}),
    "dpa: a line that credits": (dpa(ednotes=None), {"credits": ["dpa"]}),
    "dpa: a note without a role": (dpa(ednotes=[{"ednote": "Neu: Preise"}]), {"notice editor's note": "Neu: Preise"}),
    "dpa: a note without a text": (dpa(ednotes=[{"role": "dpaednoterole:correction"}]), {"notice correction": None}),
    "dpa: an embargo": (dpa(embargoed="2024-09-25"), {"notice embargo": "Embargoed until 2024-09-25"}),
    "dpa: without a format": (dpa(format=None), {"headline": "Nachtzüge fahren wieder ans Meer"}),
    # HTML
    "html: language of the page": (HTML, {"language": "en"}),
    "html: language of the data is surer": (
        page({"@type": "NewsArticle", "inLanguage": "de"}, PAGE.replace("<html>", "<html lang=en>")), {"language": "de"}),
    "html: no language": (PAGE, {"language": None}),
    "html: authors of the data": (
        page({"@type": "NewsArticle", "author": [{"name": "Ana Paz"}, "Jo Roe", {"url": "x"}, 5]}), {"byline": "Ana Paz, Jo Roe"}),
    "html: one author": (page({"@type": "BlogPosting", "author": "Ana Paz"}), {"byline": "Ana Paz"}),
    "html: a list of types": (page({"@type": ["Thing", "ReportageNewsArticle"], "author": "Ana Paz"}), {"byline": "Ana Paz"}),
    "html: the main entity": (page({"mainEntity": {"@type": "NewsArticle", "author": "Ana Paz"}}), {"byline": "Ana Paz"}),
    "html: another thing's author": (page({"@type": "Recipe", "author": "Ana Paz"}), {"byline": None}),
    "html: an author's link": (page(body=PAGE.replace("<p>", '<a rel="author">Ana Paz</a><p>')), {"byline": "Ana Paz"}),
    "html: an author's property": (page(body=PAGE.replace("<p>", '<i itemprop="name author">Ana Paz</i><p>')), {"byline": "Ana Paz"}),
    "html: an author's content": (page(body=PAGE.replace("<p>", '<meta itemprop="author" content="Ana Paz"><p>')), {"byline": "Ana Paz"}),
    "html: an author's class": (page(body=PAGE.replace("<p>", '<i class="big byline">Ana Paz</i><p>')), {"byline": "Ana Paz"}),
    "html: an author of the page": (
        page(body=PAGE.replace("<body>", '<head><meta name="author" content="Ana Paz"></head><body>')), {"byline": "Ana Paz"}),
    "html: the data's author is surer": (
        page({"@type": "NewsArticle", "author": "Ana Paz"}, PAGE.replace("<p>", "<i class=byline>Jo Roe</i><p>")), {"byline": "Ana Paz"}),
    "html: no author": (PAGE, {"byline": None}),
    "html: the article's heading is surer": (
        PAGE.replace("<p>", "<article><h1>Dues to rise</h1><p>").replace("</p>", "</p></article>"), {"headline": "Dues to rise"}),
    "html: a heading": (PAGE, {"headline": "Dues rise"}),
    "html: a title for other sites": (
        PAGE.replace("<h1>Dues rise</h1>", "").replace("<body>", '<head><meta property="og:title" content="Dues up"></head><body>'),
        {"headline": "Dues up"}),
    "html: the data's headline is surer": (page({"@type": "NewsArticle", "headline": "Dues <b>up</b>"}), {"headline": "Dues up"}),
    "html: a text that is its headline": (
        f"<html><body><h1>{LEAD}</h1><p>{LEAD}</p></body></html>", {"body": "Portugal will raise harbour dues, its port authority said."}),
    "html: declared, with another element first": (f"<!DOCTYPE html><b>{LEAD}</b>", {"dateline": "LISBON, Oct 21 (Reuters)"}),
    "html: no headline": (PAGE.replace("<h1>Dues rise</h1>", ""), {"headline": None}),
    "html: the headline again in the body": (
        PAGE.replace(f"<p>{LEAD}", f"<p>Dues rise</p><p>{LEAD}"),
        {"body": "Portugal will raise harbour dues, its port authority said."}),
    "html: the text of the data where the page shows less": (
        page({"@type": "NewsArticle", "articleBody": LEAD * 3}, "<html><body><p>Wait a moment.</p></body></html>"),
        {"dateline": "LISBON, Oct 21 (Reuters)"}),
    "html: a text of the data that the page does not show": (page({"@type": "NewsArticle", "articleBody": "Dues rise. " * 9}), {"body": ("Dues rise. " * 9).strip()}),
    "html: a date that is none": (
        page({"@type": "NewsArticle", "datePublished": "today"}, PAGE.replace("<p>", '<time datetime="2018-10-21">today</time><p>')),
        {"metadata published": "2018-10-21T00:00:00"}),
    "html: a date for other sites": (
        PAGE.replace("<body>", '<head><meta property="article:published_time" content="2018-10-21"></head><body>'),
        {"metadata published": "2018-10-21T00:00:00"}),
    "html: a publisher": (
        page({"@type": "NewsArticle", "publisher": {"name": "The Courier"}},
             PAGE.replace("<body>", '<head><meta property="og:site_name" content="Courier"></head><body>')),
        {"metadata provider": "The Courier"}),
    "html: the site": (
        PAGE.replace("<body>", '<head><meta property="og:site_name"><meta property="og:site_name" content="Courier"></head><body>'),
        {"metadata provider": "Courier"}),
    "html: a source and a place": (
        page({"@type": "NewsArticle", "provider": {"name": "AFP"}, "locationCreated": [{"name": "Lisbon"}], "creditText": "AFP"}),
        {"metadata provider": "AFP", "metadata located": "Lisbon", "credits": ["AFP"]}),
    "html: rights": (
        page({"@type": "NewsArticle", "copyrightNotice": "Copyright 2018 AFP", "usageInfo": "No use", "correction": "Corrects name"}),
        {"notice copyright": "Copyright 2018 AFP", "notice usage terms": "No use", "notice correction": "Corrects name"}),
    "html: other scripts": (PAGE.replace("<p>", '<script>{"@type": "NewsArticle"}</script><p>'), {"headline": "Dues rise"}),
    "html: an empty script": (PAGE.replace("<p>", '<script type="application/ld+json"></script><p>'), {"headline": "Dues rise"}),
    # ANPA and IPTC
    "anpa: local time": (ANPA.replace("1509GMT", "1509EDT"), {"metadata created": "2013-11-13T15:09:00"}),
    "anpa: the last century": (ANPA.replace("11-13-13 1509", "11-13-87 1509"), {"metadata created": "1987-11-13T15:09:00+00:00"}),
    "anpa: no moment": (ANPA.replace("AP-WF-11-13-13", "AP"), {"metadata created": None}),
    "anpa: no header": (ANPA.replace("0312", ""), {"metadata slugline": "BC-US--Ferry Strike,312", "metadata priority": None}),
    "anpa: another line is an abstract": (
        ANPA.replace("^Eds", "^Talks go on< \r\n^Eds"), {"field abstract": "Talks go on", "field photo": "AP Photo NYX101, NYX102"}),
    "anpa: a photo above the headline": (
        ANPA.replace("^Ferries stay", "^AP Photo NYX103< \r\n^Ferries stay").replace("^AP Photo NYX101, NYX102< \r\n", ""),
        {"headline": "Ferries stay in port for a third day", "field photo": "AP Photo NYX103"}),
    "anpa: no set lines": (
        ANPA.replace(ANPA[ANPA.index("^BC") : ANPA.index("\t   ASTORIA")], ""),
        {"headline": None, "field slug": None, "dateline": "ASTORIA, Ore. (AP)"}),
    "iptc: Greenwich time": (IPTC, {"metadata created": "2013-11-13T11:37:00+00:00", "metadata slugline": "Austria-rail", "metadata provider": "dpa"}),
    "iptc: local time": (IPTC.replace("131137 GMT", "131137 CET"), {"metadata created": "2013-11-13T11:37:00"}),
    "iptc: a month in German": (IPTC.replace("GMT Nov", "GMT Okt"), {"metadata created": "2013-10-13T11:37:00+00:00"}),
    "iptc: the last century": (IPTC.replace("Nov 13", "Nov 86"), {"metadata created": "1986-11-13T11:37:00+00:00"}),
    "iptc: no month": (IPTC.replace("GMT Nov", "GMT Xyz"), {"metadata created": None}),
    "iptc: no such day": (IPTC.replace("131137 GMT Nov", "311137 GMT Nov"), {"metadata created": None}),
    "iptc: no moment": (IPTC.replace("131137", "137"), {"metadata created": None}),
    "iptc: no agency in the header": (IPTC.replace("dpa 061", ""), {"metadata provider": None}),
    "iptc: a number alone": (IPTC.replace("ccccb   dpa 061", "061"), {"metadata provider": None}),
    "iptc: words alone": (IPTC.replace("dpa 061", "dpa eng"), {"metadata provider": None}),
    "iptc: two numbers": (IPTC.replace("dpa 061", "62 061"), {"metadata provider": None}),
    "iptc: no header": (IPTC.replace("eca062 4 i 211", "eca062 4 i211x-"), {"metadata provider": None}),
    "iptc: no headline": (IPTC.replace("Night trains to run to the coast\nagain from June =\r\n\n", ""), {"headline": None}),
    "iptc: a paragraph is no headline": (IPTC.replace("Night trains to", "Night trains to " * 30), {"headline": None}),
}  # fmt: skip


@pytest.mark.parametrize(("document", "expected"), CASES.values(), ids=CASES)
def test_a_document(document: str, expected: dict[str, Any]) -> None:
    found = said(document)
    assert {name: found.get(name) for name in expected} == expected


MENU = "<p>Home, sports, weather and everything else that a menu has to offer.</p><p>And more of it, day by day.</p>"

# The markup of a page, and the paragraphs of its story.
MARKUP = {
    "an article's own text": ("<article>Dues rise in all harbours of the country in March.</article>", ["Dues rise in all harbours of the country in March."]),
    "an empty article": ("<article></article><p>Dues rise in all harbours of the country.</p>", ["Dues rise in all harbours of the country."]),
    "an article of words alone": (
        MENU + "<article>Dues rise in all harbours of the country.</article>",
        ["Dues rise in all harbours of the country."]),
    "an article of links alone": (
        "<article><a>Rain falls on the north of the country again</a></article><main><p>Dues rise in all harbours of the country.</p></main>",
        ["Dues rise in all harbours of the country."]),
    "a property that is no body": (
        "<div itemprop=headline>" + MENU + "</div><article><p>Dues rise in all harbours of the country.</p></article>",
        ["Dues rise in all harbours of the country."]),
    "a main part that is a section": (
        MENU + "<section class=main><p>Dues rise in all harbours of the country.</p></section>",
        ["Dues rise in all harbours of the country."]),
    "a main part of words alone": (
        MENU + "<main>Dues rise in all harbours of the country.</main>", ["Dues rise in all harbours of the country."]),
    "a blank article": ("<article> <i></i></article><p>Dues rise in all harbours of the country.</p>", ["Dues rise in all harbours of the country."]),
    "the body of an article": (
        "<article>" + MENU + "<div itemprop='text articleBody'><p>Dues rise in all harbours of the country.</p></div></article>",
        ["Dues rise in all harbours of the country."]),
    "an article is surer than the main part": (
        "<main>" + MENU + "<article><p>Dues rise in all harbours of the country.</p></article></main>",
        ["Dues rise in all harbours of the country."]),
    "the main part": (
        MENU + "<main><p>Dues rise in all harbours of the country.</p></main>",
        ["Dues rise in all harbours of the country."]),
    "a division named main": (
        MENU + "<div class='wide main'><p>Dues rise in all harbours of the country.</p></div>",
        ["Dues rise in all harbours of the country."]),
    "a paragraph named main": (
        "<p class=main>Dues rise in all harbours of the country.</p><p>Lines had expected more.</p>",
        ["Dues rise in all harbours of the country.", "Lines had expected more."]),
    "text behind what is skipped": (
        "<article>Dues rise <button>Share<br>it</button>in all harbours<svg><b>x</b>y</svg> of the country.</article>",
        ["Dues rise in all harbours of the country."]),
    "blocks in what is skipped": (
        "<article>Dues rise in all harbours of the country.<nav><p>Menu</p>more</nav>Lines had expected more.</article>",
        ["Dues rise in all harbours of the country.", "Lines had expected more."]),
    "cells of a table": (
        "<article><table><tr><td>Lisbon</td><td>4 percent</td></tr><tr><td>Porto</td><td>5 percent</td></tr></table><p>Dues rise in all harbours of the country.</p></article>",
        ["Dues rise in all harbours of the country."]),
    "cells where nothing is marked as a paragraph": (
        "<article><table><tr><td>Lisbon</td><td>4 percent this year</td></tr><tr><td>Porto</td><td>5 percent next year</td></tr></table></article>",
        ["Lisbon 4 percent this year", "Porto 5 percent next year"]),
    "line ends of the markup": (
        "<article><p>Dues rise\r\nin all <i>harbours</i>\nof the country.</p></article>", ["Dues rise in all harbours of the country."]),
    "the longest of two articles": (
        "<article><p>Dues rise in all harbours of the country.</p></article><article><p>More.</p></article>",
        ["Dues rise in all harbours of the country."]),
}  # fmt: skip


@pytest.mark.parametrize(("markup", "paragraphs"), MARKUP.values(), ids=MARKUP)
def test_a_page(markup: str, paragraphs: list[str]) -> None:
    [article] = wirenews.load(f"<!DOCTYPE html><html><body>{markup}</body></html>")
    assert [" ".join(paragraph.text.split()) for paragraph in article.paragraphs] == paragraphs


# The text of a message: the lines set flush left, the byline, and the body.
SET_LINES = {
    "": ([], None, ""),
    "OSLO _ Rain.": ([], None, "OSLO _ Rain."),
    "^BC-Rain<\n^Rain falls<\nOSLO _ Rain.\nMore.": (["BC-Rain", "Rain falls"], None, "OSLO _ Rain.\nMore."),
    "BC-Rain<\n<\n\nOSLO _ Rain.": (["BC-Rain"], None, "OSLO _ Rain."),
    "^By ANA PAZ=\n^AP Writer=\nOSLO _ Rain.": ([], "By ANA PAZ\nAP Writer", "OSLO _ Rain."),
    "^By ANA PAZ=\n\n^BC-Rain<\n^AP Writer=\nOSLO _ Rain.": (["BC-Rain"], "By ANA PAZ\nAP Writer", "OSLO _ Rain."),
    "By the river, rain fell.\n^Rain=\nMore.": ([], None, "By the river, rain fell.\n\nRain\nMore."),
    "^BC-Rain<\n^Rain=\n^By ANA PAZ=\nRain fell.": (["BC-Rain"], None, "Rain\n\nBy ANA PAZ\nRain fell."),
    "^BC-Rain<\n\t^By ANA PAZ=\nRain.": (["BC-Rain"], None, "By ANA PAZ=\nRain."),
    "^BC-Rain<\n\x08a;b<\n\x08c;d\nRain.": (["BC-Rain"], None, "a;b<\nc;d\n\nRain."),
    "Rain.\n\tMore rain.\n\n\tAnd more.": ([], None, "Rain.\n\nMore rain.\n\nAnd more."),
    "Rain.\n^Snow<\nMore.": ([], None, "Rain.\n\nSnow\nMore."),
    "  Rain.  \n  More.\x7f": ([], None, "  Rain.\n  More."),
}


@pytest.mark.parametrize(("text", "expected"), SET_LINES.items(), ids=map(repr, SET_LINES))
def test_the_set_lines_of_a_message(text: str, expected: tuple[list[str], str | None, str]) -> None:
    assert tuple(read_lines(text)) == expected


def test_no_format_needs_lxml_to_look_at_a_document() -> None:
    script = (
        "import sys; sys.modules['lxml'] = None\n"
        "import importlib, pkgutil, wirenews, wirenews.formats as formats\n"
        "for each in pkgutil.iter_modules(formats.__path__): importlib.import_module(f'wirenews.formats.{each.name}')\n"
        "print(wirenews.load('OSLO (Reuters) - It rained.')[0].format)"
    )
    run = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.stdout == "text\n", run.stderr


@pytest.mark.parametrize(
    ("document", "words"),
    [
        ("<newsItem><itemMeta/></newsItem>", "a news item of the class unknown without a text"),
        ("<newsMessage><itemSet><packageItem/><conceptItem/><packageItem/></itemSet></newsMessage>", "it is a package and a concept"),
        ("<newsMessage><itemSet><noSuchItem/></itemSet></newsMessage>", "it is a message"),
        ("<newsMessage><itemSet/></newsMessage>", "it is a message"),
        ('[{"uri": "x", "pubstatus": "usable"}]', "an item without a type"),
        (f"{SOH}eca062 4 i 211\r\n{STX}\n{ETX}{EOT}", "no message has a text"),
    ],
)  # fmt: skip
def test_what_holds_no_story_is_named(document: str, words: str) -> None:
    with pytest.raises(ValueError, match="holds no story") as caught:
        wirenews.load(document)
    assert words in str(caught.value)


@pytest.mark.parametrize(
    ("document", "format"),
    [
        ('{"uri": "x", "colour": "red", "body": "Rain."}', ""),
        ('{"headline": "Rain", "body_text": "Rain."}', ""),
        ('{"type": "x", "headline": "Rain"}', "ninjs"),
        ('{"format": "digitalwires@1", "headline": "Rain"}', "dpa"),
        ('{"format": 5, "headline": "Rain"}', ""),
    ],
)
def test_what_it_is_taken_for(document: str, format: str) -> None:
    with pytest.raises(ValueError, match=f"this {format} document holds no story".replace("  ", " ")):
        wirenews.load(document)
