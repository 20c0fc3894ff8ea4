"""Documents in formats beside those of agencies: feeds, corpora, mail, databases. All of them are made up."""

from __future__ import annotations

import json

LEAD = "LISBON, Feb 26 (Reuters) - Portugal will raise harbour dues."
MORE = "Shipping lines had expected more."

RSS = f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>The Courier</title><language>en-GB</language><copyright>Copyright 2025 The Courier</copyright>
<item><title>Harbour dues &amp; tolls to rise</title><link>https://courier.example/1</link>
<guid isPermaLink="false">courier-1</guid><pubDate>Wed, 26 Feb 2025 09:00:00 +0000</pubDate>
<dc:creator><![CDATA[Nora Fielding]]></dc:creator><category domain="desk">Ports</category><category>Trade</category>
<description>What lines will pay.</description>
<content:encoded><![CDATA[<p>{LEAD}</p><p>{MORE}</p>]]></content:encoded></item>
</channel></rss>"""
ATOM = f"""<?xml version="1.0"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>The Courier</title>
<entry><id>tag:courier.example,2025:1</id><title>Harbour dues to rise</title><author><name>Nora Fielding</name></author>
<published>2025-02-26T09:00:00Z</published><updated>2025-02-27T10:30:00Z</updated>
<category term="ports" label="Ports" scheme="https://courier.example/tags"/>
<summary>What lines will pay.</summary>
<content type="html">&lt;p&gt;{LEAD}&lt;/p&gt;&lt;p&gt;{MORE}&lt;/p&gt;</content></entry></feed>"""
AP_ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom" xmlns:apcm="http://ap.org/schemas/03/2005/apcm">
<entry><id>urn:publicid:ap.org:5</id><title>BC-Dues</title><apcm:ContentMetadata><apcm:SlugLine>BC-Dues</apcm:SlugLine>
<apcm:FirstCreated>2025-02-26T09:00:00Z</apcm:FirstCreated></apcm:ContentMetadata>
<content type="text/xml"><nitf><body><body.head><hedline><hl1>Dues rise</hl1></hedline><byline>By Nora Fielding</byline>
</body.head><body.content><block><p>{LEAD}</p></block></body.content></body></nitf></content></entry></feed>"""
RCV1 = f"""<?xml version="1.0" encoding="iso-8859-1" ?>
<newsitem itemid="17" id="root" date="1997-02-26" xml:lang="en">
<title>PORTUGAL: Harbour dues to rise.</title><headline>Harbour dues to rise.</headline><byline>Nora Fielding</byline>
<dateline>LISBON 1997-02-26</dateline><text><p>Portugal will raise harbour dues.</p><p>{MORE}</p></text>
<copyright>(c) Reuters Limited 1997</copyright><metadata><codes class="bip:topics:1.0"><code code="C13"/><code code="CCAT"/>
</codes><dc element="dc.source" value="Reuters"/><dc element="dc.creator.location" value="LISBON"/></metadata></newsitem>"""
RBNEWS = """<?xml version="1.0"?>
<RBNews xmlns:a="http://schemas.example/Arrays"><NewsID>4f6b</NewsID><PublishDate>2018-01-30T17:32:18.397</PublishDate>
<strapline>HAVNE</strapline><headline>Havneafgifter stiger</headline><subtitle>Hvad rederierne skal betale</subtitle>
<town>Aarhus</town><origin>/ritzau/</origin><section>Erhverv</section><version>2</version>
<content>&lt;p&gt;Havnen h&#xE6;ver afgifterne til marts.&lt;/p&gt;&lt;p&gt;Rederierne er ikke glade.&lt;/p&gt;</content>
<Priority>3</Priority><IPTCList><a:int>4015000</a:int></IPTCList><Annuleret>false</Annuleret><byLine>Karen Blom</byLine></RBNews>"""
SOLITA = """<?xml version="1.0"?>
<release id="17" lang="no"><longurl>https://info.example/havn?releaseId=17</longurl>
<body>&lt;p&gt;Havnen hever avgiftene fra mars.&lt;/p&gt;&lt;p&gt;Rederiene er ikke glade.&lt;/p&gt;</body>
<boilerplate>Havnen eies av kommunen.</boilerplate><keywords>havn, avgift</keywords>
<leadtext>Avgiftene stiger.</leadtext><title>Havneavgiftene stiger</title><publisher id="3"><name>Havnen</name></publisher>
<published>2019-03-06T08:00:00Z</published></release>"""
REUTERS_21578 = """<!DOCTYPE lewis SYSTEM "lewis.dtd">
<REUTERS TOPICS="YES" LEWISSPLIT="TRAIN" CGISPLIT="TRAINING-SET" OLDID="1" NEWID="7">
<DATE>26-FEB-1987 15:01:01.79</DATE>
<TOPICS><D>ship</D></TOPICS><PLACES><D>portugal</D></PLACES><PEOPLE></PEOPLE>
<UNKNOWN>
&#5;&#5;&#5;C T
f0704 reute</UNKNOWN>
<TEXT>&#2;
<TITLE>HARBOUR DUES SEEN &lt;RISING></TITLE>
<DATELINE>    LISBON, Feb 26 - </DATELINE><BODY>Portugal's port authority said it would
raise harbour dues by four pct this year and by a further three
pct in 1988, its first increase since a freeze.
    Shipping lines said they had expected a smaller rise.
 Reuter
&#3;</BODY></TEXT>
</REUTERS>
"""
TREC = """<DOC>
<DOCNO> AP890226-0007 </DOCNO>
<FILEID>AP-NR-02-26-89 1201EST</FILEID>
<HEAD>Harbour Dues To Rise</HEAD>
<BYLINE>By NORA FIELDING</BYLINE>
<DATELINE>LISBON, Portugal (AP) </DATELINE>
<TEXT>
   Portugal will raise harbour dues by 4 percent this year,
its port authority said.
   Shipping lines had expected more.
</TEXT>
</DOC>
"""
GIGAWORD = """<DOC id="AFP_ENG_19940512.0004" type="story" >
<HEADLINE>
Harbour dues to rise
</HEADLINE>
<DATELINE>
LISBON, May 12 (AFP)
</DATELINE>
<TEXT>
<P>
Portugal will raise harbour dues by 4 percent this year, its
port authority said.
</P>
<P>
Shipping lines had expected more.
</P>
</TEXT>
</DOC>
"""
REUTERS = json.dumps(
    {
        "data": {
            "item": {
                "versionedGuid": "tag:reuters.com,2025:newsml_L1:2",
                "version": "2",
                "type": "TEXT",
                "headLine": "Harbour dues to rise",
                "byLine": "Nora Fielding",
                "slugLine": "PORTUGAL-PORTS/DUES",
                "firstCreated": "2025-02-26T09:00:00Z",
                "versionCreated": "2025-02-26T11:00:00Z",
                "urgency": 3,
                "language": "en",
                "copyrightNotice": "(c) Copyright Thomson Reuters 2025",
                "subject": [{"code": "N2:PT", "name": "Portugal"}],
                "bodyXhtml": f"<p>{LEAD}</p><p>{MORE}</p>",
            }
        }
    }
)
JSON_FEED = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "The Courier",
        "items": [
            {
                "id": "courier-1",
                "title": "Harbour dues to rise",
                "authors": [{"name": "Nora Fielding"}],
                "date_published": "2025-02-26T09:00:00Z",
                "tags": ["Ports", "Trade"],
                "content_html": f"<p>{LEAD}</p><p>{MORE}</p>",
            }
        ],
    }
)
SCRAPED = json.dumps(
    {
        "title": "Harbour dues to rise",
        "maintext": f"{LEAD}\n{MORE}",
        "authors": ["Nora Fielding"],
        "date_publish": "2025-02-26 09:00:00",
        "url": "https://courier.example/1",
        "source_domain": "courier.example",
        "language": "en",
    }
)
SCHEMA_ORG = json.dumps(
    {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": "Harbour dues to rise",
        "author": {"@type": "Person", "name": "Nora Fielding"},
        "datePublished": "2025-02-26T09:00:00Z",
        "articleBody": f"{LEAD}\n\n{MORE}",
    }
)
MAIL = f"""Return-Path: <desk@courier.example>
Received: by mail.courier.example with SMTP id 1;
        Wed, 26 Feb 2025 09:00:01 +0000
MIME-Version: 1.0
Message-ID: <1@courier.example>
Date: Wed, 26 Feb 2025 09:00:00 +0000
Subject: =?utf-8?q?Harbour_dues_to_rise?=
From: Nora Fielding <nora@courier.example>
Content-Type: multipart/alternative; boundary=b

--b
Content-Type: text/plain; charset=windows-1252
Content-Transfer-Encoding: quoted-printable

{LEAD}

Shipping lines had =93expected=94 mo=
re.
--b
Content-Type: text/html

<p>not this one</p>
--b--
"""
FACTIVA = """HD
Harbour dues to rise

BY
By Nora Fielding
WC
35 words
PD
26 February 2025
ET
09:00
SN
Reuters News
LA
English
CY
(c) 2025 Reuters Limited

LP
LISBON, Feb 26 (Reuters) - Portugal will raise harbour dues.

TD
Shipping lines had expected more.

IN
itsp : Freight Transport
NS
ccat : Corporate/Industrial News
RE
port : Portugal
AN
Document LBA0000020250226el2q0001

"""
ZCZC = """ZCZC
:Ports
=Dues
$f
*X
+04011000
^Harbour dues to rise
   SYDNEY, Feb 26 AAP - Ports will raise their dues, the
government said.
   Shipping lines had expected more.
NNNN
"""
NEXIS = """
                               1 of 2 DOCUMENTS

                                  The Courier

                          February 26, 2025 Wednesday

Harbour dues to rise

BYLINE: Nora Fielding

LENGTH: 35 words

DATELINE: LISBON

Portugal will raise harbour dues by 4 percent this year, its
port authority said.

Shipping lines had expected more.

LOAD-DATE: February 27, 2025

LANGUAGE: ENGLISH

PUBLICATION-TYPE: Newspaper


                               2 of 2 DOCUMENTS

                                  The Courier

                          February 27, 2025 Thursday

Ferries stay in port

LENGTH: 12 words

Ferries stayed in port for a third day.

LOAD-DATE: February 28, 2025
"""
FACTIVA_SET_IN = "\n".join(f"   {line}" if line else "" for line in FACTIVA.split("\n"))
FACTIVA_WITHOUT_CODES = """Harbour dues to rise
By Nora Fielding
1,035 words
26 February 2025
09:00
Reuters News
LBA
English
(c) 2025 Reuters Limited

LISBON, Feb 26 (Reuters) - Portugal will raise harbour dues.

Shipping lines had expected more.

Document LBA0000020250226el2q0001

Norway will not
By Jo Roe
98 words
27 February 2025
Reuters News
LBA
English
(c) 2025 Reuters Limited

OSLO, Feb 27 (Reuters) - Norway will not raise them.

Document LBA0000020250227el2q0002
"""
MEDIANET = """   ZCZC AAP
%MNETALL MFI
$J
:
:Port authority raises its dues
*X
Media release: The port authority of Sydney will raise its dues in March.

Shipping lines had expected more.

NNNN
"""
ATS = """
bsf037 4 su 174 gef 1388

Droits de port GE

Droits de port GE:
Le canton augmente les droits de mouillage =

Genève (ats) Le canton de Genève augmentera les droits de port
dès le mois de mars, a-t-il annoncé lundi.

Les armateurs s'attendaient à plus.

211005 jan 19
"""
WXR = f"""<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"
 xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>The Courier</title>
<wp:author><wp:author_login>jo</wp:author_login><wp:author_display_name>Jo Roe</wp:author_display_name></wp:author>
<wp:author><wp:author_login>nora</wp:author_login><wp:author_display_name>Nora Fielding</wp:author_display_name></wp:author>
<item><title>harbour.jpg</title><wp:post_type>attachment</wp:post_type><content:encoded>The harbour</content:encoded></item>
<item><title>Harbour dues to rise</title><dc:creator>nora</dc:creator><guid>courier-1</guid>
<content:encoded><![CDATA[{LEAD}

[caption id="attachment_1" width="300"]<img src="x.jpg"/> A ferry in Lisbon[/caption]

{MORE}]]></content:encoded><excerpt:encoded><![CDATA[What lines will pay.]]></excerpt:encoded>
<wp:status>draft</wp:status><wp:post_type>post</wp:post_type></item></channel></rss>"""
AP_WITH_NITF = {
    "data": {
        "item": {
            "altids": {"itemid": "5ee9"},
            "type": "text",
            "headline": "Dues rise",
            "provider": "AP",
            "nitf": "<nitf><body><body.head><hedline><hl1>BC-Dues</hl1></hedline><byline>By NORA FIELDING</byline></body.head>"
            "<body.content><block><p>LISBON (AP) _ Portugal will raise harbour dues.</p></block></body.content></body></nitf>",
        }
    }
}
MICRODATA = f"""<!DOCTYPE html><html lang="en"><head><link rel="canonical" href="https://courier.example/1">
<meta property="article:tag" content="Ports"><meta property="article:section" content="Trade"></head><body>
<div class="stories"><p>{"Another story is told here at some length, and it has nothing to do with the port. " * 9}</p></div>
<div itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">Harbour dues to rise</h1>
<p itemprop="author" itemscope itemtype="https://schema.org/Person">By <b itemprop="name">Nora Fielding</b></p>
<meta itemprop="datePublished" content="2025-02-26T09:00:00Z">
<div itemprop="articleBody"><p>{LEAD} Its parliament agreed on Tuesday.</p>
<figure><figcaption>A ferry in Lisbon</figcaption></figure><p>{MORE}</p></div></div></body></html>"""
