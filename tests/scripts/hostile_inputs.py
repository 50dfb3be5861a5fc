"""Hostile and odd YAML, made not kept: each class is a function that yields (name, bytes, codes). `codes` are those of which
at least one must be found; None: the file can be read, or is refused by any code of 1xx (tools differ on it, or it is only
large). Imported by hostile.py."""

DEPTHS = (65, 100, 500, 1000, 10_000, 100_000)
LINE = "words of a line in a county's file"


def depth():
    """Deeper than 64: refused before anything recurses that far."""
    for n in DEPTHS:
        yield f"lists-{n}", "[" * n + "]" * n + "\n", {124}
        yield f"maps-{n}", "{a: " * n + "}" * n + "\n", {124}
        yield f"dashes-{n}", "- " * n + "x\n", {124}
        yield f"open-lists-{n}", "[" * n, {124, 115}
        yield f"open-maps-{n}", "{a: " * n, {124, 115}
        yield f"questions-{n}", "? " * n + "x\n", {124, 126}
        yield f"colons-{n}", ": " * n + "\n", None
        yield f"in-a-file-{n}", "format: cpm/plan/1\nsteps: " + "[" * n + "]" * n + "\n", {124}
    for n in (65, 200, 700):
        yield f"steps-{n}", "".join(" " * i + "a:\n" for i in range(n)), {124}
        yield f"list-steps-{n}", "".join(" " * i + "-\n" for i in range(n)) + " " * n + "- x\n", {124}
    yield "just-enough", "[" * 60 + "]" * 60 + "\n", None
    yield "closers", "]" * 50_000, {115, 127, 117}
    yield "brace-closers", "a: " + "}" * 50_000, {115, 127, 117}
    yield "tags", "!a " * 50_000, {122, 127}
    yield "anchors", "&a " * 50_000, {120, 127}
    yield "mixed", "- ? " * 50_000, {124, 126}
    yield "pairs", "[a: " * 50_000, {124, 115}


def aliases():
    """Files that are small on the disk and large in memory."""
    def laughs(levels, width):
        lines = ["a0: &a0 [" + ", ".join(["lol"] * width) + "]"]
        lines += [f"a{i}: &a{i} [" + ", ".join([f"*a{i - 1}"] * width) + "]" for i in range(1, levels)]
        return "\n".join(lines) + "\n"
    for levels, width in ((3, 3), (9, 9), (30, 9), (200, 2), (9, 2000)):
        yield f"laughs-{levels}-{width}", laughs(levels, width), {120, 121}
    yield "self", "&a [*a, *a]\n", {120, 121}
    yield "self-in-map", "a: &a\n  b: *a\n", {120, 121}
    yield "unknown", "a: *nope\n", {121}
    yield "as-key", "&a a: 1\n*a : 2\n", {120, 121}
    yield "merge", "a: &a {x: 1}\nb:\n  <<: *a\n", {120, 121}
    yield "twice", "a: &x 1\nb: &x 2\n", {120}
    yield "many", "".join(f"k{i}: &a{i} v\n" for i in range(20_000)), {120}
    yield "many-uses", "a: &a x\nb:\n" + "- *a\n" * 100_000, {120, 121}
    yield "long-name", "a: &" + "x" * 900_000 + " 1\n", {120, 127}
    yield "long-alias", "a: *" + "x" * 900_000 + "\n", {121, 127}
    yield "empty-anchor", "a: & b\n", {120, 117, 127}
    yield "empty-alias", "a: * b\n", {121, 117, 127}


