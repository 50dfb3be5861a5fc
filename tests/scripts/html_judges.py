#!/usr/bin/python3
"""Every kind of HTML report, of two example counties and the example region, judged by others: axe-core in headless Chromium in
light and dark (WCAG 2.1 A and AA, no violation), no page wider than a telephone at 320 pixels and no words of a picture lost
there, no page wider than Letter paper, nothing fetched, html-validate's recommended rules. Needs chromium, node and the npm packages of tests/node, found in CPM_NODE_MODULES.
Environment: CPM, CPM_ROOT. The last line is `N passed, N failed`."""
import json
import os
import shutil
import subprocess
import sys
import tempfile

ROOT = os.environ["CPM_ROOT"]
CPM = os.path.abspath(os.environ["CPM"])
DAY = ["--as-of", "2026-03-31"]
LOST = '<svg class="chart" width="240" height="40"><text x="200" y="20">a label without end</text><text x="220" y="20">+1</text></svg>'
results = {"passed": 0, "failed": 0}


def skip(reason):
    print("skipped: " + reason)
    sys.exit(77)


def expect(what, found, wanted):
    results["passed" if found == wanted else "failed"] += 1
    if found != wanted:
        print(f"FAILED {what}: {str(found)[:900]}, expected {str(wanted)[:200]}")


def cpm(folder, *arguments):
    done = subprocess.run([CPM, *arguments, *DAY], cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        sys.exit(f"cpm {' '.join(arguments)} ended with {done.returncode}: {done.stderr}")


def pages(work):
    """All reports of both examples, and pages of other commands."""
    shutil.copytree(os.path.join(ROOT, "examples"), os.path.join(work, "examples"))
    for county in ("alder", "region/example-birch"):
        folder = os.path.join(work, "examples", county)
        cpm(folder, "report", "--all", "--format", "html")
        for name in sorted(os.listdir(os.path.join(folder, "reports"))):
            if name.endswith(".html"):
                yield os.path.join(folder, "reports", name)
    alder = os.path.join(work, "examples/alder")
    more = {"region": ["region", "../region"], "trace": ["trace"], "rank": ["rank"], "check": ["check", "../mistakes"],
            "score": ["score", "--explain"], "trend": ["compare", "snapshots/2025-03-13.yaml", "snapshots/2026-03-12.yaml",
                                                       "snapshots/2026-03-12.yaml"]}
    for name, words in more.items():
        path = os.path.join(work, name + ".html")
        cpm(alder, *words, "-o", path)
        yield path


def spoilt(path, work):
    """A page with a mistake for each judge: they must see it, else their silence means nothing."""
    with open(path, encoding="utf-8") as file:
        text = file.read()
    text = text.replace("--ink: #16202b", "--ink: #d8dde2").replace("<main ", '<div style="width: 2000px">wide</div><img src="x.png">' + LOST + '<main ')
    bad = os.path.join(work, "spoilt.html")
    with open(bad, "w", encoding="utf-8") as file:
        file.write(text.replace("<h2 ", "<h4 ").replace("</h2>", "</h4>"))
    return bad


def check_spoilt(page):
    expect("spoilt page: contrast seen", any("color-contrast" in one for one in page["axe"]["light"]), True)
    expect("spoilt page: picture without words seen", any("image-alt" in one for one in page["axe"]["dark"]), True)
    expect("spoilt page: width seen", page["width"] > 320, True)
    expect("spoilt page: lost words seen", page["lost"], ["cut off: a label without end", "over each other: a label without end | +1"])
    expect("spoilt page: width on paper seen", page["paper"] > 672, True)
    expect("spoilt page: html-validate", any("no-inline-style" in rule for rule in page["rules"]), True)
    expect("spoilt page: skipped heading seen", page["headings"][:2], [1, 4])


def main():
    modules = os.environ.get("CPM_NODE_MODULES", "")
    browser = shutil.which("chromium")
    for package in ("axe-core", "html-validate", "playwright-core"):
        if not os.path.isdir(os.path.join(modules, package)):
            skip(f"the npm package {package} is not in CPM_NODE_MODULES; run tests/node/install")
    if not browser or not shutil.which("node"):
        skip("chromium or node is not installed")
    with tempfile.TemporaryDirectory() as work:
        files = list(pages(work))
        files.append(spoilt(files[-1], work))
        done = subprocess.run(["node", os.path.join(ROOT, "tests/node/judge_pages.mjs"), modules,
                               os.path.join(ROOT, "tests/node/htmlvalidate.json"), browser, *files],
                              stdout=subprocess.PIPE, text=True, timeout=560, check=True)
        judged = [json.loads(line) for line in done.stdout.splitlines()]
        expect("pages judged", len(judged), len(files))
        expect("enough pages to mean something", len(files) >= 20, True)
        check_spoilt(judged.pop())
        for page in judged:
            name = os.path.relpath(page["file"], work)
            expect(f"{name}: axe-core, light", page["axe"]["light"], [])
            expect(f"{name}: axe-core, dark", page["axe"]["dark"], [])
            expect(f"{name}: axe-core looked at it", page["passes"] > 20, True)
            expect(f"{name}: width at 320 pixels", page["width"], 320)
            expect(f"{name}: words of pictures lost at 320 pixels", page["lost"], [])
            expect(f"{name}: width on Letter paper", page["paper"], 672)
            expect(f"{name}: fetched", page["fetched"], [])
            expect(f"{name}: scripts", page["scripts"], 0)
            expect(f"{name}: one title", page["headings"].count(1), 1)
            levels = page["headings"]
            expect(f"{name}: headings that skip a level", [b for a, b in zip(levels, levels[1:]) if b > a + 1], [])
            expect(f"{name}: pictures without title or description", page["pictures"].count(False), 0)
            expect(f"{name}: html-validate", page["rules"], [])
    print(f"{results['passed']} passed, {results['failed']} failed")
    return 1 if results["failed"] else 0


sys.exit(main())
