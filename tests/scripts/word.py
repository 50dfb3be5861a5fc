#!/usr/bin/python3
"""Every Markdown report of the example county becomes a Word file without a warning, by the line that README.md shows: with its
pictures, headings and tables, and without the source text of a drawing. Needs pandoc and rsvg-convert (librsvg2-bin), which
pandoc asks for pictures."""
import os
import re
import shutil
import sys
import tempfile
import zipfile

from harness import ROOT, cpm, expect, finish, read, run, skip_without



def shown_line():
    """The line of README.md that makes a Word file of a report, made strict."""
    line = re.search(r"(?m)^pandoc .*county\.docx", read("README.md")).group()
    return line.replace("pandoc ", "pandoc --fail-if-warnings ")


def main():
    for program, package in (("pandoc", "pandoc"), ("rsvg-convert", "librsvg2-bin")):
        skip_without(program, package)
    with tempfile.TemporaryDirectory() as work:
        county = os.path.join(work, "alder")
        shutil.copytree(os.path.join(ROOT, "examples/alder"), county)
        cpm("report", "--all", "--as-of", "2026-03-31", folder=county, wanted=[0])
        cpm("trace", "--as-of", "2026-03-31", "-o", "reports/trace.md", folder=county, wanted=[0])
        folder = os.path.join(county, "reports")
        names = sorted(name[:-3] for name in os.listdir(folder) if name.endswith(".md"))
        expect("enough reports", len(names) >= 10, True)
        line = shown_line()
        for name in names:
            text = read(os.path.join(folder, name + ".md"))
            done = run(["/bin/sh", "-c", line.replace("county", name)], county)
            expect(f"{name}: what pandoc says", (done.status, done.err), (0, ""))
            with zipfile.ZipFile(os.path.join(county, name + ".docx")) as word:
                body = word.read("word/document.xml").decode()
                media = [entry for entry in word.namelist() if entry.endswith(".svg")]
            expect(f"{name}: text of drawings", [word for word in ("flowchart", "gantt", "--&gt;") if word in body], [])
            expect(f"{name}: tables", body.count("<w:tbl>"), len(re.findall(r"(?m)^\| ---|^\| ---:", text)))
            expect(f"{name}: headings", len(re.findall(r'w:pStyle w:val="Heading', body)), len(re.findall(r"(?m)^#+ ", text)))
            expect(f"{name}: pictures", len(media), len(set(re.findall(r"\]\(([^)]*\.svg)\)", text))))
    return finish()


sys.exit(main())