def width():
    """Many values side by side, below and above the limits."""
    yield "entries", "".join(f"k{i}: v\n" for i in range(60_000)), None
    yield "same-keys", "k: v\n" * 60_000, {119}
    yield "rows", "- x\n" * 150_000, None
    yield "too-many-rows", "- x\n" * 250_000, {125}
    yield "too-many-in-brackets", "[" + "x," * 300_000 + "x]\n", {125}
    yield "empty-lists", "[" + "[]," * 250_000 + "]\n", {125}
    yield "empty-maps", "{" + "{}," * 250_000 + "}\n", None
    yield "no-values", "{" + "a," * 250_000 + "}\n", None
    yield "no-commas", "[" + "x\n" * 200_000 + "]\n", None
    yield "questions", "".join(f"? k{i}\n" for i in range(60_000)), None
    yield "documents", "---\n" * 200_000, {123, 106}
    yield "document-ends", "...\n" * 200_000, None
    yield "directives", "%FOO bar\n" * 100_000 + "---\n", {108}
    yield "tag-directives", "".join(f"%TAG !t{i}! tag:x,{i}:\n" for i in range(30_000)) + "---\n- x\n", {108}
    yield "comments", "# c\n" * 200_000 + "a: 1\n", None
    yield "open-quotes", "- '\n" * 100_000, {111, 114, 127, 116}
    yield "open-double-quotes", '- "\n' * 100_000, {111, 114, 127, 116}
    yield "unknown-keys", "format: cpm/plan/1\n" + "".join(f"kay{i}: v\n" for i in range(4_000)), None
    yield "unknown-rows", "format: cpm/plan/1\nsteps:\n" + "  - {idd: x}\n" * 4_000, None


def length():
    """Long lines and texts; above 1 MiB nothing is read at all."""
    for name, text in (("plain", "x" * 1_000_000), ("quoted", '"' + "x" * 1_000_000 + '"'),
                       ("single-quoted", "'" + "x" * 1_000_000 + "'"), ("spaces", "x" + " " * 1_000_000 + "y"),
                       ("tabs", "x" + "\t" * 1_000_000 + "y"), ("escapes", '"' + "\\n" * 500_000 + '"'),
                       ("number", "9" * 1_000_000), ("date", "2026-03-" + "1" * 1_000_000)):
        yield name, "format: cpm/plan/1\ncounty: " + text + "\n", None
    yield "open-quote", 'a: "' + "x" * 1_000_000, {111}
    yield "open-single-quote", "a: '" + "x" * 1_000_000, {111}
    yield "key", "x" * 1_000_000 + ": 1\n", None
    yield "key-1023", "x" * 1023 + ": 1\n", None
    yield "key-1025", "x" * 1025 + ": 1\n", None
    yield "comment", "# " + "x" * 1_000_000 + "\na: 1\n", None
    yield "folded", "a: >\n" + ("  " + LINE + "\n") * 20_000, None
    yield "literal", "a: |\n" + ("  " + LINE + "\n") * 20_000, None
    yield "plain-lines", "a: x\n" + ("  " + LINE + "\n") * 20_000, None
    yield "plain-with-colons", "a: x\n" + "  b: y\n" * 50_000, {113, 114, 119, 127}
    yield "tag", "!<" + "x" * 1_000_000 + "> a\n", {122, 127}
    yield "colons", "a:\t" * 100_000, None
    yield "hyphens", "-" * 1_000_000, None
    yield "percents", "%" * 1_000_000, {108}
    yield "quotes", "'" * 1_000_001, {111, 116, 127}
    yield "double-quotes", '"' * 1_000_001, {111, 116, 127}
    yield "backslashes", 'a: "' + "\\" * 1_000_000 + '"\n', None
    yield "too-large", "a: " + "x" * 10_000_000 + "\n", {105}
    yield "too-large-comments", "# c\n" * 2_000_000, {105}
    yield "wide-steps", "\n".join(" " * (i % 1000) + "- x" for i in range(1500)) + "\n", None
    yield "wandering", "\n".join(" " * (i * 7 % 61) + f"k{i}:" for i in range(20_000)) + "\n", None


