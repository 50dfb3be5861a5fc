"""A county's repository with hostile text wherever a file can hold some, and what cpm says about it as JSON: the ground that
other formats are compared with. A helper for the tests of this folder."""
import json
import os
import re

from harness import cpm, write

AS_OF = "2026-03-31"

TEXTS = [
    "::error file=x::owned", "##[error]owned", "a%0A::warning::owned", "]]></failure><failure>", "<b>&amp;\"'</b>",
    "x, y: z=1,line=9", "|a|b|\\`*_~", "\x1b[31mred\x1b[0m", "\u202eevil\u202c", "zero\u200bwidth", "\u2028line", "\x85next",
    "\x00nul".replace("\x00", "\x01"), "emoji 🦊 e\u0301", "\ufeffbom", "{\"a\": \"\\u0000\"}", "::endgroup::", "::cpm-end-0::",
    "::stop-commands::x", "%25", "\ufffe\uffff", "-->", "<!--", "&#10;", "=cmd|' /C calc'!A0",
]
NAMES = ["plain.yaml", "a:b,c=d.yaml", "##[error]x.yaml", "100%0A.yaml", "<a&\"b'>.yaml", "new\nline.yaml", "tab\tname.yaml",
         "e\u0301 fox \U0001f98a.yaml", "::error::x.yaml", "\u202ertl.yaml", "\x1b[31m.yaml", "a b.yaml"]

HIDDEN = [(0, 0x1F), (0x7F, 0x9F), (0x61C, 0x61C), (0x180E, 0x180E), (0x200B, 0x200B), (0x200E, 0x200F), (0x2028, 0x202E),
          (0x2060, 0x206F), (0xFEFF, 0xFEFF), (0xFFF9, 0xFFFB), (0xE0000, 0xE007F)]


def visible(text):
    """What a reader is shown: invisible characters as `\\x1b` or `\\u{202e}`; line ends and tabs as spaces."""
    shown = ""
    for character in text.replace("\r\n", "\n"):
        code = ord(character)
        if character in "\n\r\t":
            shown += " "
        elif any(first <= code <= last for first, last in HIDDEN):
            shown += f"\\x{code:02x}" if code < 0x80 else f"\\u{{{code:02x}}}"
        else:
            shown += character
    return shown


def words(finding):
    """Message and remedy of a finding as the formats give them: each line visible."""
    lines = "\n".join(visible(line) for line in finding["message"].split("\n")).rstrip("\n")
    if finding["help"]:
        lines += "\nhelp: " + "\n".join(visible(line) for line in finding["help"].split("\n")).rstrip("\n")
    return lines


def quoted(text):
    """Text as YAML in double quotes."""
    return '"' + re.sub(r'[\x00-\x1f\x7f-\x9f"\\\u2028\u2029\ufeff\ufffe\uffff]',
                        lambda match: f"\\u{ord(match.group(0)):04x}", text) + '"'


def plan(text):
    return (f"format: cpm/plan/1\ncounty: {quoted(text)}\nsnapshot: {quoted(text)}\n{quoted(text)}: 1\n"
            f"horizon: {{start: {quoted(text)}, end: 2026-02-30}}\n"
            f"priorities:\n  - id: p1\n    item: {quoted(text)}\n    because: {quoted(text)}\n"
            f"steps:\n  - id: {quoted(text)}\n    action: {quoted(text)}\n    status: {quoted(text)}\n"
            f"    after: [{quoted(text)}]\n    staus: done\n")


def write_repository(folder):
    """One plan for each text, one theory of change for each name; the names get a mistake that quotes them, too."""
    for number, text in enumerate(TEXTS):
        write(os.path.join(folder, f"plan{number:02}.yaml"), plan(text))
    for name in NAMES:
        write(os.path.join(folder, name),
              f"format: cpm/theory-of-change/1\ncounty: example\ntitle: {quoted(name)}\nif: [{{txet: one}}]\n")
    write(os.path.join(folder, "known.yaml"),
          "format: cpm/theory-of-change/1\ncounty: example\ntitle: Ours\nif: [{text: one}]\nthen: [{text: two}]\n")
    write(os.path.join(folder, "raw.yaml"), b"format: cpm/plan/1\ncounty: exa\xffmple\n\tbad: \x1b[31m\n")
    write(os.path.join(folder, "cpm.yaml"),
          "format: cpm/repository/1\ncounty: example\npolicy:\n  suppressions:\n    - code: CPM601\n"
          f"      file: known.yaml\n      reason: {quoted(''.join(TEXTS[:16]))}\n")


def check(folder, *options, variables=None):
    """`cpm check` in the folder, with what it says as bytes."""
    return cpm("check", "--as-of", AS_OF, *options, folder=folder, variables=variables, text=False, wanted=[0, 1])


def truth(folder, *options):
    """The findings as JSON has them."""
    return json.loads(check(folder, "--format", "json", *options)[1])["findings"]
