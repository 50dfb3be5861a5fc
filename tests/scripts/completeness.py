#!/usr/bin/python3
"""What cpm's own tables name is documented, exemplified and tested, and nothing else is.

Each command has a section in man/cpm.1, a line in README.md and a case in tests/cli; each option is in man/cpm.1; each kind
has a schema, an example and a template that passes `cpm check`; each code is triggered by a case. The pages of man/ are clean.
Environment: CPM (the program), CPM_ROOT (the source tree). The last line is `N passed, N failed`.
"""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.environ.get("CPM_ROOT") or os.path.dirname(os.path.dirname(HERE))
CPM = os.path.abspath(os.environ.get("CPM") or os.path.join(ROOT, "build/dev/cpm"))
AS_OF = "2026-03-31"
results = {"passed": 0, "failed": 0}


def expect(what, fine, remedy):
    results["passed" if fine else "failed"] += 1
    if not fine:
        print(f"FAILED {what}: {remedy}")


def cpm(*arguments, folder=ROOT):
    done = subprocess.run([CPM, *arguments], cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, text=True,
                          encoding="utf-8", check=False)
    return done.returncode, done.stdout, done.stderr


def entries(topic):
    status, out, err = cpm("list", topic, "--format", "json")
    if status != 0:
        sys.exit(f"cpm list {topic} ended with {status}: {err}")
    return json.loads(out)["result"]["entries"]


def read(path):
    full = os.path.join(ROOT, path)
    if not os.path.isfile(full):
        return ""
    with open(full, encoding="utf-8", errors="replace") as file:
        return file.read()


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
    return [re.split(r"  +", line)[0] for line in section(cpm("help")[1], "commands") if not line.startswith(" ")]


def check_commands(manual, readme):
    names = commands()
    sections = manual.replace("\\-", "-")
    expect("cpm help", len(names) > 10, "names no commands; is the program built?")
    for name in names:
        pattern = rf"(?m)^\.SS cpm {re.escape(name)}(?: |$)"
        expect(f"cpm {name}", re.search(pattern, sections), "has no section `.SS cpm " + name + "` in man/cpm.1")
        first, last = name.split()[0], name.split()[-1]
        expect(f"cpm {name}", any(f"cpm {first}" in line and last in line for line in readme.splitlines()),
               "has no line in README.md")
        folder = os.path.join(ROOT, "tests/cli", name.replace(" ", "-"))
        expect(f"cpm {name}", os.path.isdir(folder) and os.listdir(folder), "has no case in tests/cli")
        for line in section(cpm(*name.split(), "--help")[1], "options"):
            for option in re.findall(r"(?:^|, )(--?[a-z-]+)", line):
                expect(f"cpm {name} {option}", option.replace("-", "\\-") in manual, "is not in man/cpm.1")
        expect(f"cpm {name} --help", section(cpm(*name.split(), "--help")[1], "examples"), "has no example")
    for title in re.findall(r"(?m)^\.SS cpm ([a-z -]+)", sections):
        expect(f"man/cpm.1: cpm {title}", title.strip() in names, "is a section on no command")
    folders = {name.replace(" ", "-") for name in names} | {name.split()[0] for name in names}
    for folder in sorted(os.listdir(os.path.join(ROOT, "tests/cli"))):
        expect(f"tests/cli/{folder}", folder in folders, "belongs to no command")


def check_kinds():
    examples = "\n".join(read(path) for path in files_below("examples") if path.endswith(".yaml"))
    examples += "\n".join(read(path) for path in files_below("src/builtin"))
    for kind in entries("kinds"):
        word = kind["id"]
        expect(f"kind {word}", read(f"schemas/{word}.schema.json"), f"has no schemas/{word}.schema.json")
        expect(f"kind {word}", re.search(rf"(?m)^format: cpm/{word}/\d+", examples), "has no example")
        expect(f"kind {word}", cpm("help", word)[0] == 0, "has no help")
        with tempfile.TemporaryDirectory() as folder:
            status, _, err = cpm("new", word, "--as-of", AS_OF, "-o", "new.yaml", folder=folder)
            expect(f"cpm new {word}", status == 0, f"ends with {status}: {err}")
            status, out, err = cpm("check", "--as-of", AS_OF, "--quiet", "new.yaml", folder=folder)
            expect(f"cpm new {word}", status == 0 and "error[" not in out, f"does not pass `cpm check`: {out}{err}")


def check_codes():
    triggered = {}
    for folder in ("tests/rules", "tests/formats", "tests/cli"):
        for path in files_below(folder):
            if os.path.basename(path) in ("expect.txt", "stdout", "stderr"):
                for code in re.findall(r"(?:error|warning|advice)\[(CPM\d{3})\]", read(path)):
                    triggered.setdefault(code, path)
    known = {entry["id"] for entry in entries("rules")}
    for code in sorted(known):
        expect(code, code in triggered, f"is triggered by no case; add tests/rules/{code}-name/ with bad/, good/, expect.txt")
        expect(code, cpm("explain", code)[0] == 0, "cannot be explained")
    whole = {"every file", "the command line"}
    holders = {kind["id"] for kind in entries("kinds")} | whole
    for entry in entries("rules"):
        for part in entry["place"].split("; "):
            kinds, _, field = part.partition(": ")
            expect(entry["id"], set(kinds.split(", ")) <= holders and (field or kinds in whole),
                   f"belongs to no kind of file and field: `{part}`")
    for code in sorted(set(triggered) - known):
        expect(triggered[code], False, f"expects {code}, which `cpm list rules` does not have")


def check_manual_pages():
    version = cpm("--version")[1].strip()
    for path in files_below("man"):
        title = next((line for line in read(path).split("\n") if line.startswith(".TH ")), "")
        expect(path, f'"{version}"' in title, f"its title line does not say \"{version}\"")
        done = subprocess.run(["groff", "-t", "-man", "-ww", "-Tutf8", os.path.join(ROOT, path)], capture_output=True, check=False)
        expect(path, done.returncode == 0 and not done.stderr, f"groff -ww says: {done.stderr.decode()[:500]}")
        if shutil.which("mandoc"):
            done = subprocess.run(["mandoc", "-T", "lint", "-W", "warning", os.path.join(ROOT, path)], capture_output=True,
                                  check=False)
            expect(path, not done.stdout, f"mandoc -T lint says: {done.stdout.decode()[:500]}")


def main():
    manual = read("man/cpm.1")
    check_commands(manual, read("README.md"))
    check_kinds()
    check_codes()
    check_manual_pages()
    print(f"{results['passed']} passed, {results['failed']} failed")
    return 1 if results["failed"] else 0


if __name__ == "__main__":
    sys.exit(main())
