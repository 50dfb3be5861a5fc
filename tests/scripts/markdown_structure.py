#!/usr/bin/python3
"""Hostile texts in every field of a page: two independent Markdown parsers must see the same structure as with plain
words, and exactly the texts that went in. Needs markdown_driver (CPM_MARKDOWN_DRIVER), cmark-gfm and python3-markdown-it.
CPM_MARKDOWN_PAGES and CPM_MARKDOWN_SEED make it try more and other texts."""
import os
import random
import re
import xml.etree.ElementTree as tree

from harness import run, skip, skip_without

FIELDS = 30
PAGES = int(os.environ.get("CPM_MARKDOWN_PAGES", "400"))
PIECES = [
    "|", "||", "\\", "\\\\", "\\|", "`", "``", "```", "*", "**", "_", "__", "~", "~~", "~~~", "[", "]", "[x]", "[ ]", "(", ")",
    "![a](b)", "[a](javascript:alert(1))", "](javascript:alert(1))", "[a]: http://x.org", "[^1]", "<", ">", "<b>", "</td>",
    "<script>alert(1)</script>", "<!--", "-->", "<https://x.org>", "&amp;", "&lt;script&gt;", "&#124;", "&#x7c;", "&", ";", "#",
    "##", "# a", "-", "--", "---", "- a", "+", "+ a", "=", "===", "1.", "1. a", "2) b", "12345678901.", ":---", "---:", ":",
    "$", "$x$", "{", "}", "!", "@", "a@b.org", "http://x.org/a_b?c=1&d=2#e", "https://a.b", "www.x.org", "ftp://x.org", "://",
    "http://x.org<script>alert(1)</script>", "https://a.b</td>", "http://x.org/[a](javascript:alert(1))", " #", " ##", "www.", "a", "b", "word", "two words", " ", " ", " ", "é", "説明", "“", "—", "10", "\"", "'", "^", "/", "?", ".", ",", "0.5 %",
]
HIDDEN = ["\n", "\r\n", "\r", "\n\n", "\n# x\n", "\n---\n", "\n\n    code", "\t", "\x1b[31m", "\u202e", "\u2028", "\x0b", "\x85"]


def plain(text):
    return " ".join(text.split())


def hostile(random_, pieces):
    if random_.random() < 0.2:
        return plain(random_.choice(["word", "a b"]) + random_.choice(pieces)) or "x"
    text = plain("".join(random_.choice(pieces) for _ in range(random_.randint(1, 7))))
    return text or "x"


def pages_of(driver, documents):
    given = b"".join(text.encode() + b"\0" for document in documents for text in document)
    pages = run([driver], given=given, wanted=[0]).out.split("\0")[:-1]
    assert len(pages) == len(documents), f"{len(pages)} pages for {len(documents)} documents: is FIELDS right?"
    return pages


def seen_by_markdown_it(parser, page):
    structure, texts = [], []
    for token in parser.parse(page):
        structure.append((token.type, token.tag, token.markup if "list" in token.type else "", str(token.attrs)))
        if token.type == "fence":
            texts.append(token.content.removesuffix("\n"))
        if token.type == "inline":
            kinds = [child.type for child in token.children]
            structure.append([kind for kind in kinds if kind != "text"])
            texts.append("".join(child.content for child in token.children))
    return structure, texts


def seen_by_cmark(page):
    """Web addresses that the parser makes clickable by itself are text, as long as they lead where they say."""
    xml = run(["cmark-gfm", "-e", "table", "-e", "strikethrough", "-e", "autolink", "-e", "tasklist", "--unsafe", "-t", "xml"],
              given=page.encode(), wanted=[0]).out
    structure, texts = [], []

    def visit(node):
        name = node.tag.split("}")[-1]
        if name == "text":
            texts[-1] += node.text or ""
            return
        if name == "code_block":
            texts.append((node.text or "").removesuffix("\n"))
            assert "info" not in node.attrib, node.attrib
        if name == "link":
            target = node.get("destination")
            assert target.startswith(("http://", "https://", "ftp://", "mailto:")), "link to " + target
        else:
            assert name not in ("html_block", "html_inline", "code", "softbreak", "linebreak", "image", "emph", "strikethrough"), name
            structure.append((name, node.get("level"), node.get("type"), node.get("delim")))
            if name not in ("strong", "code_block"):
                texts.append("")
        for child in node:
            visit(child)

    visit(tree.fromstring(xml.split("\n", 2)[2]))
    return structure, [text for text in texts if text]


def filled(text, given):
    """The calm page's text with the texts of another document in place of x0, x1 …"""
    return re.sub(r"\bx(\d+)\b", lambda found: given[int(found.group(1))], text)


def has_address(text):
    return any(part in text.lower() for part in ("://", "www.", "@"))


def main():
    driver = os.environ.get("CPM_MARKDOWN_DRIVER", "")
    if not os.access(driver, os.X_OK):
        skip("CPM_MARKDOWN_DRIVER does not name the program made of tests/scripts/markdown_driver.cpp")
    skip_without("cmark-gfm")
    try:
        from markdown_it import MarkdownIt
    except ImportError:
        skip("python3-markdown-it is not installed")
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    random_ = random.Random(int(os.environ.get("CPM_MARKDOWN_SEED", "20260315")))
    calm = ["x%d" % i for i in range(FIELDS)]
    documents = [calm]
    documents += [[hostile(random_, PIECES) for _ in range(FIELDS)] for _ in range(PAGES)]
    wild = [["".join(random_.choice(PIECES + HIDDEN) for _ in range(5)) + "x" for _ in range(FIELDS)] for _ in range(PAGES)]
    pages = pages_of(driver, documents + wild)
    wanted = seen_by_markdown_it(parser, pages[0])
    wanted_by_cmark = seen_by_cmark(pages[0])
    assert len([text for text in wanted[1] if text.startswith("x")]) >= 25, wanted[1]
    for number, page in enumerate(pages):
        try:
            structure, texts = seen_by_markdown_it(parser, page)
            assert structure == wanted[0], f"markdown-it: {structure}\nwanted: {wanted[0]}"
            cmark_structure, cmark_texts = seen_by_cmark(page)
            assert cmark_structure == wanted_by_cmark[0], f"cmark-gfm: {cmark_structure}"
            if number >= len(documents):
                continue
            given = documents[number]
            expected = [filled(text, given) for text in wanted[1]]
            assert texts == expected, [pair for pair in zip(texts, expected) if pair[0] != pair[1]]
            assert len(cmark_texts) == len(wanted_by_cmark[1])
            for text, wish in zip(cmark_texts, [filled(text, given) for text in wanted_by_cmark[1]]):
                assert has_address(wish) or text == wish, (text, wish)
        except AssertionError:
            print(f"page {number}:\n{page}")
            raise
    print(f"{len(pages)} pages, {len(pages) * FIELDS} texts: the same structure for both parsers")


main()
