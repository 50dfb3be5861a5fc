"""How pages of the first release are compared with those of today: line by line.

Each block of lines that differs stands in `changed/`, as it was and as it is. Where figures or dates of a block differ, a line
`why: ...` must be above it. Of HTML and pictures, the text that people see is compared.
"""
import difflib
import html.parser
import os
import re

import harness
from harness import check, read, write

HOME = "tests/first-release"
UPDATE = os.environ.get("CPM_UPDATE_GOLDEN") == "1"

# What people see.

class Visible(html.parser.HTMLParser):
    """The text of a page or picture, put as in Markdown: a line for each block, rows of tables, headings, terms."""
    UNSEEN = ("style", "script")
    WITHIN = ("a", "abbr", "b", "code", "em", "span", "strong", "td", "th", "tspan")
    BEGIN = {"td": "| ", "th": "| ", "dt": "- **", "li": "- ", **{f"h{level}": "#" * level + " " for level in range(1, 7)}}
    END = {"td": " ", "th": " ", "tr": "|", "dt": "**: "}

    def __init__(self, text):
        super().__init__()
        self.text, self.unseen = "", 0
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, _):
        self.unseen += tag in self.UNSEEN
        self.text += ("" if tag in (*self.WITHIN, "dd") else "\n") + self.BEGIN.get(tag, "")

    def handle_endtag(self, tag):
        self.unseen -= tag in self.UNSEEN
        self.text += self.END.get(tag, "") + ("" if tag in (*self.WITHIN, "dt") else "\n")

    def handle_data(self, data):
        self.text += "" if self.unseen else re.sub(r"\s+", " ", data)


def visible(text):
    lines = (line.strip() for line in Visible(text).text.split("\n"))
    return "\n".join(line for line in lines if line) + "\n"


# What differs.

def figures(lines):
    """Numbers, percents and dates, in any order: a column may have moved."""
    return sorted(re.findall(r"\d+(?:[.,/-]\d+)*", " ".join(lines)))


def blocks_of(then, now):
    """What differs, each a list of lines as in `changed/`."""
    then, now = then.splitlines(), now.splitlines()
    for tag, a, b, c, d in difflib.SequenceMatcher(None, then, now, autojunk=False).get_opcodes():
        if tag != "equal":
            yield [f"- {line}".rstrip() for line in then[a:b]] + [f"+ {line}".rstrip() for line in now[c:d]]


def listed(path):
    """The blocks of a file of `changed/`, by their lines: why, where that is said."""
    whole = os.path.join(harness.ROOT, path)
    if not os.path.exists(whole):
        return {}
    found = {}
    for block in read(path).split("\n\n"):
        lines = block.strip("\n").split("\n")
        why = [line for line in lines if line.startswith("why: ")]
        found["\n".join(lines[len(why):])] = why
    return {block: why for block, why in found.items() if block}


def write_listed(path, blocks):
    whole = os.path.join(harness.ROOT, path)
    if blocks:
        write(path, "\n\n".join(blocks) + "\n")
    elif os.path.exists(whole):
        os.remove(whole)


def compare_pages(name, then, now):
    path = f"{HOME}/changed/{name}"
    known, blocks = listed(path), ["\n".join(block) for block in blocks_of(then, now)]
    if UPDATE:
        write_listed(path, ["\n".join([*known.get(block, []), block]) for block in blocks])
    for block in blocks:
        check(f"{name}: a line differs from the first release, and {path} does not list it", UPDATE or block in known, block)
        lines = block.split("\n")
        before, after = (figures([line[2:] for line in lines if line[0] == sign]) for sign in "-+")
        check(f"{name}: figures differ, and nothing says why", before == after or known.get(block), block, before, after)
    gone = [block for block in known if block not in blocks]
    check(f"{name}: {path} lists what no longer differs", UPDATE or not gone, *gone)
    check(f"{name}: a page", now.strip() != "")
