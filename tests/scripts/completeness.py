#!/usr/bin/python3
"""What cpm's own tables name is documented, exemplified and tested, and nothing else is.

Each command has a section in man/cpm.1, a line in README.md and a case in tests/cli; each option is in man/cpm.1; each kind
has a schema, an example and a template that passes `cpm check`; each code is triggered by a case. The pages of man/ are clean.
"""
import os
import re
import shutil
import sys
import tempfile

import harness
from harness import ROOT, check, cpm, entries, finish, run

AS_OF = "2026-03-31"


def read(path):
    return harness.read(path) if os.path.isfile(os.path.join(ROOT, path)) else ""


def files_below(folder, name=None):
    for at, _, names in os.walk(os.path.join(ROOT, folder)):
        for found in sorted(names):
            if name is None or found == name:
                yield os.path.relpath(os.path.join(at, found), ROOT)


def section(text, title):
    """The lines of `text` below `title:`, without their indent."""
    match = re.search(rf"(?m)^{title}:\n((?:  .*\n)+)", text)
    return [line[2:] for line in match.group(1).splitlines()] if match else []


def commands():
    return [entry["id"] for entry in entries("commands")]


def check_commands(manual, readme):
    names = commands()
    sections = manual.replace("\\-", "-")
    check("cpm help", len(names) > 10, "names no commands; is the program built?")
    for name in names:
        pattern = rf"(?m)^\.SS cpm {re.escape(name)}(?: |$)"
        check(f"cpm {name}", re.search(pattern, sections), "has no section `.SS cpm " + name + "` in man/cpm.1")
        check(f"cpm {name}", re.search(rf"(?m)^  {re.escape(name)}  ", readme), "is not in the output of `cpm help` in README.md")
        folder = os.path.join(ROOT, "tests/cli", name.replace(" ", "-"))
        check(f"cpm {name}", os.path.isdir(folder) and os.listdir(folder), "has no case in tests/cli")
        for line in section(cpm(*name.split(), "--help")[1], "options"):
            for option in re.findall(r"(?:^|, )(--?[a-z-]+)", line):
                check(f"cpm {name} {option}", option.replace("-", "\\-") in manual, "is not in man/cpm.1")
        check(f"cpm {name} --help", section(cpm(*name.split(), "--help")[1], "examples"), "has no example")
    for title in re.findall(r"(?m)^\.SS cpm ([a-z -]+)", sections):
        check(f"man/cpm.1: cpm {title}", title.strip() in names, "is a section on no command")
    folders = {name.replace(" ", "-") for name in names} | {name.split()[0] for name in names} | {"assist"}  # a hidden verb
    for folder in sorted(os.listdir(os.path.join(ROOT, "tests/cli"))):
        check(f"tests/cli/{folder}", folder in folders, "does not belong to a command")


def formats_of(name):
    """The formats that `cpm <name> --help` offers: "text, markdown, html or json; …"."""
    options = " ".join(section(cpm(*name.split(), "--help")[1], "options"))
    offered = re.search(r"--format NAME +((?:[a-z]+, )*[a-z]+(?: or [a-z]+)?)", options)
    return re.split(", | or ", offered.group(1)) if offered else []


def check_formats(manual, readme):
    """What each command can write stands in the manual's text on `--format` and below README's table of commands."""
    option = re.search(r'(?s)\n\.BI \\-\\-format " name"\n(.*?)\n\.TP', manual)
    sentence = re.search(r"(?s)Every command that shows a page takes `--format (.*?)\n\n", readme)
    texts = {"man/cpm.1, --format": option, "README.md, below the commands": sentence}
    for place, match in texts.items():
        check(place, match, "is not there")
        said = set(re.findall(r"[a-z]+", match.group(1))) if match else set()
        for name in commands():
            for word in formats_of(name):
                check(f"cpm {name} --format {word}", word in said or (word == "auto" and "README" in place), f"is not in {place}")


def check_kinds():
    examples = "\n".join(read(path) for path in files_below("examples") if path.endswith(".yaml"))
    examples += "\n".join(read(path) for path in files_below("src/builtin"))
    for kind in entries("kinds"):
        word = kind["id"]
        check(f"kind {word}", read(f"schemas/{word}.schema.json"), f"has no schemas/{word}.schema.json")
        check(f"kind {word}", re.search(rf"(?m)^format: cpm/{word}/\d+", examples), "has no example")
        check(f"kind {word}", cpm("help", word)[0] == 0, "has no help")
        with tempfile.TemporaryDirectory() as folder:
            status, _, err = cpm("new", word, "--as-of", AS_OF, "-o", "new.yaml", folder=folder)
            check(f"cpm new {word}", status == 0, f"ends with {status}: {err}")
            status, out, err = cpm("check", "--as-of", AS_OF, "--quiet", "new.yaml", folder=folder)
            check(f"cpm new {word}", status == 0 and "error[" not in out, f"does not pass `cpm check`: {out}{err}")


def check_codes():
    triggered = {}
    for folder in ("tests/rules", "tests/formats", "tests/cli"):
        for path in files_below(folder):
            if os.path.basename(path) in ("expect.txt", "stdout", "stderr"):
                for code in re.findall(r"(?:error|warning|advice)\[(CPM\d{3})\]", read(path)):
                    triggered.setdefault(code, path)
    known = {entry["id"] for entry in entries("rules")}
    for code in sorted(known):
        check(code, code in triggered, f"has no case; add tests/rules/{code}-name/ with bad/, good/, expect.txt")
        check(code, cpm("explain", code)[0] == 0, "cannot be explained")
    whole = {"every file", "the command line"}
    holders = {kind["id"] for kind in entries("kinds")} | whole
    for entry in entries("rules"):
        for part in entry["place"].split("; "):
            kinds, _, field = part.partition(": ")
            check(entry["id"], set(kinds.split(", ")) <= holders and (field or kinds in whole),
                  f"belongs to no kind of file and field: `{part}`")
    for code in sorted(set(triggered) - known):
        check(triggered[code], False, f"expects {code}, which `cpm list rules` does not have")


def check_manual_pages():
    version = cpm("--version")[1].strip()
    for path in files_below("man"):
        title = next((line for line in read(path).split("\n") if line.startswith(".TH ")), "")
        check(path, f'"{version}"' in title, f"its title line does not say \"{version}\"")
        done = run(["groff", "-t", "-man", "-ww", "-Tutf8", path])
        check(path, done.status == 0 and not done.err, f"groff -ww says: {done.err}")
        if shutil.which("mandoc"):
            done = run(["mandoc", "-T", "lint", "-W", "warning", path])
            check(path, not done.out, f"mandoc -T lint says: {done.out}")


def main():
    manual = read("man/cpm.1")
    check_commands(manual, read("README.md"))
    check_formats(manual, read("README.md"))
    check_kinds()
    check_codes()
    check_manual_pages()
    return finish()


if __name__ == "__main__":
    sys.exit(main())