def gaps():
    """Blank lines, spaces and nothing."""
    yield "in-text", "a: |\n" + "\n" * 500_000 + "  x\n", {109}
    yield "in-plain", "a: x\n" + "\n" * 500_000 + "  y\n", {109}
    yield "in-quotes", 'a: "x' + "\n" * 500_000 + 'y"\n', {109}
    yield "between", "a: 1\n" + "\n" * 500_000 + "b: 1\n", {109}
    yield "with-spaces", "a: 1\n" + " \n" * 300_000 + "b: 1\n", {109}
    yield "at-the-end", "a: 1\n" + "\n" * 500_000, None
    for name, text in (("nothing", ""), ("line-end", "\n"), ("spaces", "   \n  \n"), ("tab", "\t\n"), ("comment", "# only\n"),
                       ("marker", "---\n"), ("end", "...\n"), ("null", "~\n"), ("byte-order-mark", "\ufeff")):
        yield name, text, None if name in ("null", "tab", "end") else {106}


def bytes_():
    """Bytes that are no text, and characters that are not seen."""
    for code in list(range(9)) + [11, 12] + list(range(14, 32)) + [127]:
        yield f"control-{code:02x}", b"a: x" + bytes([code]) + b"y\nb: 2\n", {102}
        yield f"quoted-control-{code:02x}", b'a: "x' + bytes([code]) + b'y"\n', {102}
    for name, text in (("first", b"\0a: 1\n"), ("in-comment", b"# \0\na: 1\n"), ("only", b"\0" * 1000), ("last", b"a: 1\n\0")):
        yield f"nul-{name}", text, {102}
    for name, bad in (("lone", b"\x80"), ("cut", b"\xc3"), ("cut-3", b"\xe2\x82"), ("overlong", b"\xc0\xaf"),
                      ("overlong-3", b"\xe0\x80\xaf"), ("surrogate", b"\xed\xa0\x80"), ("too-high", b"\xf4\x90\x80\x80"),
                      ("five", b"\xf8\x88\x80\x80\x80"), ("latin-1", "café".encode("latin-1")), ("ff", b"\xff\xfe\xfd")):
        yield f"utf8-{name}", b"a: x" + bad + b"\n", {101}
        yield f"utf8-{name}-last", b"a: x" + bad, {101}
        yield f"utf8-{name}-quoted", b'a: "' + bad + b'"\n', {101}
        yield f"utf8-{name}-comment", b"# " + bad + b"\na: 1\n", {101}
    for code in (0x80, 0x85, 0x9B, 0x9F):
        yield f"c1-{code:x}", "a: x" + chr(code) + "y\n", {102}
    for name in ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"):
        yield name, "a: é\nb: 2\n".encode(name), {103, 102}
    yield "utf-16-odd", "a: é\n".encode("utf-16") + b"x", {103, 102}
    for code in (0x200B, 0x200E, 0x202E, 0x2028, 0x2029, 0x2060, 0x2066, 0xFEFF, 0xE0041, 0xFFFE):
        yield f"unseen-key-{code:x}", "a" + chr(code) + "b: 1\n", None if code not in (0xFEFF, 0xFFFE) else {104, 102}
        yield f"unseen-value-{code:x}", "a: x" + chr(code) + "y\n", None
        yield f"unseen-indent-{code:x}", "a:\n" + chr(code) + " b: 1\n", None
    yield "mark", "\ufeffa: 1\n", None
    yield "mark-twice", "\ufeff\ufeffa: 1\n", {104}
    yield "mark-inside", "a: 1\n\ufeffb: 2\n", {104}


def lines():
    """Line ends and tabs."""
    yield "crlf", "a: 1\r\nb:\r\n  - x\r\nc: |\r\n  l1\r\n  l2\r\n", None
    yield "cr", "a: 1\rb: 2\r", {131}
    yield "mixed", "a: 1\r\nb: 2\nc: 3\rd: 4\n", {131}
    yield "many-cr", "a: 1\r" * 100_000, {131, 119}
    for name, text in (("indent", "a:\n\tb: 1\n"), ("list", "a:\n\t- b\n"), ("after-spaces", "a:\n  b: 1\n\tc: 2\n"),
                       ("only-tabs", "\t" * 1000 + "a: 1\n"), ("in-brackets", "a: [\n\tx\n]\n"), ("many", "a:\n" + "\tb: 1\n" * 50_000)):
        yield f"tab-{name}", text, {110} if name in ("indent", "list", "after-spaces", "many") else None
    for name, text in (("value", "a:\tb\n"), ("dash", "-\tb\n"), ("blank-line", "a: 1\n\t\nb: 2\n"), ("trailing", "a: 1\t\n")):
        yield f"tab-after-{name}", text, None
    yield "conflict", "a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> branch\n", {107}
    yield "conflicts", "<<<<<<< HEAD\n=======\n>>>>>>> branch\n" * 20_000, {107}
    yield "open-conflicts", "<<<<<<< HEAD\n" * 50_000, {107}


