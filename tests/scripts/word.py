#!/usr/bin/python3
"""Every Markdown report of the example county becomes a Word file without a warning, by the line that README.md shows: with its
pictures, headings and tables, and without the text of drawings that only git hosts draw. Needs pandoc and rsvg-convert (librsvg2-bin), which pandoc asks for pictures.
Environment: CPM, CPM_ROOT. The last line is `N passed, N failed`."""
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile

ROOT = os.environ["CPM_ROOT"]
CPM = os.path.abspath(os.environ["CPM"])
results = {"passed": 0, "failed": 0}


def expect(what, found, wanted):
    results["passed" if found == wanted else "failed"] += 1
    if found != wanted:
        print(f"FAILED {what}: {str(found)[:600]}, expected {str(wanted)[:200]}")


def shown_line():
    """The line of README.md that makes a Word file of a report, made strict."""
    with open(os.path.join(ROOT, "README.md"), encoding="utf-8") as file:
        line = re.search(r"(?m)^sed .*county\.docx", file.read()).group()
    return line.replace("pandoc ", "pandoc --fail-if-warnings ")


def convert(county, name, line):
    return subprocess.run(["/bin/sh", "-c", line.replace("county", name)], cwd=county, capture_output=True, text=True,
                          timeout=120, check=False)


def main():
    for program, package in (("pandoc", "pandoc"), ("rsvg-convert", "librsvg2-bin")):
        if not shutil.which(program):
            print(f"skipped: {package} is not installed")
            return 77
    with tempfile.TemporaryDirectory() as work:
        county = os.path.join(work, "alder")
        shutil.copytree(os.path.join(ROOT, "examples/alder"), county)
        subprocess.run([CPM, "report", "--all", "--as-of", "2026-03-31"], cwd=county, stdout=subprocess.DEVNULL, check=True)
        subprocess.run([CPM, "trace", "--as-of", "2026-03-31", "-o", "reports/trace.md"], cwd=county, check=True)
        folder = os.path.join(county, "reports")
        names = sorted(name[:-3] for name in os.listdir(folder) if name.endswith(".md"))
        expect("enough reports", len(names) >= 10, True)
        line, drawings = shown_line(), 0
        for name in names:
            with open(os.path.join(folder, name + ".md"), encoding="utf-8") as file:
                text = file.read()
            drawings += text.count("```mermaid")
            done = convert(county, name, line)
            expect(f"{name}: what pandoc says", (done.returncode, done.stderr), (0, ""))
            with zipfile.ZipFile(os.path.join(county, name + ".docx")) as word:
                body = word.read("word/document.xml").decode()
                media = [entry for entry in word.namelist() if entry.endswith(".svg")]
            expect(f"{name}: text of drawings", [word for word in ("flowchart", "gantt", "--&gt;") if word in body], [])
            expect(f"{name}: tables", body.count("<w:tbl>"), len(re.findall(r"(?m)^\| ---|^\| ---:", text)))
            expect(f"{name}: headings", len(re.findall(r'w:pStyle w:val="Heading', body)), len(re.findall(r"(?m)^#+ ", text)))
            expect(f"{name}: pictures", len(media), len(set(re.findall(r"\]\(([^)]*\.svg)\)", text))))
        expect("drawings that were left out", drawings > 0, True)
    print(f"{results['passed']} passed, {results['failed']} failed")
    return 1 if results["failed"] else 0


sys.exit(main())
