#!/usr/bin/python3
"""Every kind of HTML report, of three example counties and the example region, and pages of other commands, judged by others: axe-core in headless Chromium in
light and dark (WCAG 2.1 A and AA, no violation), no page wider than a telephone at 320 pixels and no words of a picture lost
there, no page wider than Letter paper, nothing fetched, html-validate's recommended rules. Needs chromium, node and the npm
packages of tests/node, found in CPM_NODE_MODULES."""
import json
import os
import shutil
import sys
import tempfile

import harness
from harness import ROOT, expect, finish, node_module, read, run, skip_without, write

DAY = ["--as-of", "2026-03-31"]
LOST = '<svg class="chart" width="240" height="40"><text x="200" y="20">a label without end</text><text x="220" y="20">+1</text></svg>'


def cpm(folder, *arguments):
    harness.cpm(*arguments, *DAY, folder=folder, wanted=[0, 1])


def pages(work):
    """All reports of the examples, and pages of other commands."""
    shutil.copytree(os.path.join(ROOT, "examples"), os.path.join(work, "examples"))
    for county in ("alder", "region/example-birch", "manzanita"):
        folder = os.path.join(work, "examples", county)
        cpm(folder, "report", "--all", "--format", "html")
        for name in sorted(os.listdir(os.path.join(folder, "reports"))):
            if name.endswith(".html"):
                yield os.path.join(folder, "reports", name)
    alder = os.path.join(work, "examples/alder")
    more = {"region": ["region", "../region"], "trace": ["trace"], "rank": ["rank"], "check": ["check", "../mistakes"],
            "score": ["score", "--explain"], "trend": ["compare", "snapshots/2025-03-13.yaml", "snapshots/2026-03-12.yaml",
                                                       "snapshots/2026-03-12.yaml"],
            "what_if": ["score", "snapshots/2026-03-12.yaml", "--what-if", "wd-coaching=2,or-sponsor=2"],
            "movers": ["score", "snapshots/2026-03-12.yaml", "--movers"]}
    for name, words in more.items():
        path = os.path.join(work, name + ".html")
        cpm(alder, *words, "-o", path)
        yield path
    joint = os.path.join(work, "examples/manzanita")
    path = os.path.join(work, "diff.html")
    cpm(joint, "diff", "plans/2023-10.yaml", "plans/2025-01.yaml", "-o", path)
    yield path
    harness.cpm("practice", "--seed", "11", "course", folder=work, wanted=[0])
    for name in ("answers", "grade"):
        path = os.path.join(work, name + ".html")
        harness.cpm("practice", "--" + name, "course", "-o", path, folder=work, wanted=[0, 1])
        yield path


def spoilt(path, work):
    """A page with a mistake for each judge: they must see it, else their silence means nothing."""
    text = read(path)
    text = text.replace("--ink: #16202b", "--ink: #d8dde2").replace("<main ", '<div style="width: 2000px">wide</div><img src="x.png">' + LOST + '<main ')
    bad = os.path.join(work, "spoilt.html")
    write(bad, text.replace("<h2 ", "<h4 ").replace("</h2>", "</h4>"))
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
    for package in ("axe-core", "html-validate", "playwright-core"):
        node_module(package)
    for program in ("chromium", "node"):
        skip_without(program)
    with tempfile.TemporaryDirectory() as work:
        files = list(pages(work))
        files.append(spoilt(files[-1], work))
        done = run(["node", "tests/node/judge_pages.mjs", os.environ["CPM_NODE_MODULES"],
                    os.path.join(ROOT, "tests/node/htmlvalidate.json"), shutil.which("chromium"), *files],
                   environment=os.environ, timeout=560, wanted=[0])
        judged = [json.loads(line) for line in done.out.splitlines()]
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
    return finish()


sys.exit(main())