def slips():
    """What people type."""
    rows = {
        "quote": ('a: 1\nb: "no end\nc: 3\n', {111}), "apostrophe": ("a: 'don't'\n", {111, 116}),
        "bracket": ("a: [1, 2\nb: 3\n", {115}), "brace": ("a: {x: 1\nb: 3\n", {115}), "extra-bracket": ("a: [x]]\n", {115, 116, 127}),
        "colon": ("a: one: two\n", {113}), "no-colon": ("a: 1\nb 2\nc: 3\n", {112}), "no-space": ("a:1\nb: 2\n", {129, 112}),
        "indent": ("a: 1\n  b: 2\n", {113, 114}), "dedent": ("a:\n    b: 1\n  c: 2\n", {114}), "dash": ("a:\n  -x\n  -y\n", None),
        "star": ("a: *important\n", {121}), "ampersand": ("a: & b\n", {117, 120, 127}), "bang": ("a: !important x\n", {122}),
        "at": ("a: @me\n", {117}), "backtick": ("a: `x`\n", {117}), "percent": ("a: %5\n", {117}), "path": ('a: "C:\\path"\n', {118}),
        "after-quote": ('a: "x" y\n', {116}), "template": ("a: {{ name }}\n", None), "markdown": ("# T\n\n* a\n* b\n", None),
        "html": ("<html>\n<body>\n", None), "json": ('{"a":1,"b":[true,null]}\n', None), "pipe": ("a: | b\n  c\n", None),
        "two-files": ("a: 1\n---\nb: 2\n", {123}), "list-then-map": ("a:\n  - x\n  b: 1\n", {114, 112, 127}),
        "key-list": ("[a]: 1\n", {126}), "key-map": ("{a: 1}: 1\n", {126}), "key-text": ("? |\n  a\n: 1\n", None),
        "python": ("a: !!python/object/apply:os.system ['echo hi']\n", {122}), "merge-key": ("<<: {a: 1}\n", None),
        "duplicate": ("a: 1\nb: 2\na: 3\n", {119}), "duplicate-quoted": ('a: 1\n"a": 2\n', {119}), "comma": ("a: [x,,y]\n", {115, 127})}
    for name, (text, codes) in rows.items():
        yield name, text, codes
    # known reports against the engine: endless loops and assertions
    for i, text in enumerate(("[[:", "{!\udcdb:", "> !2\n", "!\n: |\nb\n>\n|\n  !\n>", "{:", "[[:\n---\n,", "# a: b\n!tag\n,: ", ",",
                              "a: b\n,", "--- ,\n--- ]\n", "]\n", "}", "a: 1\n]\n", "[\n,", "{,", "- [,\n- ]", "? [\n: ,", "!<", "!!,",
                              "&,", "*,", "--- |\n%", "--- >2\n  ,\n ]", "{? ", "[? ]", "{? ,", "[: ,", "- ,\n- ,", "'\n---\n'", "\"\n...\n")):
        yield f"engine-{i:02}", text.encode("utf-8", "surrogateescape"), None


CLASSES = {"depth": depth, "aliases": aliases, "width": width, "length": length, "gaps": gaps, "bytes": bytes_, "lines": lines,
           "slips": slips}


def inputs():
    """(name, bytes, codes) of all."""
    for kind, make in CLASSES.items():
        for name, text, codes in make():
            yield f"{kind}-{name}", text if isinstance(text, bytes) else text.encode(), codes
