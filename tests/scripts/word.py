#!/usr/bin/python3
"""Every Markdown report of the example county becomes a Word file by pandoc without a warning, with its pictures, headings
and tables in it. Needs pandoc and rsvg-convert (librsvg2-bin), which pandoc asks for pictures.
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


def convert(folder, name):
    return subprocess.run(["pandoc", "--fail-if-warnings", "-f", "gfm", name + ".md", "-o", name + ".docx"], cwd=folder,
                          capture_output=True, text=True, timeout=120, check=False)


def main():
    for program, package in (("pandoc", "pandoc"), ("rsvg-convert", "librsvg2-bin")):
        if not shutil.which(program):
            print(f"skipped: {package} is not installed")
            return 77
    with tempfile.TemporaryDirectory() as work:
        county = os.path.join(work, "alder")
        shutil.copytree(os.path.join(ROOT, "examples/alder"), county)
        subprocess.run([CPM, "report", "--all", "--as-of", "2026-03-31"], cwd=county, stdout=subprocess.DEVNULL, check=True)
        folder = os.path.join(county, "reports")
        names = sorted(name[:-3] for name in os.listdir(folder) if name.endswith(".md"))
        expect("enough reports", len(names) >= 10, True)
        for name in names:
            with open(os.path.join(folder, name + ".md"), encoding="utf-8") as file:
                text = file.read()
            done = convert(folder, name)
            expect(f"{name}: what pandoc says", (done.returncode, done.stderr), (0, ""))
            with zipfile.ZipFile(os.path.join(folder, name + ".docx")) as word:
                body = word.read("word/document.xml").decode()
                media = [entry for entry in word.namelist() if entry.endswith(".svg")]
            expect(f"{name}: tables", body.count("<w:tbl>"), len(re.findall(r"(?m)^\| ---|^\| ---:", text)))
            expect(f"{name}: headings", len(re.findall(r'w:pStyle w:val="Heading', body)), len(re.findall(r"(?m)^#+ ", text)))
            expect(f"{name}: pictures", len(media), len(set(re.findall(r"\]\(([^)]*\.svg)\)", text))))
    print(f"{results['passed']} passed, {results['failed']} failed")
    return 1 if results["failed"] else 0


sys.exit(main())
