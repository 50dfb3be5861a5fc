#!/usr/bin/env python3
"""Names of files and words of the command line that a terminal would obey: whatever cpm says about them, in every format, holds
no sign that is obeyed or not seen. Environment: CPM (the program). The last line is `N passed, N failed`."""
import os
import subprocess
import sys
import tempfile
import unicodedata

CPM = os.path.abspath(os.environ["CPM"])
NAMES = [b"a\x1b[31m.yaml", "a\u202eb.yaml".encode(), "a\u200bb.yaml".encode(), b"a\nb.yaml", b"\xff.yaml", b"=cmd.yaml", b"-rf.yaml",
         b"a|b`c<b>.yaml", b"a\xc2\x9bb.yaml", b"a:1:2: error.yaml", b"d\x1b]0;x\x07/plan.yaml", b"a\r.yaml", b"a\tb.yaml"]
WHOLE = ["check", "check --quiet", "check --format markdown", "check --format json", "check --color always --quiet", "report county",
         "report county --format json", "region . --format csv", "region .", "plan status", "plan check", "trace", "support", "score"]
WITH_NAME = ["check {}", "check no{}", "check ./{}", "score {} -o x/{}", "{}", "explain {}", "check --{}", "check --as-of {}", "new {}",
             "list {}", "compare {}@HEAD {}", "init --county {}", "init --county yolo {}", "rank --weights {}", "report plan -o y/{}",
             "new plan --county {}", "help {}", "check --format {}", "check --max-file-size {}", "report sip --from {}"]


def obeyed(text, color):
    """Signs that are not shown; line ends are, and colour where it was asked for."""
    shown = text.decode("utf-8", "surrogateescape")
    if color:
        for code in ("\x1b[0m", "\x1b[1m", "\x1b[2m", "\x1b[31m", "\x1b[33m", "\x1b[36m", "\x1b[1;31m", "\x1b[1;33m", "\x1b[1;36m", "\x1b[32m"):
            shown = shown.replace(code, "")
    return sorted({f"U+{ord(sign):04X}" for sign in shown
                   if sign != "\n" and unicodedata.category(sign) in ("Cc", "Cf", "Cs", "Zl", "Zp")})


def command_lines():
    for line in WHOLE:
        yield [word.encode() for word in line.split()]
    for line in WITH_NAME:
        for name in NAMES:
            yield [word.encode().replace(b"{}", name) for word in line.split()]


def fill(folder):
    for name in NAMES:
        path = os.path.join(os.fsencode(folder), name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(b"format: cpm/plan/1\ncounty: yolo\n")
    with open(os.path.join(folder, "cpm.yaml"), "wb") as file:
        file.write(b"format: cpm/repository/1\ncounty: yolo\n")


def main():
    passed = failed = 0
    with tempfile.TemporaryDirectory() as folder:
        fill(folder)
        for words in command_lines():
            done = subprocess.run([os.fsencode(CPM), *words], cwd=folder, capture_output=True, check=False, timeout=60)
            color = b"--color" in words
            bad = obeyed(done.stdout, color) + obeyed(done.stderr, color)
            right = not bad and done.returncode in (0, 1, 2, 3) and (done.stdout or done.stderr)
            if not right:
                print(f"FAILED cpm {words}: ends with {done.returncode}, {bad}: {(done.stderr or done.stdout)[:300]}")
            passed, failed = passed + bool(right), failed + (not right)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


sys.exit(main())
