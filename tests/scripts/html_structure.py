#!/usr/bin/python3
"""Hostile texts in every field of a page with every picture: Python's own HTML parser must see the same elements and
attributes as with plain words, and the texts that went in. Needs markdown_driver (CPM_MARKDOWN_DRIVER)."""
import os
import random
import re
import sys
from html.parser import HTMLParser

from harness import expect, finish, run, skip

FIELDS = 68
PAGES = 300
PIECES = ["<", ">", "</td>", "</title>", "</style>", "</desc>", "</text>", "<script>alert(1)</script>", "<!--", "-->", "<![CDATA[", "]]>",
          "<img src=x onerror=alert(1)>", "\"", "'", "\" onload=\"alert(1)", "' x='", "&", "&amp;", "&lt;", "&#60;", "&#x3c;", ";", "`", "{{", "}}",
          "javascript:alert(1)", "http://x.org", "url(http://x.org)", "<svg>", "<use href='#x'/>", "word", "two words", "é", "説明", "0.5 %", "<b", "/>",
          "<?xml?>", "<!DOCTYPE html>", "=", "#", "a" * 70, "\u202e", "\x1b[31m", "\t", "\n", "\x00"[:0], "</textarea>", "<base href=x>", "]]", "%3C"]
SAME = {"class", "scope", "role", "tabindex", "width", "height", "x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "d", "fill", "lang", "viewbox",
        "patternunits", "overflow", "dx", "xmlns", "http-equiv", "name", "content", "charset"}


class Reader(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.structure, self.texts, self.ids, self.links = [], [], [], []

    def handle_starttag(self, tag, attrs):
        self.structure.append((tag, tuple(sorted((name, value if name in SAME else "") for name, value in attrs))))
        for name, value in attrs:
            if name == "id":
                self.ids.append(value)
            if name in ("href", "aria-labelledby", "src"):
                self.links += value.split()
        self.texts.append("")

    def handle_endtag(self, tag):
        self.structure.append(("/" + tag,))

    def handle_data(self, data):
        if self.texts:
            self.texts[-1] += data

    def handle_comment(self, data):
        self.structure.append(("comment", data))

    def handle_decl(self, decl):
        self.structure.append(("declaration", decl))

    def unknown_decl(self, data):
        self.structure.append(("unknown", data))

    def handle_pi(self, data):
        self.structure.append(("instruction", data))


def read(page):
    reader = Reader()
    reader.feed(page)
    reader.close()
    return reader


def without_lines(structure):
    """Labels take one or two lines in a picture, as long as they are."""
    kept, inside = [], 0
    for entry in structure:
        if entry[0] == "svg":
            inside += 1
        if not inside:
            kept.append(entry)
        elif entry[0].lstrip("/") not in ("text",):
            kept.append((entry[0],) + tuple(name for name, _ in entry[1]) if len(entry) > 1 else entry)
        if entry[0] == "/svg":
            inside -= 1
    return kept


def hostile(random_):
    text = "".join(random_.choice(PIECES) for _ in range(random_.randint(1, 6)))
    return text.replace("\0", "").strip() or "x"


def main():
    driver = os.environ.get("CPM_MARKDOWN_DRIVER", "")
    if not os.access(driver, os.X_OK):
        skip("CPM_MARKDOWN_DRIVER does not name the program made of tests/scripts/markdown_driver.cpp")
    random_ = random.Random(20260315)
    documents = [["x%d" % i for i in range(FIELDS)]]
    documents += [[hostile(random_) for _ in range(FIELDS)] for _ in range(PAGES)]
    given = b"".join(text.encode() + b"\0" for document in documents for text in document)
    pages = run([driver, "html"], given=given, wanted=[0]).out.split("\0")[:-1]
    assert len(pages) == len(documents), f"{len(pages)} pages for {len(documents)} documents: is FIELDS right?"
    calm = read(pages[0])
    everything = pages[0]
    missing = [name for name in documents[0] if not re.search(rf"\b{name}\b", everything)]
    expect("every field is on the page", missing, [])
    wanted = without_lines(calm.structure)
    for number, page in enumerate(pages):
        reader = read(page)
        found = without_lines(reader.structure)
        first = next((i for i, pair in enumerate(zip(found, wanted)) if pair[0] != pair[1]), None)
        expect(f"structure of page {number}", (len(found), found[first - 1:first + 2] if first is not None else None),
               (len(wanted), None))
        expect(f"ids of page {number}, each once", len(set(reader.ids)), len(reader.ids))
        expect(f"links of page {number} that lead nowhere",
               [link for link in reader.links if link.lstrip("#") not in reader.ids], [])
        expect(f"hidden characters of page {number}", re.findall("[\x00-\x08\x0b-\x1f\u202e]", page), [])
        titles = [" ".join(text.split()) for tag, text in zip([s for s in reader.structure if not s[0].startswith("/") and s[0] not in
                  ("comment", "declaration", "unknown", "instruction")], reader.texts) if tag[0] == "title"]
        shown = documents[number][0].replace("\u202e", "\\u{202e}").replace("\x1b", "\\x1b")
        expect(f"title of page {number}", titles[0], " ".join(shown.split()))
    return finish()


if __name__ == "__main__":
    sys.exit(main())
