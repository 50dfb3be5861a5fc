#!/usr/bin/env python3
"""Names of files and words of the command line that a terminal would act on: whatever cpm says about them, in every format, holds
no character that is obeyed or not seen."""
import os
import sys
import tempfile
import unicodedata

from harness import check, cpm, finish, write

NAMES = [b"a\x1b[31m.yaml", "a\u202eb.yaml".encode(), "a\u200bb.yaml".encode(), b"a\nb.yaml", b"\xff.yaml", b"=cmd.yaml", b"-rf.yaml",
         b"a|b`c<b>.yaml", b"a\xc2\x9bb.yaml", b"a:1:2: error.yaml", b"d\x1b]0;x\x07/plan.yaml", b"a\r.yaml", b"a\tb.yaml"]
WHOLE = ["check", "check --quiet", "check --format markdown", "check --format json", "check --color always --quiet", "report county",
         "report county --format json", "region . --format csv", "region .", "plan status", "plan check", "trace", "support", "score"]
WITH_NAME = ["check {}", "check no{}", "check ./{}", "score {} -o x/{}", "{}", "explain {}", "check --{}", "check --as-of {}", "new {}",
             "list {}", "compare {}@HEAD {}", "init --county {}", "init --county yolo {}", "rank --weights {}", "report plan -o y/{}",
             "new plan --county {}", "help {}", "check --format {}", "check --max-file-size {}", "report sip --from {}"]


def obeyed(text, color):
    """Characters that are not shown; line ends are, and colour where it was asked for."""
    shown = text.decode("utf-8", "surrogateescape")
    if color:
        for code in ("\x1b[0m", "\x1b[1m", "\x1b[2m", "\x1b[31m", "\x1b[33m", "\x1b[36m", "\x1b[1;31m", "\x1b[1;33m", "\x1b[1;36m", "\x1b[32m"):
            shown = shown.replace(code, "")
    return sorted({f"U+{ord(character):04X}" for character in shown
                   if character != "\n" and unicodedata.category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp")})


def command_lines():
    for line in WHOLE:
        yield [word.encode() for word in line.split()]
    for line in WITH_NAME:
        for name in NAMES:
            yield [word.encode().replace(b"{}", name) for word in line.split()]


def fill(folder):
    for name in NAMES:
        write(os.path.join(folder, os.fsdecode(name)), "format: cpm/plan/1\ncounty: yolo\n")
    write(os.path.join(folder, "cpm.yaml"), "format: cpm/repository/1\ncounty: yolo\n")


def main():
    with tempfile.TemporaryDirectory() as folder:
        fill(folder)
        for words in command_lines():
            done = cpm(*words, folder=folder, text=False)
            bad = obeyed(done.said, b"--color" in words)
            check(f"cpm {words}", not bad and done.status in (0, 1, 2, 3) and done.said, bad, done)
    return finish()


if __name__ == "__main__":
    sys.exit(main())
