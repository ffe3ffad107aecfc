"""What the formats are made of."""

__all__ = ["CRAWL", "DATES", "JSON", "MAIL", "MARKS", "MARKUP", "PLAIN"]

SENTENCES = (
    "The ministry said on Monday that it had asked for talks with the other side, and that no answer had come. ",
    "“We have asked for a meeting,” the minister told reporters after the vote in the capital on Tuesday. ",
    "Nobody was hurt, but the bridge that leads over the river to the harbour has been closed since the morning. ",
)
PLAIN = (
    *SENTENCES,
    "\n", "\n\n", "\r\n", "\r", "\t", " ", "\x00", "\x0b", "\x85", "\u2028", "\u200b", "\u00ad", "\u202e", "\u2066", "\ufeff",
    "Share this article", "Read more: ", "By Ann Ivers", "Published 3 May 2021", "Updated: 03/04/2021 10:15 GMT", "Q: ", "A: ",
    "PORTO (Agency) — ", "Advertisement", "Subscribe to our newsletter", "Photo: Ann Ivers / Agency", "© 2021 The Paper",
    "Comments (12)", "[caption id=1]", "[/caption]", "&nbsp;", "&amp;amp;", "<b>", "</b>", "<a href=x>", "•", "|", "...", "…", "?", "!", ".",
    "    ", "\n    ", "-\n", "\f", "> ", "From: ", "Sent: ", "Subject: ", "Date: ", "HD    ", "PD    ", "# ", "**", "*", "_", "](", "![", "[", "(", ")", "---\n",
    "\n[14/02/2024, 09:14:22] Desk: ", "\n14/02/2024, 09:14 - Desk: ", "\nDesk, [14.02.24 09:14]\n", "^", "ZCZC", "NNNN", "\nNW-WS-06-11-13 0652GMT\n", "2ndLd", "Eds: ",
    "HomeNewsRegion", "recordsThe ", "2013.The ", "17 April 2024 ", "Page 3 of 12", "See FLOOD, Page A4", "(as of 3 May 2021)", "THE RIVER;\nTHE SHELTERS\n", "TUESDAY, APRIL 22, 1997",
    "Source: ", "https://a.example/b?c=d", "â€™", "â€œ", "Ã©", "Mr. ", "U.S. ", "a", "A", "1", ",", "-", "—", "“", "”", "\"", "'",
)  # fmt: skip
MARKUP = (
    *(f"<p>{sentence}</p>" for sentence in SENTENCES), *SENTENCES,
    "<html>", "<head>", "</head>", "<body>", "<div>", "</div>", "<article>", "</article>", "<p>", "</p>", "<br>", "<table>", "<tr>", "<td>", "</table>",
    "<ul><li>", "<a href='x'>", "</a>", "<b>", "<h1>Talks go on</h1>", "<h1>", "<title>", "</title>", "<!--", "-->", "<![CDATA[", "]]>", "<script>", "</script>", "<style>",
    "</style>", "<noscript>", "<iframe>", "<svg>", "<math>", "<template>", "<textarea>", "<plaintext>", "<xmp>", "<!DOCTYPE html>",
    "<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]>", "&b;", "&#0;", "&#x110000;", "&#xD800;", "&nbsp;", "&lt", "&", "<", ">", "</", "<?php", "<?xml version='1.0' encoding='utf-16'?>",
    "<meta property='article:published_time' content='2021-03-04T10:00:00Z'>", "<meta name='author' content='", "'>", "\">",
    "<script type='application/ld+json'>", '{"@type":"NewsArticle","headline":', '"datePublished":"2021-13-45",', '"author":[{"name":', '[[[[', "}}}}", "<time datetime='",
    "<span itemprop='headline'>", "<figure><figcaption>", "</figure>", "<blockquote>", "<amp-img>", "<p hidden>", "<p style='display:none'>", "\x00", "\r\n", "\n", " ", "\u202e", "=", "'", '"', "/",
)  # fmt: skip
DATES = (
    " ", " ", " ", ", ", "\n\n", ". ", "-", "/", ":", "(", ")", "'", "’s ", "of ", "the ", "on ", "in ", "at ", "and ", "to ", "from ", "between ", "a ", "every ", "each ",
    "Monday ", "Fri. ", "weekend ", "May ", "Sept. ", "February ", "1", "2", "3", "12", "29", "30", "31", "0", "1999", "2024", "10000", "99999999999999999999", "１２", "²", "٣", "½",
    "1st ", "22nd ", "twenty-", "third ", "hundred ", "million ", "dozen ", "half ", "couple of ", "several ", "last ", "next ", "this ", "past ", "ago ", "earlier ", "later ", "early ", "late ", "mid-",
    "day ", "days ", "week ", "months ", "quarter ", "year ", "years ", "decade ", "century ", "1990s ", "hour ", "minutes ", "a.m. ", "pm ", "noon ", "midnight ", "GMT ", "o'clock ", "T", "Z", "+02:00",
    "today ", "tomorrow ", "yesterday ", "tonight ", "morning ", "evening ", "spring ", "winter ", "Christmas ", "Easter ", "Ramadan ", "New Year's Eve ", "fiscal ", "first-quarter ", "now ", "since ", "until ",
    "before ", "after ", "that ", "following ", "same ", "later that ", "a day earlier ", "said ", "will meet ", "\x00", "\u202e",
)  # fmt: skip
MARKS = (
    "“", "”", "‘", "’", "\"", "'", "«", "»", "„", "‹", "›", "‟", "``", "''", "「", "」", "＂", "′", "″",
    " ", " ", "\n\n", "\n", ".", ",", "? ", "! ", ", he said, ", " she said. ", "It is over", "the ministers’ ", "don’t ", "’90s ", "O'Neill ", "a", "A", "1", "6'2\" ", "(", ")", "—", ": ", "\x00", "\u202e", "\u00a0",
)  # fmt: skip
JSON = (
    "{", "}", "[", "]", ":", ",", '"', '"text":', '"url":', '"title":', '"published":', '"id":', '"author":', '"author.name":', "null", "true", "1", "-1", "1e999", "NaN", "Infinity", "0.1",
    '"The ministry said on Monday that it had asked for talks."', '"2021-03-04"', '"\\ud800"', '"\\u0000"', '"<html><p>x</p>"', "\n", "\r\n", " ", "\t", "\\", "\x00", "\ufeff", "[" * 120, '{"a":' * 120,
    '{"text":"The ministry said on Monday that it had asked for talks."}', '{"text":["a",{"name":1}]}', '{"publisher":{"name":["x"]},"text":"It was so."}', "9" * 5000,
)  # fmt: skip
PAGE = "<html><body><p>The ministry said on Monday that it had asked for talks, and that no answer had come.</p></body></html>"
ANSWER = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{PAGE}"
CRAWL = (
    "WARC/1.0\r\n", "WARC/1.1\r\n", "WARC/1.", "\r\n", "\r\n\r\n", "\n", "\n\n", " ", ":", "\x00", "\ufeff",
    "WARC-Type: response\r\n", "WARC-Type: conversion\r\n", "WARC-Type: revisit\r\n", "WARC-Type: \r\n", "WARC-Type",
    "Content-Length: ", "0", "5", "80", "214", "-1", "99999999999999999999", "1e9", "WARC-Target-URI: https://a.example/x\r\n", "WARC-Target-URI: <\u202e>\r\n",
    "WARC-Record-ID: <urn:uuid:1>\r\n", "WARC-Date: 2021-13-45T99:00:00Z\r\n", "WARC-Block-Digest: sha1:x\r\n", "Content-Type: application/http; msgtype=response\r\n", "Content-Type: text/plain\r\n",
    "HTTP/1.1 200 OK\r\n", "HTTP/1.1 404 Not Found\r\n", "HTTP/9.9 abc\r\n", "Transfer-Encoding: chunked\r\n", "Content-Encoding: gzip\r\n", "Content-Encoding: br\r\n", "Content-Encoding: deflate\r\n", "ffffffff\r\n", "5\r\n", "0\r\n\r\n",
    "Content-Type: text/html; charset=utf-7\r\n", "X: " + "a" * 9000 + "\r\n", "\x1f\x8b", PAGE, ANSWER,
    f"WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http; msgtype=response\r\nWARC-Target-URI: https://a.example/y\r\nContent-Length: {len(ANSWER)}\r\n\r\n{ANSWER}\r\n\r\n",
    f"WARC/1.0\r\nWARC-Type: conversion\r\nContent-Type: text/plain\r\nContent-Length: {len(PAGE)}\r\n\r\n{PAGE}\r\n\r\n",
)  # fmt: skip
MAIL = (
    "From desk@a.example Wed May  6 09:12:00 2031\n", "From ", ">From ", "\n", "\n\n", "\r\n", "\r\n\r\n", " ", "\t", "\x00", "\ufeff", "=", "=\n", "=E2=80=9C", "=C", "=3D",
    "From: desk@a.example\n", "To: all@a.example\n", "Date: Wed, 6 May 2031 09:12:00 +0000\n", "Subject: Port closed\n", "Subject: =?utf-8?Q?=E2=80=9C?=\n", "Subject: =?klingon?B?QUJD?=\n", "Subject:",
    "Received: from a by b; Wed\n", "Message-ID: <7@a.example>\n", "Return-Path: <>\n", "X-Mailer: a\n", "MIME-Version: 1.0\n", "In-Reply-To:\n\t<7@a>\n", "Date: 99 Foo -1 25:61\n", "To: \"a\" <b@[\n",
    "Content-Type: text/plain; charset=utf-8\n", "Content-Type: text/html\n", "Content-Type: text/plain; charset=utf-16\n", "Content-Type: text/plain; charset*=utf-8''x%FF\n", "Content-Type: text/\n", "Content-Type: ;\n",
    'Content-Type: multipart/alternative; boundary="x"\n', 'Content-Type: multipart/mixed; boundary=""\n', "Content-Type: multipart/mixed\n", "Content-Type: message/rfc822\n", "Content-Type: multipart/digest; boundary=x\n",
    "Content-Transfer-Encoding: quoted-printable\n", "Content-Transfer-Encoding: base64\n", "Content-Transfer-Encoding: uuencode\n", "Content-Transfer-Encoding: 8bit\n", "Content-Disposition: attachment; filename*0*=x\n",
    "--x\n", "--x--\n", "\n--x\n\n", "----x", "VGhlIHBvcnQgd2FzIGNsb3NlZC4=\n", "VGhl\n", "====", "\n\nThe port was closed on Tuesday, the ministry said.\n", PAGE, "> ", "On Monday Ann wrote:\n", "a" * 80, "é", "“",
)  # fmt: skip
